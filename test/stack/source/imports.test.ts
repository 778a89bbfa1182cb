import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'

/** What an author reads of an import or an export that is refused: each way in which a name can be meant. */
const test = suite('imports and exports of a stack file')

const surface = ['zenthea-foundation/lock-table', 'zenthea-foundation/operator-role', 'zenthea-foundation/stack']
const judged = (text: string) => judgedSource('stacks/a.ts', text, surface)
const told = (text: string): ReadonlyArray<string> =>
  judged(text).problems.map(
    ({ place, expected, actual, remedy }) => `${place?.column} | ${expected} | ${actual} | ${remedy}`
  )

const elsewhere = 'Import from the authoring surface or from a file in stacks/, or write the value itself.'

for (const [statement, specifier, remedy] of [
  ['import { stack }', 'zenthea-foundation/stak', "Write 'zenthea-foundation/stack' for 'zenthea-foundation/stak'."],
  ['import { stack }', 'foundation/stack', 'Write zenthea-foundation/ for foundation/ in the import.'],
  [
    'import { stack }',
    '@zenthea/foundation/stack',
    'Write zenthea-foundation/ for @zenthea/foundation/ in the import.'
  ],
  ['export { stack }', 'foundation/stack', 'Write zenthea-foundation/ for foundation/ in the import.'],
  ['export *', 'foundation/stack', 'Write zenthea-foundation/ for foundation/ in the import.'],
  ['import { a }', 'stack', "Write 'zenthea-foundation/stack' for 'stack'."],
  ['import { a }', 'foundation/stack.ts', "Write 'zenthea-foundation/stack' for 'foundation/stack.ts'."],
  ['import { a }', 'foundation/stack.js', "Write 'zenthea-foundation/stack' for 'foundation/stack.js'."],
  ['import { a }', 'foundation/stack.jsx', elsewhere],
  ['import { a }', 'foundation/lock-tabel.ts', "Write 'zenthea-foundation/lock-table' for 'foundation/lock-tabel.ts'."],
  ['import { a }', 'foundation/lock-tabel', "Write 'zenthea-foundation/lock-table' for 'foundation/lock-tabel'."],
  ['import { stack }', 'foundation/lock-tabel', "Write 'zenthea-foundation/lock-table' for 'foundation/lock-tabel'."],
  ['import { lockTable }', 'foundation', "Write 'zenthea-foundation/lock-table' for 'foundation'."],
  ['import { a, operatorRole }', '@x/y', "Write 'zenthea-foundation/operator-role' for '@x/y'."],
  ['import { operatorRole as a }', '@x/y', "Write 'zenthea-foundation/operator-role' for '@x/y'."],
  ['import { a as operatorRole }', '@x/y', elsewhere],
  ['import operatorRole', '@x/y', elsewhere],
  ['import * as operatorRole', '@x/y', elsewhere],
  ['export { operatorRole }', '@x/y', elsewhere],
  ['import { readFileSync }', 'node:fs', elsewhere],
  ['import type { Stats }', 'node:fs', elsewhere]
] as const)
  test(`${statement} from '${specifier}'`, () => {
    const text = `${statement} from '${specifier}'\n`
    assert.equal(told(text), [
      `${text.indexOf("'") + 1} | ${surface.join(', ')}, or a file in stacks/ such as ./shared/tags.ts | an import of '${specifier}' | ${remedy}`
    ])
  })

for (const [specifier, fault] of [
  ['./a', ', which does not end in .ts'],
  ['../stack', ', which does not end in .ts'],
  ['./a.js', ', which does not end in .ts'],
  ['./a%2Eb.ts', ', which is not a plain path'],
  ['./a?b.ts', ', which is not a plain path'],
  ['./a#b.ts', ', which is not a plain path'],
  ['./a\\\\b.ts', ', which is not a plain path'],
  ['./a\\nb.ts', ', which is not a plain path'],
  ['./a//b.ts', ', which is not a plain path'],
  ['.//b.ts', ', which is not a plain path']
] as const)
  test(`a file beside the stack as '${specifier}'`, () => {
    const written = specifier.replaceAll('\\\\', '\\').replaceAll('\\n', '\n')
    assert.equal(told(`import { a } from '${specifier}'\n`), [
      `19 | ${surface.join(', ')}, or a file in stacks/ such as ./shared/tags.ts | an import of '${written}'${fault} | ${elsewhere}`
    ])
  })

