import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../src/charter/j-7-0.ts'
import { authorisedBlocks } from '../../src/charter/configuration/authorised-blocks.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { emitStacks } from '../../src/stack/emit.ts'
import { dataSource, resource } from '../../src/stack/parts/block.ts'
import type { RenderedBlock } from '../../src/terraform/block.ts'
import { providerSchema } from '../support/provider-schema.ts'
import { declaration } from '../support/valid-blocks.ts'
import { loaded, partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

const test = suite('every type of the provider')

const resourceTypes = providerSchema.all_resource_types
const dataSourceTypes = providerSchema.all_data_source_types

/** By hand, from what the phase authorises: the state's bucket and table, and two roles under a boundary. */
const authorised = {
  resource: [
    'aws_dynamodb_table.lock',
    'aws_iam_policy.boundary',
    'aws_iam_role.automation',
    'aws_iam_role.operator',
    'aws_iam_role_policies_exclusive.automation',
    'aws_iam_role_policies_exclusive.operator',
    'aws_iam_role_policy.automation',
    'aws_iam_role_policy.operator',
    'aws_iam_role_policy_attachments_exclusive.automation',
    'aws_iam_role_policy_attachments_exclusive.operator',
    'aws_s3_bucket.state',
    'aws_s3_bucket_ownership_controls.state',
    'aws_s3_bucket_policy.state',
    'aws_s3_bucket_public_access_block.state',
    'aws_s3_bucket_server_side_encryption_configuration.state',
    'aws_s3_bucket_versioning.state'
  ],
  data: ['aws_caller_identity.current']
}
const names = ['automation', 'boundary', 'current', 'lock', 'operator', 'state', 'other']

const judged = (blocks: ReadonlyArray<RenderedBlock>): ReadonlyArray<Diagnostic> =>
  authorisedBlocks.check({ declaration, charter: j70, blocks })

const ofTypes = (kind: 'resource' | 'data', types: ReadonlyArray<string>): ReadonlyArray<RenderedBlock> =>
  types.flatMap((type) =>
    names.map((name) => ({ type: kind, labels: [type, name], body: {}, at: [type, name], refersTo: [] }))
  )

const passing = (kind: 'resource' | 'data', types: ReadonlyArray<string>): ReadonlyArray<string> => {
  const blocks = ofTypes(kind, types)
  const refused = new Set(judged(blocks).map((problem) => (problem.at ?? []).join('.')))
  return blocks.map(({ labels }) => labels.join('.')).filter((address) => !refused.has(address))
}

test('the provider has 1,526 resource types and 608 data source types', () => {
  assert.is(new Set(resourceTypes).size, 1526)
  assert.is(new Set(dataSourceTypes).size, 608)
})

test('exactly the listed resources pass, under exactly their names', () => {
  assert.equal(passing('resource', resourceTypes).toSorted(), authorised.resource)
})

test('exactly the listed data source passes, under exactly its name', () => {
  assert.equal(passing('data', dataSourceTypes).toSorted(), authorised.data)
})

/** What comes of the valid stack with one block more of each type. */
const refusals = (parts: ReadonlyArray<unknown>): ReadonlyArray<Diagnostic> => {
  const [emission] = emitStacks([loaded(validDeclaration, [...partsWith(validOptions), ...parts])])
  return emission === undefined || E.isRight(emission.file) ? [] : emission.file.left
}

const types = (addresses: ReadonlyArray<string>): ReadonlySet<string | undefined> =>
  new Set(addresses.map((address) => address.split('.')[0]))

for (const [kind, all, made] of [
  ['resource', resourceTypes, (type: string) => resource(type, 'more', {})],
  ['data', dataSourceTypes, (type: string) => dataSource(type, 'more', {})]
] as const)
  test(`in a whole stack, one more ${kind} of any type is refused once, and the reason says what it is`, () => {
    const found = refusals(all.map(made))
    assert.is(found.length, all.length)
    const listed = types(authorised[kind])
    for (const [index, type] of all.entries()) {
      const problem = found[index]
      if (problem?.at === undefined) throw new Error(`no violation for ${type}`)
      assert.is(problem.rule, 'authorised-blocks')
      assert.is(problem.at.includes(type), true, type)
      assert.match(problem.clause, /^J\.7\.0 §[56]$/)
      const alone = problem.expected === `the declared ${kind === 'data' ? 'data.' : ''}${type} alone`
      const never = problem.expected.startsWith(`nothing of type ${type}: `)
      assert.is(alone, listed.has(type), type)
      assert.is(never, !listed.has(type), type)
    }
  })

test('a type is judged by its whole name', () => {
  for (const type of [
    'aws_s3_bucke',
    'aws_s3_buckets',
    'aws_s3_bucket_',
    'AWS_S3_BUCKET',
    's3_bucket',
    'awscc_s3_bucket'
  ])
    assert.is(judged([{ type: 'resource', labels: [type, 'state'], body: {}, at: [], refersTo: [] }]).length, 1, type)
})

test.run()
