import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Environment, LogicalRegion } from '../../src/declaration/names.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('environment')

test('names of environments', () => {
  const names = ['staging', 'production', 'prod-2', 'a', 'e'.repeat(32)]
  assert.equal(accepted(Environment, names), names)
})

test('no capitals, no hyphen at an end or twice, no path, no expression', () => {
  const others = [
    'Staging',
    '-a',
    'a-',
    'a--b',
    '2a',
    'a_b',
    'a/b',
    '..',
    'e'.repeat(33),
    'a\n',
    '',
    '${env}',
    1,
    undefined
  ]
  assert.equal(accepted(Environment, others), [])
})

test('names of logical regions have no hyphen', () => {
  assert.equal(accepted(LogicalRegion, ['eu', 'north1', 'r'.repeat(16)]), ['eu', 'north1', 'r'.repeat(16)])
  assert.equal(accepted(LogicalRegion, ['eu-west', 'EU', '1eu', 'r'.repeat(17), '', 'eu\n', null]), [])
})

/** Every text of one to four of these characters. */
const texts = Array.from({ length: 4 }).reduce<ReadonlyArray<string>>(
  (shorter) => ['', ...shorter.flatMap((text) => ['a', '1', '-'].map((character) => text + character))],
  ['']
)

test('no two pairs of environment and logical region have one name of a stack', () => {
  const pairs = accepted(Environment, texts).flatMap((environment) =>
    accepted(LogicalRegion, texts).map((region) => `${String(environment)}-${String(region)}`)
  )
  assert.ok(pairs.length > 100, `${pairs.length} pairs`)
  assert.is(new Set(pairs).size, pairs.length)
})

test.run()
