import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as automationRole from '../../../src/stack/parts/automation-role.ts'
import * as block from '../../../src/stack/parts/block.ts'
import * as lockTable from '../../../src/stack/parts/lock-table.ts'
import * as operatorRole from '../../../src/stack/parts/operator-role.ts'
import * as permissionsBoundary from '../../../src/stack/parts/permissions-boundary.ts'
import * as stateBucket from '../../../src/stack/parts/state-bucket.ts'
import * as stack from '../../../src/stack/stack.ts'
import { surface } from '../../../src/stack/surface.ts'
import { type Realm, newRealm } from '../../../src/outside/stack/realm.ts'

/** What a body gives in a realm; the judge of the grammar is left out, since this is the wall behind it. */
const inRealm = (realm: Realm, body: string): unknown =>
  Reflect.apply(compileFunction(body, ['host', 'surface'], { parsingContext: realm.context }), undefined, [
    {},
    realm.surface.get('zenthea-foundation/stack')
  ])

const plain = (body: string): unknown => JSON.parse(JSON.stringify(inRealm(newRealm(surface), body)))

const test = suite('stack realm')

test('it has no process, no network, no clock, no other name', () => {
  const names =
    'process fetch crypto performance WebAssembly Date Math JSON Map Proxy Reflect RegExp Symbol Promise Function eval globalThis escape Intl Iterator'
  assert.equal(
    plain(
      `return [${names
        .split(' ')
        .map((name) => `typeof ${name}`)
        .join(',')}]`
    ),
    names.split(' ').map(() => 'undefined')
  )
  assert.equal(plain('return [typeof constructor, typeof __defineGetter__]'), ['undefined', 'undefined'])
})

test('no code is made from text, and nothing leads to a constructor', () => {
  const kinds = [
    '() => 1',
    'async () => 1',
    'function* () {}',
    'async function* () {}',
    'surface.stack',
    'class {}.prototype',
    '[]',
    "''",
    '1',
    'Error("x")'
  ]
  assert.equal(
    plain(`return [${kinds.map((kind) => `typeof (${kind}).constructor`).join(',')}]`),
    kinds.map((kind) => (kind.startsWith('class') ? 'function' : 'undefined'))
  )
})

test('text, numbers and functions say the same on every engine, or nothing', () => {
  const engine = "'normalize localeCompare match search matchAll anchor'.split(' ').map((name) => typeof ''[name])"
  assert.equal(
    plain(`return ${engine}`),
    Array.from({ length: 6 }, () => 'undefined')
  )
  assert.equal(
    plain("return ['aZ'.toUpperCase(), 'aZ'.toLowerCase(), (0.1).toString(3), [3].map((1.5).toString, 0.1)[0]]"),
    ['AZ', 'az', '0.1', '0.1']
  )
  assert.equal(plain("return [`${() => 1}`, String(surface.stack), (function f() { return 2 }) + '']"), [
    'function',
    'function',
    'function'
  ])
  assert.throws(() => plain("return 'ɤ'.toUpperCase()"), /only of ASCII letters/)
})

test('a number is made of no text with more than 20 digits, whichever way it gets there', () => {
  const twenty = '12345678901234567890'
  assert.equal(
    plain(
      `return [Number(), Number('-${twenty}e-5'), ['${twenty}0000'].map(Number)[0], Number('0.000${twenty}'), Number(' 0x1f '), Number(10n), Number(true), Number.isInteger(3)]`
    ),
    [0, -123456789012345.67, 1.234567890123456789e23, 0.0001234567890123456789, 31, 10, 1, true]
  )
  for (const way of ["Number('1')", "Number('.1e5')", "['1'].map(Number)[0]", "Number(...['-0.0001'])"])
    assert.throws(() => plain(`return ${way.replace(/(?<=1)(?=e|')/, `${twenty}1`)}`), /more than 20 digits/, way)
  for (const way of ["Number(['1'])", "Number({ valueOf: () => '1' })", 'Number(() => 1)'])
    assert.throws(() => plain(`return ${way}`), /Number of an object/, way)
  assert.equal(plain('return [typeof Number.parseFloat, typeof Number.parseInt, typeof (1).constructor]'), [
    'undefined',
    'undefined',
    'undefined'
  ])
})

test('nothing is sorted by a comparison, whichever way it gets there, and no list is joined inside itself', () => {
  assert.equal(plain("return ['b', 'a'].toSorted()"), ['a', 'b'])
  const by = ['(list.toSorted)(by)', 'list.toSorted(...[by])', "list['to' + 'Sorted'](by)"]
  for (const way of [...by, '({ length: 2, 0: 1, 1: 2, toSorted: list.toSorted }).toSorted(by)'])
    assert.throws(
      () => plain(`const list = [3, 1, 2]; const by = () => 1; return ${way}`),
      /depends on the engine/,
      way
    )
  const inside = "const list = [1, { toString: () => 'in ' + list.join() }]; return "
  for (const way of ['list.join()', '`${list}`', "list + ''", 'String([list, 2])'])
    assert.throws(() => plain(inside + way), /the text of a list inside itself/, way)
  assert.equal(plain("const a = [1, 2]; return [[a, a].join('+'), a.join(), `${[a]}`, [null, [undefined]].join()]"), [
    '1,2+1,2',
    '1,2',
    '1,2',
    ','
  ])
})

test('of entries, no key stands twice, whichever way it is written', () => {
  assert.equal(plain('return Object.fromEntries(Object.entries({ b: 1, 2: 3 }).map(([key, n]) => [`${key}x`, n]))'), {
    '2x': 3,
    bx: 1
  })
  for (const way of ["['a', 'a']", "['1', 1]", "['a', { toString: () => 'a' }]", "['__proto__', '__proto__']"])
    assert.throws(() => plain(`return Object.fromEntries(${way}.map((key) => [key, 1]))`), /a key twice/, way)
})

test('what one realm changes is not in the next', () => {
  inRealm(newRealm(surface), "Array.prototype.map = () => 'mine'; Object.prototype.tags = 1; String = () => 'mine'")
  assert.equal(plain('return [[1].map((n) => n + 1), ({}).tags === undefined, String(1)]'), [[2], true, '1'])
})

test('a call is noted and does nothing; what it gives is an empty record of the realm', () => {
  const realm = newRealm(surface)
  const made = inRealm(realm, "return surface.stack('a', [1])") as object
  assert.equal(Reflect.ownKeys(made), [])
  assert.is(Object.getPrototypeOf(made), null)
  assert.is(Object.isFrozen(made), true)
  assert.is(realm.callOf(made)?.by, stack.stack)
  assert.is(realm.callOf({}), undefined)
  assert.is(newRealm(surface).callOf(made), undefined)
  assert.throws(() => inRealm(realm, "'use strict'; surface.stack = 1"), /read only/)
  assert.throws(() => inRealm(realm, "'use strict'; surface.stack.x = 1"), /extensible/)
})

test('the authoring surface is exactly what package.json exports', () => {
  const { name, exports } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    './src/stack/parts/automation-role.ts': automationRole,
    './src/stack/parts/block.ts': block,
    './src/stack/parts/lock-table.ts': lockTable,
    './src/stack/parts/operator-role.ts': operatorRole,
    './src/stack/parts/permissions-boundary.ts': permissionsBoundary,
    './src/stack/parts/state-bucket.ts': stateBucket,
    './src/stack/stack.ts': { stack: stack.stack }
  }
  const wanted = Object.entries(exports).map(([path, file]) => [
    `${name}${path.slice(1)}`,
    { ...modules[String(file)] }
  ])
  assert.equal(surface, Object.fromEntries(wanted))
})

test.run()
