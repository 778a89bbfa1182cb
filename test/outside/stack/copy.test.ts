import { compileFunction } from 'node:vm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { copied } from '../../../src/outside/stack/copy.ts'
import { newRealm } from '../../../src/outside/stack/realm.ts'
import { shown } from '../../../src/diagnostics/shown.ts'
import { isPart } from '../../../src/stack/part.ts'
import { isStack } from '../../../src/stack/stack.ts'
import { surface } from '../../../src/stack/surface.ts'
import { isWritten } from '../../../src/terraform/expression.ts'

/** The copy of what a body gives in a realm; the judge of the grammar is left out, since this is the wall behind it. */
const copyOf = (body: string, host?: unknown): unknown => {
  const realm = newRealm(surface)
  const run = compileFunction(body, ['host', 'stack', 'block', 'bucket'], { parsingContext: realm.context })
  const names = ['stack', 'block', 'state-bucket'].map((name) => realm.surface.get(`zenthea-foundation/${name}`))
  return copied(realm, Reflect.apply(run, undefined, [host, ...names]))
}

const frozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen))

const test = suite('copy of what a stack made')

test('plain data is the same data of this realm, frozen', () => {
  const copy = copyOf(
    "return { a: [1, 'x', true, null, undefined, { b: { __proto__: null, c: -0 } }], ['__proto__']: 2 }"
  )
  assert.equal(copy, { a: [1, 'x', true, null, undefined, { b: { c: -0 } }], ['__proto__']: 2 })
  assert.is(Object.getPrototypeOf(copy), Object.prototype)
  assert.ok(frozen(copy))
})

/** Carriers of what is no data, and what stands in its place. */
const carriers: Readonly<Record<string, readonly [body: string, words: string]>> = {
  'a toJSON': ['return { toJSON: () => "lie" }.toJSON', 'a function'],
  'a getter': ['return { get a() { host.asked = true; return 1 } }', 'a getter or a setter'],
  'a setter': ['return { set a(b) { host.asked = true } }', 'a getter or a setter'],
  'an instance': ['return { a: new (class A { a = 1 })() }', 'an object of a kind of its own'],
  'another prototype': ['return { a: { __proto__: { toJSON: () => "lie" } } }', 'an object of a kind of its own'],
  'a list of a kind of its own': ['return { a: new (class extends Array {})() }', 'an object of a kind of its own'],
  'an error': ['return { a: new Error("a") }', 'an object of a kind of its own'],
  'an object of another realm': ['return { a: host.map }', 'an object of a kind of its own'],
  'a proxy': ['return { a: host.proxy }', 'a proxy'],
  'a function that is a proxy': ['return { a: host.callable }', 'a function'],
  'a symbol': ['return { a: host.symbol }', 'a symbol'],
  'an empty place': ['return { a: [, 1] }', 'an empty place'],
  'a list with names': ['const a = [1]; a.b = 2; return { a }', 'a list with names beside its values'],
  'a key that is a symbol': ['return { a: { [host.symbol]: 1 } }', 'an object with a symbol for a key'],
  'a value within itself': ['const a = {}; a.a = a; return { a }', 'one of the values that it stands in'],
  'a bare length': ['return { a: Array(1e9) }', 'a list of more than 50000 values'],
  'endless levels': [
    'let a = 1; for (let n = 0; n < 200; n++) a = [a]; return { a }',
    'values that nest more than 100 levels deep'
  ],
  'endless text': [
    'let a = "x"; for (let n = 0; n < 24; n++) a += a; return { a }',
    'more than 1000000 characters in one stack'
  ]
}

const words = (value: unknown): ReadonlyArray<string> =>
  typeof value === 'symbol'
    ? [shown(value)]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(words)
      : []

for (const [what, [body, expected]] of Object.entries(carriers))
  test(`${what}: is refused in its place, and asked nothing`, () => {
    const trap = (): never => {
      throw new Error('asked')
    }
    const traps = { get: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap, apply: trap }
    const host = {
      asked: false,
      map: new Map(),
      symbol: Symbol('a'),
      proxy: new Proxy({}, traps),
      callable: new Proxy(() => 1, traps)
    }
    assert.equal([...new Set(words(['a', copyOf(body, host)]))], [expected])
    assert.is(host.asked, false)
  })

test('values that hold each other many times over are bounded', () => {
  const copy = copyOf('let a = [1, 2]; for (let n = 0; n < 60; n++) a = [a, a]; return a')
  assert.ok(words(copy).some((each) => each === 'more than 50000 values in one stack'))
})

test('50,000 values, the outermost one counted, are the most', () => {
  const copy = copyOf('return Array.from({ length: 49999 }, () => 1)')
  assert.equal(words(copy), [])
  assert.is((copy as ReadonlyArray<unknown>).length, 49_999)
  assert.equal(words(copyOf('return Array.from({ length: 50000 }, () => 1)')), ['more than 50000 values in one stack'])
})

test('a list has no name beside its values, also none that is a number to others', () => {
  for (const name of ['', ' ', '01', '1.0', '1e0', '-0', '0x0', '4294967295', 'Infinity'])
    assert.equal(
      words(['a', copyOf(`const a = [1, 2]; a[${JSON.stringify(name)}] = 3; return a`)]),
      ['a list with names beside its values'],
      name
    )
})

test('calls of the surface are made here, of copies, and lookalikes are data', () => {
  const made = copyOf(
    "return stack.stack({ a: { toJSON: () => 1 } }, [bucket.stateBucket({}), { name: 'stateBucket', blocks: {} }])"
  )
  assert.ok(isStack(made))
  if (!isStack(made)) return
  const [real, forged] = made.parts as ReadonlyArray<unknown>
  assert.is(isPart(real), true)
  assert.is(isPart(forged), false)
  assert.is(shown((made.declaration as { a: { toJSON: unknown } }).a.toJSON), 'a function')
  const [written, lookalike] = copyOf(
    "return [block.reference('aws_a.b', 'id'), { _tag: 'Expression', hcl: 'file(\"x\")', refersTo: [] }]"
  ) as readonly [object, object]
  assert.equal([isWritten(written), isWritten(lookalike)], [true, false])
})

test('a reference is made of names, never of code', () => {
  for (const name of ['id}${file("/etc/passwd")', 'id + 1', '', 'a b', 'id\n', 'a.*', '1'])
    assert.match(JSON.stringify(copyOf(`return block.reference('aws_a.b', ${JSON.stringify(name)})`)), '"hcl":"null"')
  assert.match(JSON.stringify(copyOf("return block.reference({ toString: () => 'aws_a.b' }, 'id')")), '"hcl":"null"')
  assert.match(JSON.stringify(copyOf("return block.reference('aws_a.b[0]', 'c.d[1]')")), 'aws_a.b[0].c.d[1]')
})

test.run()
