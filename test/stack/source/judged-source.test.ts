import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Place } from '../../../src/diagnostics/diagnostic.ts'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { escapes } from './escapes.ts'
import { innocents } from './innocents.ts'

const surface = ['zenthea-foundation/lock-table', 'zenthea-foundation/stack']

const judge = (text: string) => judgedSource('stacks/a.ts', text, surface)

/** The source without its marks, and the places where they stood. */
const unmarked = (marked: string): { readonly text: string; readonly places: ReadonlyArray<Place> } => {
  const parts = marked.split('¦')
  const places = parts.slice(0, -1).map((_, index) => {
    const lines = parts
      .slice(0, index + 1)
      .join('')
      .split(/\r\n|\n/)
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
  })
  return { text: parts.join(''), places }
}

const rulesAndPlaces = (text: string) =>
  judge(text).problems.map((problem) =>
    problem.source !== undefined ? { rule: problem.rule, place: problem.place } : { rule: problem.rule }
  )

const refused = suite('escapes')

for (const [what, sources] of Object.entries(escapes))
  for (const [index, marked] of sources.entries())
    refused(`${what} ${index}: ${marked.slice(0, 60)}`, () => {
      const { text, places } = unmarked(marked)
      assert.ok(places.length > 0, 'a place is marked')
      assert.equal(
        rulesAndPlaces(text),
        places.map((place) => ({ rule: 'stack-is-a-declaration', place }))
      )
    })

refused.run()

const accepted = suite('innocents')

for (const [index, text] of innocents.entries())
  accepted(`${index}: ${text.slice(0, 60)}`, () => assert.equal(judge(text).problems, []))

accepted.run()

const words = suite('what a refusal says')

test(
  'a name',
  'const a = process.env.HOME',
  /`process`, which reaches the environment and the process/,
  /Object\.entries/
)
test('a clock', 'const a = Date.now()', /`Date`, which reaches the clock/, /Write the value itself/)
test('another name of JavaScript', 'const a = JSON', /`JSON`, a name of JavaScript or Node/, /Object\.entries/)
test('an undeclared name', 'const a = b', /`b`, which nothing in this file declares/, /itself/)
test(
  'a misspelt name of the file',
  'const account = 1\nconst a = acount',
  /`acount`, which nothing/,
  /^Write account for acount\.$/
)
test(
  'a misspelt import',
  "import { stack } from 'zenthea-foundation/stack'\nconst a = stakc",
  /`stakc`/,
  /^Write stack for stakc\.$/
)
test(
  'a misspelt name of a parameter',
  'const f = (region: string) => regoin',
  /`regoin`/,
  /^Write region for regoin\.$/
)
test('a misspelt value of JavaScript', 'const a = undefind', /`undefind`/, /^Write undefined for undefind\.$/)
test(
  'a misspelt member of JavaScript',
  'const a = Object.freze({})',
  /`Object`/,
  /^Write Object\.freeze for Object\.freze\.$/
)
test('another member of JavaScript', 'const a = Object.assign({})', /`Object`/, /Object\.entries/)
test(
  'a clock that is near a name',
  'const date = 1\nconst a = Date',
  /`Date`, which reaches the clock/,
  /Write the value itself/
)
test(
  'a misspelt module',
  "import { stack } from 'zenthea-foundation/stakc'",
  /an import of/,
  /^Write 'zenthea-foundation\/stack' for 'zenthea-foundation\/stakc'\.$/
)
test('an import', "import 'node:fs'", /'node:fs'/, /authoring surface/)
test('an await', 'await new Promise(() => {})', /`await`: loading a stack has nothing to wait for/, /without `await`/)
test('a member', 'const a = [].constructor', /`constructor`, which leads to code behind the value/, /itself/)
test('a change', "import { a } from './a.ts'\na.b = 1", /a change of a part of a value/, /new value/)

function test(name: string, text: string, actual: RegExp, remedy: RegExp): void {
  words(name, () => {
    const [problem] = judge(text).problems
    if (problem?.source === undefined) throw new Error('no problem')
    assert.match(problem.actual, actual)
    assert.match(problem.remedy, remedy)
    assert.equal([problem.source, problem.clause], ['stacks/a.ts', 'J.7.0 §6'])
  })
}

words('the surface is named where something else is imported', () => {
  const [problem] = judge("import 'node:fs'").problems
  for (const specifier of surface) assert.match(problem?.expected ?? '', specifier)
})

words.run()

const importing = suite('imports')

importing('what runs is listed with its place, types are not', () => {
  const text = [
    "import { stack } from 'zenthea-foundation/stack'",
    "import { type A, b } from './b.ts'",
    "import type { C } from './c.ts'",
    "export * from '../d.ts'",
    "export type { E } from './e.ts'",
    'export { b }'
  ].join('\n')
  const { problems, imports } = judge(text)
  assert.equal(problems, [])
  assert.equal(imports, [
    { specifier: 'zenthea-foundation/stack', isRelative: false, place: { line: 1, column: 23 } },
    { specifier: './b.ts', isRelative: true, place: { line: 2, column: 27 } },
    { specifier: '../d.ts', isRelative: true, place: { line: 4, column: 15 } }
  ])
})

importing.run()
