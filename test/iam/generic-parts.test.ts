import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import stagingEu from '../project/stacks/staging-eu.ts'
import { staging } from '../support/access-matrix/names.ts'
import { type Written, brokenRules, emittedFrom, genericStack } from '../support/generic-stack.ts'

/** What an author might do about a policy with the generic part, and what emit must not let through. */
const test = suite('policies by generic parts')

const written = genericStack(staging.stack, stagingEu)
const anything = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Anything', Effect: 'Allow', Action: ['*'], Resource: ['*'] }]
}
const asText = JSON.stringify(anything)
const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'

const refuses = (blocks: ReadonlyArray<Written>, ...broken: ReadonlyArray<RegExp>): void => {
  const found = brokenRules(emittedFrom(written, blocks))
  for (const rule of broken)
    assert.ok(
      found.some((text) => rule.test(text)),
      `${rule} among: ${found.join(', ') || 'nothing, it was emitted'}`
    )
}

const beside = (...added: ReadonlyArray<Written>): ReadonlyArray<Written> => [...written.blocks, ...added]
const resource = (type: string, name: string, body: Written[2]): Written => ['resource', [type, name], body]

/** One attribute of one resource changed, or left out where the value is undefined. */
const changed = (
  type: string,
  name: string,
  attribute: string,
  value: Written[2] | undefined
): ReadonlyArray<Written> => {
  const found = written.blocks.filter(([, labels]) => labels.join() === [type, name].join())
  assert.is(found.length, 1, `one ${type}.${name}`)
  return written.blocks.map((block) => {
    if (block !== found[0]) return block
    const { [attribute]: before, ...rest } = block[2] as Readonly<Record<string, Written[2]>>
    assert.ok(before !== undefined, `${type}.${name} has ${attribute}`)
    return [block[0], block[1], value === undefined ? rest : { ...rest, [attribute]: value }]
  })
}

test('the stack as it is goes through', () => {
  assert.ok(E.isRight(emittedFrom(written, written.blocks)))
})

test('a further policy of a role, of the bucket or of the table is not authorised', () => {
  const role = staging.operator.replace(/^.*\//, '')
  const refused: ReadonlyArray<Written> = [
    resource('aws_iam_role_policy', 'more', { role, name: 'more', policy: asText }),
    resource('aws_iam_role_policy_attachment', 'more', { role, policy_arn: administratorAccess }),
    resource('aws_iam_policy_attachment', 'more', { name: 'more', roles: [role], policy_arn: administratorAccess }),
    resource('aws_iam_policy', 'more', { name: 'more', path: '/', policy: asText }),
    resource('aws_iam_role', 'more', { name: 'more', path: '/', assume_role_policy: asText }),
    resource('aws_iam_user', 'alice', { name: 'alice' }),
    resource('aws_s3_bucket_policy', 'more', { bucket: staging.bucket, policy: asText }),
    resource('aws_s3_bucket_acl', 'state', { bucket: staging.bucket, acl: 'public-read' }),
    resource('aws_dynamodb_resource_policy', 'lock', {
      resource_arn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/some',
      policy: asText
    }),
    resource('aws_kms_grant', 'more', {
      name: 'more',
      key_id: 'some',
      grantee_principal: 'some',
      operations: ['Decrypt']
    })
  ]
  for (const block of refused) refuses(beside(block), /^authorised-blocks /)
})

test('a policy written where it stands, past the document that is judged, is refused', () => {
  refuses(changed('aws_iam_role_policy', 'operator', 'policy', asText), /^\S+ .*aws_iam_role_policy\/operator\/policy$/)
  refuses(
    changed('aws_iam_role_policy', 'automation', 'policy', asText),
    /^\S+ .*aws_iam_role_policy\/automation\/policy$/
  )
  refuses(changed('aws_iam_policy', 'boundary', 'policy', asText), /^\S+ .*aws_iam_policy\/boundary\/policy$/)
  refuses(changed('aws_s3_bucket_policy', 'state', 'policy', asText), /^\S+ .*aws_s3_bucket_policy\/state\/policy$/)
  refuses(
    changed('aws_iam_role', 'operator', 'assume_role_policy', asText),
    /^\S+ .*aws_iam_role\/operator\/assume_role_policy$/
  )
})

test('a document that stands twice, or all of them in one block, is refused', () => {
  refuses(beside(['locals', ['operator_policy'], anything]), /^(?:addresses-unique|single-blocks) /)
  refuses(beside(['locals', [], { operator_policy: anything }]), /^authorised-blocks /)
  refuses(beside(['locals', ['operator_policy_2'], anything]), /^authorised-blocks /)
})

test('a role without the boundary, or under another, is refused', () => {
  for (const role of ['operator', 'automation']) {
    const place = new RegExp(`aws_iam_role/${role}/permissions_boundary$`)
    refuses(changed('aws_iam_role', role, 'permissions_boundary', undefined), place)
    refuses(changed('aws_iam_role', role, 'permissions_boundary', administratorAccess), place)
  }
})

test('what is attached to a role stays exclusively what the stack says', () => {
  for (const role of ['operator', 'automation']) {
    refuses(
      changed('aws_iam_role_policy_attachments_exclusive', role, 'policy_arns', [administratorAccess]),
      new RegExp(`aws_iam_role_policy_attachments_exclusive/${role}/policy_arns`)
    )
    refuses(
      changed('aws_iam_role_policies_exclusive', role, 'policy_names', ['more']),
      new RegExp(`aws_iam_role_policies_exclusive/${role}/policy_names`)
    )
    for (const type of [
      'aws_iam_role_policies_exclusive',
      'aws_iam_role_policy_attachments_exclusive',
      'aws_iam_role_policy'
    ])
      refuses(
        written.blocks.filter(([, labels]) => labels.join() !== [type, role].join()),
        /^(?:complete-blocks|references-resolve) /
      )
  }
})

test.run()
