import type * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, resourceBody } from '../../src/charter/codec.ts'
import { j70 } from '../../src/charter/j-7-0.ts'
import { ClosedType, closed } from '../../src/diagnostics/closed.ts'
import { RecoveryDays } from '../../src/declaration/settings.ts'
import { Tags } from '../../src/declaration/tags.ts'
import { type BlockSchema, providerSchema } from '../support/provider-schema.ts'
import { schemaFaults, unknownNames } from '../support/schema-faults.ts'
import { declaration } from '../support/valid-blocks.ts'

const test = suite('J.7.0 by the schema of the provider')

type Shape = Readonly<Record<string, t.Mixed>>
type Body = ClosedType<Shape, Shape>

const bodyOf = (place: string): Body => {
  const body = j70.blocks.get(place)?.body(declaration)
  if (!(body instanceof ClosedType)) throw new Error(`${place} has no closed body`)
  return body as Body
}

const schemaOf = (place: string): BlockSchema | undefined => {
  const [first = '', second = ''] = place.split('.')
  if (place === 'provider.aws') return providerSchema.provider.block
  return (first === 'data' ? providerSchema.data_source_schemas[second] : providerSchema.resource_schemas[first])?.block
}

/** Places that no provider knows: OpenTofu's own. */
const own = /^(terraform$|local\.|import )/

for (const place of [...j70.blocks.keys()].filter((name) => !own.test(name)))
  test(`the provider takes ${place}`, () => {
    const schema = schemaOf(place)
    assert.ok(schema !== undefined, `the schema knows ${place}`)
    assert.equal(schemaFaults(bodyOf(place), schema, place), [])
  })

test('what the provider configuration forbids by name exists, but for what OpenTofu itself reads there', () => {
  assert.equal(unknownNames(bodyOf('provider.aws'), providerSchema.provider.block), ['alias', 'for_each'])
})

test('the schema is that of the one authorised release', () => {
  assert.equal(Object.keys(j70.providerReleases), ['5.100.0', '6.66.0'])
  assert.is(j70.providerReleases['5.100.0'].proof, 'proven by run')
  assert.match(JSON.stringify(providerSchema), /"about":"hashicorp\/aws 5\.100\.0,/)
})

const table = schemaOf('aws_dynamodb_table.lock') ?? {}
const valid: Shape = { name: attribute('tflock'), tags: Tags }

const faultsOf = (shape: Shape, schema: BlockSchema): ReadonlyArray<string> =>
  schemaFaults(resourceBody('t', shape), schema, 't')

/** Wrong codecs for a table, and what must be said of each. */
const planted: ReadonlyArray<readonly [Shape, ReadonlyArray<string>]> = [
  [valid, []],
  [{ ...valid, deletion_protection_enable: attribute(true) }, ['t.deletion_protection_enable does not exist']],
  [{ ...valid, deletion_protection_enabled: attribute('true') }, ['t.deletion_protection_enabled is no "bool"']],
  [{ ...valid, read_capacity: attribute('1') }, ['t.read_capacity is no "number"']],
  [{ ...valid, read_capacity: attribute(1) }, []],
  [{ ...valid, read_capacity: Tags }, ['t.read_capacity is no "number"']],
  [{ ...valid, tags: RecoveryDays }, ['t.tags is no ["map","string"]']],
  [{ ...valid, tags: attribute({ Purpose: 1 }) }, ['t.tags is no ["map","string"]']],
  [{ ...valid, arn: attribute('arn') }, ['t.arn can only be read']],
  [{ tags: Tags }, ['t.name is missing']],
  [{ ...valid, ttl: attribute(true) }, ['t.ttl is a block']],
  [{ ...valid, ttl: attribute({ enable: true }) }, ['t.ttl.enable does not exist']],
  [{ ...valid, ttl: closed('ttl', { enabled: attribute(1) }) }, ['t.ttl.enabled is no "bool"']],
  [{ ...valid, replica: attribute({ propagate_tags: true }) }, ['t.replica.region_name is missing']],
  [{ ...valid, import_table: attribute({ input_format: 'CSV' }) }, ['t.import_table.s3_bucket_source is missing']]
]

test('a wrong codec is seen', () => {
  for (const [shape, faults] of planted) assert.equal(faultsOf(shape, table), faults)
})

test('so is one for what the provider would rather not see', () => {
  const bucket = schemaOf('aws_s3_bucket.state') ?? {}
  assert.equal(faultsOf({ acl: attribute('private') }, bucket), ['t.acl is deprecated'])
  assert.equal(faultsOf({ versioning: attribute({ enabled: true }) }, bucket), ['t.versioning is deprecated'])
  const secret: BlockSchema = { attributes: { token: { type: 'string', optional: true, sensitive: true } } }
  assert.equal(faultsOf({ token: attribute('x') }, secret), ['t.token is sensitive'])
})

test.run()
