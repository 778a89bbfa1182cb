import * as E from 'fp-ts/lib/Either.js'
import { compileFunction } from 'node:vm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parsedSource } from '../../../src/stack/source/parsed-source.ts'
import { exportsOf, scriptOf, wantedNames } from '../../../src/stack/source/script.ts'

const test = suite('a module as the body of a function')

const programOf = (text: string) => {
  const parsed = parsedSource(text, 'js')
  if (E.isLeft(parsed)) throw new Error(parsed.left[0]?.actual)
  return parsed.right.program
}

/** What the other files export. */
const others: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  './a.ts': { default: 'a', one: 1, two: 2 },
  './b.ts': { default: 'b', two: 'of b', three: 3 }
}
const namesOf = (specifier: string) => Object.keys(others[specifier] ?? {}).filter((name) => name !== 'default')

/** What a module exports when it has run as a script. */
const run = (text: string): unknown => {
  const script = scriptOf(text, programOf(text), namesOf)
  const parameters = script.imports.map(([parameter]) => parameter)
  const made: unknown = Reflect.apply(
    compileFunction(script.text, parameters),
    undefined,
    script.imports.map(([, specifier]) => others[specifier])
  )
  assert.is(Object.getPrototypeOf(made), null)
  return { ...(made as object) }
}

/** Modules, what each exports when it runs, by ECMA-262, "Module Records"; and the names that it gives and takes. */
const modules: Readonly<
  Record<string, readonly [exported: object, own: ReadonlyArray<string>, wanted: ReadonlyArray<string>]>
> = {
  'export default 1': [{ default: 1 }, ['default'], []],
  'export default (1, 2)': [{ default: 2 }, ['default'], []],
  'export default { a: 1 }': [{ default: { a: 1 } }, ['default'], []],
  'export  default\n[1]': [{ default: [1] }, ['default'], []],
  'export const a = 1, [b, { c, ...d }] = [2, { c: 3, e: 4 }]': [
    { a: 1, b: 2, c: 3, d: { e: 4 } },
    ['a', 'b', 'c', 'd'],
    []
  ],
  'export let a = 1; a = 2': [{ a: 2 }, ['a'], []],
  'const a = 1; export { a, a as b }': [{ a: 1, b: 1 }, ['a', 'b'], []],
  'const a = 1\nexport { a as default }': [{ default: 1 }, ['default'], []],
  "import a from './a.ts'; export default a": [{ default: 'a' }, ['default'], ['./a.ts default 7']],
  "import { one, two as zwei } from './a.ts'; export { one, zwei }": [
    { one: 1, zwei: 2 },
    ['one', 'zwei'],
    ['./a.ts one 9', './a.ts two 14']
  ],
  "import a, * as all from './a.ts'; export default [a, all.one]": [
    { default: ['a', 1] },
    ['default'],
    ['./a.ts default 7']
  ],
  "import './a.ts'": [{}, [], []],
  "export { one, default as eins } from './a.ts'": [
    { one: 1, eins: 'a' },
    ['one', 'eins'],
    ['./a.ts one 9', './a.ts default 14']
  ],
  "export * from './a.ts'": [{ one: 1, two: 2 }, [], []],
  "export * from './a.ts'; export * from './b.ts'": [{ one: 1, two: 2, three: 3 }, [], []],
  "export const one = 0; export * from './a.ts'": [{ one: 0, two: 2 }, ['one'], []],
  "export * as all from './a.ts'": [{ all: others['./a.ts'] }, ['all'], []],
  "import { one } from './a.ts'; import { three } from './b.ts'; import { two } from './a.ts'; export default [one, two, three]":
    [{ default: [1, 2, 3] }, ['default'], ['./a.ts one 9', './b.ts three 39', './a.ts two 71']]
}
for (const [text, [exported, own, wanted]] of Object.entries(modules))
  test(text, () => {
    assert.equal(run(text), exported)
    assert.equal(exportsOf(programOf(text)).own, own)
    assert.equal(
      wantedNames(programOf(text)).map(({ specifier, name, at }) => `${specifier} ${name} ${at}`),
      wanted
    )
  })

test('functions under a name, their own and the default one, can be called before they stand there', () => {
  const text =
    'export const a = f(), b = g()\nexport default function f() { return 1 }\nexport function g() { return 2 }'
  const made = run(text) as Readonly<Record<string, unknown>>
  assert.equal([made['a'], made['b'], typeof made['default'], typeof made['g']], [1, 2, 'function', 'function'])
  assert.equal(exportsOf(programOf(text)).own, ['a', 'b', 'default', 'g'])
})

test('a function without a name is the default, and may be followed by a bracket', () => {
  const made = run('export default function () { return 1 }\n;[2]') as Readonly<Record<string, () => number>>
  assert.is(made['default']?.(), 1)
  assert.is((run('export default () => 1\n') as Readonly<Record<string, () => number>>)['default']?.(), 1)
})

test('each file is taken once, and those that are passed on whole are named', () => {
  const text =
    "import a from './a.ts'\nexport * from './b.ts'\nexport { one } from './a.ts'\nexport * as all from './b.ts'"
  assert.equal(scriptOf(text, programOf(text), namesOf).imports, [
    ['__0', './a.ts'],
    ['__1', './b.ts']
  ])
  assert.equal(exportsOf(programOf(text)).stars, ['./b.ts'])
})

test('it is strict, and each line and column stays where it was, one line further down', () => {
  const text = "import a from './a.ts'\nexport const b = a\n  export default b\n"
  const lines = scriptOf(text, programOf(text), namesOf).text.split('\n')
  assert.is(lines[0], `'use strict';const a=__0["default"];`)
  assert.is(lines[2], '       const b = a')
  assert.is(lines[3], '  const __d=     b;')
})

test.run()
