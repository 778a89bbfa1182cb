import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isWidening, stackChanges } from '../../src/review/stack-changes.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { emittedStaging } from '../support/wanted.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const text = emittedStaging().text
const bucket = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const open = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${bucket}/*` }

/** Ways to write a wider access so that a reader looks past it. Each is what somebody could commit by hand. */
const attacks: Readonly<Record<string, (file: Raw) => void>> = {
  'a second statement of a known Sid': ({ locals }) =>
    locals.state_bucket_policy.Statement.push({ ...open, Sid: 'TlsOnly' }),
  'a statement that grew while all were put in another order': ({ locals }) => {
    locals.automation_policy.Statement.reverse()
    locals.automation_policy.Statement.find((one: Raw) => one.Sid === 'ReadState').Action.push('s3:PutObject')
  },
  'an action in other letters': ({ locals }) => locals.automation_policy.Statement[1].Action.push('S3:pUTobject'),
  'a resource twice, once by a wildcard': ({ locals }) =>
    locals.operator_policy.Statement[1].Resource.push(`${bucket}/1?1122223333/*`),
  'a condition whose operator takes a missing key': ({ locals }) => {
    const { Condition } = locals.operator_trust.Statement[0]
    Condition.BoolIfExists = Condition.Bool
    delete Condition.Bool
  },
  'a second policy of the bucket, which comes first by its name': ({ resource }) => {
    resource.aws_s3_bucket_policy.a = {
      bucket: '${aws_s3_bucket.state.id}',
      policy: JSON.stringify({ Version: '2012-10-17', Statement: [open] })
    }
  },
  'a second role of the same name': ({ resource }) => {
    resource.aws_iam_role.a = {
      ...resource.aws_iam_role.operator,
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }]
      })
    }
  },
  'a policy of the file that is attached to a role': ({ resource }) => {
    resource.aws_iam_policy.a = {
      name: 'a',
      policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] })
    }
    resource.aws_iam_role_policy_attachments_exclusive.operator.policy_arns = ['${aws_iam_policy.a.arn}']
  },
  'a policy inside of the role itself': ({ resource }) => {
    resource.aws_iam_role.operator.inline_policy = [{ name: 'a', policy: '{}' }]
  },
  'a resource with nothing in it': ({ resource }) => {
    resource.aws_s3_account_public_access_block = { a: {} }
  },
  'a document with a key twice': ({ resource }) => {
    resource.aws_iam_role.automation.assume_role_policy =
      '{"Version":"2012-10-17","Statement":[],"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}'
  },
  'a value that comes from elsewhere': ({ locals }) => {
    locals.who = '*'
    locals.automation_trust.Statement[0].Principal.AWS = ['${local.who}']
  }
}

const test = suite('what is hidden from a reader')

const before = JSON.parse(text) as JsonObject

for (const [what, attack] of Object.entries(attacks))
  test(`${what}: is told as a widening`, () => {
    const after: Raw = JSON.parse(text)
    attack(after)
    const told = stackChanges(before, after as JsonObject)
    assert.ok(told.some(isWidening), JSON.stringify(told, undefined, 1))
  })

test('a policy of the file that is attached already: what it allows more is told', () => {
  const attached = (action: string): JsonObject => {
    const file: Raw = JSON.parse(text)
    attacks['a policy of the file that is attached to a role']?.(file)
    file.resource.aws_iam_policy.a.policy = file.resource.aws_iam_policy.a.policy.replace('"*"', `"${action}"`)
    return file as JsonObject
  }
  const told = stackChanges(attached('s3:GetObject'), attached('s3:PutObjectAcl'))
  assert.ok(
    told.some((one) => isWidening(one) && one.sentence.includes('s3:PutObjectAcl')),
    JSON.stringify(told, undefined, 1)
  )
})

test('letters that JSON escapes are the letters', () => {
  const escaped = text.replace('"s3:GetObject"', '"s3:Get\\u004fbject"')
  assert.not.equal(escaped, text)
  assert.equal(stackChanges(before, JSON.parse(escaped) as JsonObject), [])
})

test.run()
