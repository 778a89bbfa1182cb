import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  attribute,
  authorisedAttribute,
  forbidden,
  only,
  protectedLifecycle,
  resourceBody
} from '../../src/charter/codec.ts'
import { type Meaning, decode, meaningOf } from '../../src/diagnostics/decode.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('codecs of the charter')
const of: Meaning = { rule: 'planted', clause: 'J.7.0 §4', remedy: 'None.' }

test('one value, with its keys in any order, and no other', () => {
  const values = [
    { a: [1, true], b: 'x' },
    { b: 'x', a: [1, true] }
  ]
  const others = [{ a: [true, 1], b: 'x' }, { a: [1, true] }, { a: [1, true], b: 'x', c: 1 }, [], 'x', null, undefined]
  assert.equal(accepted(only({ a: [1, true], b: 'x' }, of), [...values, ...others]), values)
})

test('a text differs from its number, and false from nothing', () => {
  assert.equal(accepted(only('1', of), ['1', 1, true]), ['1'])
  assert.equal(accepted(only(false, of), [false, 0, '', null, undefined]), [false])
  assert.equal(accepted(only([], of), [[], {}, '', [[]]]), [[]])
})

test('what it says when it refuses', () => {
  const decoded = decode(only(true, of), 'true', ['flag'], authorisedAttribute)
  assert.equal(
    decoded,
    E.left([
      {
        rule: 'planted',
        clause: 'J.7.0 §4',
        at: ['flag'],
        expected: 'true',
        actual: '"true"',
        remedy: 'None.'
      }
    ])
  )
})

test('an attribute without words of its own has those of all attributes', () => {
  assert.is(meaningOf(attribute('x')), authorisedAttribute)
})

test('a forbidden attribute takes no value, and says by which clause', () => {
  assert.equal(accepted(forbidden(of), [null, false, '', 0, {}, []]), [])
  const decoded = decode(forbidden(of), false, ['count'], authorisedAttribute)
  assert.equal(E.isLeft(decoded) && decoded.left.map(({ rule, expected, actual }) => [rule, expected, actual]), [
    ['planted', 'nothing: it is not authorised here', 'false']
  ])
})

const rulesFor = (body: unknown): ReadonlyArray<string> => {
  const decoded = decode(resourceBody('aws_x', { name: attribute('a') }), body, [], authorisedAttribute)
  return E.isLeft(decoded) ? decoded.left.map(({ rule, clause }) => `${rule} ${clause}`) : []
}

test('every meta-argument of OpenTofu is refused in every resource, with its clause', () => {
  assert.equal(rulesFor({ name: 'a' }), [])
  const clauses = {
    region: 'resource-region J.7.0 §3.1',
    provider: 'resource-provider J.7.0 §3.1',
    provisioner: 'provisioner J.7.0 §6',
    connection: 'provisioner J.7.0 §6',
    count: 'repetition J.7.0 §6',
    for_each: 'repetition J.7.0 §6',
    depends_on: 'authorised-attributes J.7.0 §9',
    lifecycle: 'authorised-attributes J.7.0 §9',
    _: 'authorised-attributes J.7.0 §9',
    '//': 'authorised-attributes J.7.0 §9',
    dynamic: 'authorised-attributes J.7.0 §9'
  }
  for (const [name, rule] of Object.entries(clauses)) assert.equal(rulesFor({ name: 'a', [name]: 'x' }), [rule])
})

test('a protected lifecycle protects and does nothing else', () => {
  const values = [
    { prevent_destroy: true },
    { prevent_destroy: 'true' },
    { prevent_destroy: true, ignore_changes: 'all' },
    {}
  ]
  assert.equal(accepted(protectedLifecycle(), values), [{ prevent_destroy: true }])
})

test.run()
