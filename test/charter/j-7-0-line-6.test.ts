import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, resourceBody } from '../../src/charter/codec.ts'
import { j70 } from '../../src/charter/j-7-0.ts'
import { ClosedType } from '../../src/diagnostics/closed.ts'
import { emitStack } from '../../src/stack/emit.ts'
import { type StackDeclaration, stack } from '../../src/stack/stack.ts'
import { line6 } from '../support/provider-line-6.ts'
import { schemaFaults, unknownNames } from '../support/schema-faults.ts'
import { declaration } from '../support/valid-blocks.ts'
import { partsWith, validDeclaration, validOptions, validSource } from '../support/valid-stack.ts'

const test = suite('J.7.0 by the attributes of provider 6.66.0')

type Shape = Readonly<Record<string, t.Mixed>>
type Body = ClosedType<Shape, Shape>

const bodyOf = (place: string): Body => {
  const body = j70.blocks.get(place)?.body(declaration)
  if (!(body instanceof ClosedType)) throw new Error(`${place} has no closed body`)
  return body as Body
}

/** `aws_s3_bucket.state` is of the type `aws_s3_bucket`; data sources and the provider have two words. */
const typeOf = (place: string): string =>
  /^(data|provider)\./.test(place) ? place.split('.').slice(0, 2).join('.') : place.split('.').slice(0, 1).join('')

const places = [...j70.blocks.keys()].filter((name) => !/^(terraform$|local\.|import )/.test(name))

for (const place of places)
  test(`line 6 takes ${place} too`, () => {
    const schema = line6(typeOf(place))
    assert.ok(schema !== undefined, `the bindings know ${place}`)
    assert.equal(schemaFaults(bodyOf(place), schema, place), [])
  })

test('every argument of the provider that the charter forbids is one that line 6 has, or OpenTofu itself', () => {
  assert.equal(unknownNames(bodyOf('provider.aws'), line6('provider.aws') ?? {}), ['for_each'])
})

test('every resource that takes a region of its own in line 6 is refused one', () => {
  const regional = places.filter((place) => 'region' in (line6(typeOf(place))?.attributes ?? {}))
  assert.ok(regional.some((place) => place.startsWith('aws_dynamodb_table.')))
  for (const place of regional.filter((name) => name !== 'provider.aws'))
    assert.ok('region' in bodyOf(place).optional, `${place} forbids region`)
})

test('a stack that accepts it emits the same file for line 6 but for the release', () => {
  const versions = {
    ...validDeclaration.versions,
    awsProvider: '6.66.0',
    acceptedProof: 'checked against its schema, not run'
  } as const
  const text = (written: StackDeclaration): string => {
    const emission = emitStack({ source: validSource, stack: E.right(stack(written, partsWith(validOptions))) })
    if (E.isLeft(emission.file)) throw new Error(JSON.stringify(emission.file.left))
    return emission.file.right.text
  }
  const of6 = text({ ...validDeclaration, versions })
  assert.is.not(of6, text(validDeclaration))
  assert.is(of6.replace('"6.66.0"', '"5.100.0"'), text(validDeclaration))
})

test('what line 6 does not know is seen', () => {
  const table = line6('aws_dynamodb_table') ?? {}
  const faults = (shape: Shape): ReadonlyArray<string> => schemaFaults(resourceBody('t', shape), table, 't')
  const valid: Shape = { name: attribute('tflock') }
  assert.equal(faults(valid), [])
  assert.equal(faults({}), ['t.name is missing'])
  assert.equal(faults({ ...valid, hash_keys: attribute('LockID') }), ['t.hash_keys does not exist'])
  assert.equal(faults({ ...valid, read_capacity: attribute('1') }), ['t.read_capacity is no "number"'])
  assert.equal(faults({ ...valid, point_in_time_recovery: attribute({ on: true }) }), [
    't.point_in_time_recovery.on does not exist',
    't.point_in_time_recovery.enabled is missing'
  ])
})

test.run()