test('what is imported when the file runs, each with its place: types are not', () => {
  const text = `import { stack } from 'zenthea-foundation/stack'
import type { A } from './type.ts'
export type { B } from './type.ts'
export type * from './type.ts'
import { type C } from './some.ts'
import '../effect.ts'
export { d } from './named.ts'
export * from './all.ts'
export * as e from './space.ts'
export const f = 1
`
  const { imports, problems } = judged(text)
  assert.equal(problems, [])
  assert.equal(
    imports.map(({ specifier, isRelative, place }) => [specifier, isRelative, place.line, place.column]),
    [
      ['zenthea-foundation/stack', false, 1, 23],
      ['./some.ts', true, 5, 24],
      ['../effect.ts', true, 6, 8],
      ['./named.ts', true, 7, 19],
      ['./all.ts', true, 8, 15],
      ['./space.ts', true, 9, 20]
    ]
  )
})

test('an import with attributes or a phase is told from where it begins', () => {
  for (const statement of [
    "import a from './a.ts' with { type: 'json' }",
    "export { a } from './a.ts' with { type: 'json' }",
    "export * from './a.ts' with { type: 'json' }"
  ])
    assert.equal(told(statement), [
      '1 | a plain import | an import with attributes or a phase | Write `import { … } from`.'
    ])
  assert.is(told("import a from 'node:fs' with { type: 'json' }").length, 2)
})

/** `catch` and `finally` are words of the language, which no value of the file itself can be named by. */
const words = ['catch', 'finally']
const acted = 'then catch finally toJSON toString valueOf constructor prototype __proto__ __x'.split(' ')
const quoted = 'a name in quotes'
const named = (name: string): string => `the name \`${name}\`, by which JavaScript acts on a module`

/** What is told of exports alone. */
const ofExports = (text: string): ReadonlyArray<string> =>
  judged(text)
    .problems.filter(({ expected }) => expected === '`export default`, and other exports under plain names')
    .map(({ place, actual, remedy }) => {
      assert.is(remedy, 'Give it a plain name of its own.')
      return `${place?.column}: ${actual}`
    })

for (const name of acted)
  test(`no export under the name ${name}, in each form`, () => {
    for (const text of [
      `export const ${name} = 1`,
      `export const { ${name} } = { a: 1 }`,
      `export const [${name}] = [1]`,
      `export function ${name}() { return 1 }`,
      `const a = 1; export { a as ${name} }`,
      `export { ${name} } from './a.ts'`,
      `export { a as ${name} } from './a.ts'`,
      `export * as ${name} from './a.ts'`
    ].slice(words.includes(name) ? 4 : 0))
      assert.equal(ofExports(text), [`${text.indexOf(name) + 1}: ${named(name)}`], text)
    for (const text of [
      `export const a = () => { const ${name} = 1; return ${name} }`,
      `export function a(${name}: string) { return ${name} }`,
      `export type ${name} = 1`,
      `export const a${name} = 1`,
      `export const a = { ${name}: 1 }`,
      `export { ${name} as a } from './a.ts'`,
      `type a = 1; export type { a as ${name} }`,
      `type a = 1; export { type a as ${name} }`,
      `import { ${name} as a } from './a.ts'`
    ].slice(words.includes(name) ? 3 : 0))
      assert.equal(ofExports(text), [], text)
  })

test('no name in quotes, in an export or in an import', () => {
  for (const text of [
    "const a = 1; export { a as 'b c' }",
    "export { 'b c' as a } from './a.ts'",
    "export { a as 'b c' } from './a.ts'",
    "export * as 'b c' from './a.ts'",
    "import { 'b c' as a } from './a.ts'"
  ])
    assert.equal(ofExports(text), [`${text.indexOf("'b c'") + 1}: ${quoted}`], text)
  assert.equal(ofExports("export { 'b c' as 'd e' } from './a.ts'"), [`10: ${quoted}`, `19: ${quoted}`])
  for (const text of ["import type { 'b c' as a } from './a.ts'", "export * from './a.ts'", 'export default 1'])
    assert.equal(ofExports(text), [], text)
})

test.run()
