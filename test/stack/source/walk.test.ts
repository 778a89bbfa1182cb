import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'

/** What only types know is taken off; what is more than a type is looked into, also where `export` or `declare` stands before it. */
const test = suite('what a stack file declares for its types')

const told = (text: string): ReadonlyArray<string> =>
  judgedSource('stacks/a.ts', text, []).problems.map(({ place, actual }) => `${place?.column}: ${actual}`)

const nothing = '`declare`, which makes no value'

for (const [text, actual] of [
  ['export declare const a: number', nothing],
  ['export declare let a: string', nothing],
  ['export declare const { a }: { a: 1 }', nothing],
  ['export declare function a(): void', nothing],
  ['export declare enum A { B }', 'an `enum`, which is more than a type'],
  ['export declare namespace A { const b = 1 }', 'a namespace'],
  ['export declare class A {}', 'a class'],
  ['export declare abstract class A {}', 'a class'],
  ['declare const a: number', nothing],
  ['declare enum A { B }', 'an `enum`, which is more than a type'],
  ['declare global { const a: 1 }', 'a namespace']
] as const)
  test(`${text} is refused once`, () => {
    assert.equal(told(text), [`${text.startsWith('export') ? 8 : 1}: ${actual}`])
  })

test('a type is not refused, in each form of an export', () => {
  for (const text of [
    'export type A = 1',
    'export interface A { b: 1 }',
    'type A = 1; export { type A }',
    'type A = 1; export type { A }',
    "export type { A } from './a.ts'",
    "export type * from './a.ts'",
    "export type * as A from './a.ts'"
  ])
    assert.equal(told(text), [], text)
})

test.run()
