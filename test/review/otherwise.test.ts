import { suite } from 'uvu'
import staging from '../project/stacks/staging-eu.ts'
import { reviewText } from '../../src/review/review-text.ts'
import type { Part } from '../../src/stack/part.ts'
import type { StackDeclaration } from '../../src/stack/stack.ts'
import { reviewed } from '../support/reviewed.ts'
import { type Screen, readsAs } from '../support/screens.ts'

const test = suite('REVIEW.md of a stack of which something is otherwise')

type Made = ReturnType<typeof reviewed>
type Body = Record<string, unknown>

const base = reviewed(staging.declaration as StackDeclaration, staging.parts as ReadonlyArray<Part>)
const usual = reviewText(base).split('\n')

/** The lines that are another one than usual, and those that are missing then. */
const otherwise = (made: Made): ReadonlyArray<string> => {
  const lines = reviewText(made).split('\n')
  return [
    ...usual.filter((line) => !lines.includes(line)).map((line) => `- ${line}`),
    ...lines.filter((line) => !usual.includes(line)).map((line) => `+ ${line}`)
  ]
}

/** The page where the body of a block is edited; it is left out where that gives nothing. */
const where =
  (labels: string, edit: (body: Body) => Body | undefined): Screen =>
  () =>
    otherwise({
      ...base,
      blocks: base.blocks.flatMap((block) => {
        if (block.labels.join('.') !== labels) return [block]
        const body = edit(structuredClone(block.body) as Body)
        return body === undefined ? [] : [{ ...block, body: body as typeof block.body }]
      })
    })

type Statement = Record<string, unknown>
const statements = (labels: string, edit: (all: ReadonlyArray<Statement>) => ReadonlyArray<Statement>): Screen =>
  where(labels, (body) => ({ ...body, Statement: edit(body['Statement'] as ReadonlyArray<Statement>) }))
const declared =
  (edit: (declaration: Body) => Body): Screen =>
  () =>
    otherwise({ ...base, declaration: edit(base.declaration) as unknown as Made['declaration'] })
const none = (): undefined => undefined

const other = { Sid: 'Other', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'a  b' }
const role = 'aws_iam_role.operator'
const table = 'aws_dynamodb_table.lock'

readsAs(test, new URL('otherwise.txt', import.meta.url), {
  'a statement of the bucket policy is missing': statements('state_bucket_policy', ([, ...rest]) => rest),
  'a statement of the bucket policy is otherwise, and one is more': statements(
    'state_bucket_policy',
    ([first, ...rest]) => [{ ...first, Effect: 'Allow' }, ...rest, other]
  ),
  'no bucket policy': where('state_bucket_policy', none),
  'a boundary that allows more': statements('boundary_policy', (all) => [...all, other]),
  'no boundary': where('boundary_policy', none),
  'a session without a length': where(role, ({ max_session_duration: _, ...body }) => body),
  'a session of ninety minutes': where(role, (body) => ({ ...body, max_session_duration: 5400 })),
  'versions are suspended': where('aws_s3_bucket_versioning.state', () => ({
    versioning_configuration: { status: 'Suspended' }
  })),
  'no versioning': where('aws_s3_bucket_versioning.state', none),
  'public access is blocked in two ways': where('aws_s3_bucket_public_access_block.state', (body) => ({
    ...body,
    block_public_acls: false,
    restrict_public_buckets: 'true'
  })),
  'objects belong to their writers': where('aws_s3_bucket_ownership_controls.state', () => ({
    rule: { object_ownership: 'ObjectWriter' }
  })),
  'a table that may be destroyed': where(table, ({ lifecycle: _, ...body }) => ({
    ...body,
    deletion_protection_enabled: false
  })),
  'a table that is protected by OpenTofu alone': where(table, (body) => ({
    ...body,
    deletion_protection_enabled: false
  })),
  'a table that is protected by DynamoDB alone': where(table, (body) => ({
    ...body,
    lifecycle: { prevent_destroy: false }
  })),
  'a bucket that may be destroyed': where('aws_s3_bucket.state', ({ lifecycle: _, ...body }) => body),
  'a table that is restored for a day': where(table, (body) => ({
    ...body,
    point_in_time_recovery: { enabled: true, recovery_period_in_days: 1 }
  })),
  'a table that is not restored': where(table, (body) => ({
    ...body,
    point_in_time_recovery: { enabled: false, recovery_period_in_days: 35 }
  })),
  'tags in another order, and some more': where('aws_s3_bucket.state', (body) => ({
    ...body,
    tags: { b: '2', a: '$${x}', C: 'y|z', Purpose: 'OpenTofu state' }
  })),
  'tags of everything in another order, and more': declared((declaration) => ({
    ...declaration,
    tags: { Z: '1', a: '2', ...(declaration['tags'] as Body) }
  })),
  'a region that is not known': async () => {
    const region = { aws: 'xx-west-1', logical: 'eu', residency: 'EU' }
    const lines = await declared((declaration) => ({ ...declaration, region }))()
    return lines.filter((line) => line.includes('| region'))
  },
  'a handover, two trusted accounts, and a release that is not proven': declared((declaration) => ({
    ...declaration,
    nextBootstrapPrincipal: 'arn:aws:iam::111122223333:role/Next',
    trustedAccounts: ['333344445555', '222233334444'],
    versions: {
      ...(declaration['versions'] as Body),
      acceptedProof: 'checked against its schema, not run'
    }
  })),
  'the operator role trusts in other ways': statements('operator_trust', (all) => [
    ...all,
    {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { AWS: ['arn:aws:iam::444455556666:role/b', 'arn:aws:iam::222233334444:role/a'] }
    },
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Federated: 'x' } }
  ]),
  'the automation role may read less, on another thing, and do something else': statements('automation_policy', (all) =>
    all.map((one) =>
      JSON.stringify(one).includes('s3:GetObject')
        ? { ...one, Resource: ['arn:aws:s3:::other/*'], Action: ['s3:GetObject', 'ec2:RunInstances'] }
        : one
    )
  ),
  'no policy of the automation role': where('automation_policy', none)
})

test.run()
