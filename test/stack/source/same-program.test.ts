import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parsedSource } from '../../../src/stack/source/parsed-source.ts'
import { differenceIn } from '../../../src/stack/source/same-program.ts'

const test = suite('whether a program means the same without its types')

const programOf = (text: string, lang: 'ts' | 'js') => {
  const parsed = parsedSource(text, lang)
  if (E.isLeft(parsed)) throw new Error(parsed.left.map(({ actual }) => actual).join())
  return parsed.right.program
}

const found = (typed: string, plain: string): number | undefined =>
  differenceIn(programOf(typed, 'ts'), programOf(plain, 'js'))

/** TypeScript, and the JavaScript that means the same. */
const same: ReadonlyArray<readonly [typed: string, plain: string]> = [
  ['const a = 1', 'const   a\n=\n1'],
  ['const a = 0x10', 'const a = 16'],
  ['const a = "b"', "const a = 'b'"],
  ['#!/usr/bin/env node\nconst a = 1', 'const a = 1'],
  ['const a: number = 1', 'const a = 1'],
  ['const a = 1 as number', 'const a = 1'],
  ['const a = 1 satisfies number', 'const a = 1'],
  ['const a = b!', 'const a = b'],
  ['const a = (b as c)! satisfies d', 'const a = b'],
  ['interface A { b: c }\nd()', 'd()'],
  ['export interface A { b: c }\nd()', 'd()'],
  ['type A = b\nd()', 'd()'],
  ['export type A = b\nd()', 'd()'],
  ['function f(a: b): c\nfunction f(a) { return a }', 'function f(a) { return a }'],
  ['export function f(a: b): c\nexport function f(a) { return a }', 'export function f(a) { return a }'],
  [';;a();', 'a()'],
  ["import type { A } from './a.ts'\nd()", 'd()'],
  ["import { type A, b } from './a.ts'", "import { b } from './a.ts'"],
  ["export type { A } from './a.ts'\nd()", 'd()'],
  ["export { type A, b } from './a.ts'", "export { b } from './a.ts'"],
  ['function f(this: a, b) { return b }', 'function f(b) { return b }']
]
for (const [typed, plain] of same) test(`the same: ${typed}`, () => assert.is(found(typed, plain), undefined))

/** Two programs that differ; the place of the difference is marked in the first. */
const others: ReadonlyArray<readonly [marked: string, plain: string]> = [
  ['const a = ¦1', 'const a = 2'],
  ['const a = ¦-0', 'const a = 0'],
  ['const ¦a = 1', 'const b = 1'],
  ['¦const a = 1', 'let a = 1'],
  ['const a = ¦"1"', 'const a = 1'],
  ['const a = ¦[1, 2]', 'const a = [1]'],
  ['const a = [1, ¦2]', 'const a = [1, 3]'],
  ['const a = [¦1, 2]', 'const a = [2, 1]'],
  ['¦a()\nb()', 'a()'],
  ['const a = (¦1 as b)!', 'const a = 2'],
  ['const a = ¦b?.c', 'const a = b.c'],
  ['import { ¦b } from "./a.ts"', 'import { c } from "./a.ts"'],
  ['¦import { b } from "./a.ts"', 'import {} from "./a.ts"'],
  ['const f = ¦async () => 1', 'const f = () => 1'],
  ['const f = ¦(b) => 1', 'const f = () => 1'],
  ['if (a) ¦b()', 'if (a) {}']
]
for (const [marked, plain] of others)
  test(`another meaning: ${marked}`, () => assert.is(found(marked.replace('¦', ''), plain), marked.indexOf('¦')))

test.run()
