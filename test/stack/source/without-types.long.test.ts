import * as E from 'fp-ts/lib/Either.js'
import { readFileSync, readdirSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { parsedSource } from '../../../src/stack/source/parsed-source.ts'
import { differenceIn } from '../../../src/stack/source/same-program.ts'
import { scriptOf } from '../../../src/stack/source/script.ts'
import { withoutTypes } from '../../../src/stack/source/without-types.ts'
import { innocents } from './innocents.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const programOf = (text: string, lang: 'ts' | 'js') => {
  const parsed = parsedSource(text, lang)
  if (E.isLeft(parsed)) throw new Error(`${parsed.left[0]?.actual}: ${text.slice(0, 80)}`)
  return parsed.right.program
}

const stripped = (text: string): string => withoutTypes(text, programOf(text, 'ts'))

/** The sources of this repository that hold nothing which the grammar refuses and JavaScript does not have. */
const ours = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(`${root}src/${name}`, 'utf8')] as const)
  .filter(([, text]) => !/\bclass\b|\bawait\b|\bimport\(|\.right<never/.test(text))

const test = suite('a module without its types')

/** Forms in which types meet the rules of JavaScript about lines. */
const forms: Readonly<Record<string, readonly [text: string, plain: string]>> = {
  'an annotation': ['const a: string = b', 'const a         = b'],
  'a type that ends a statement': ['const a = b as T\n(c)', 'const a = b ;   \n(c)'],
  'the same in parentheses': ['const a = (b) satisfies T\n[c]', 'const a = (b) ;          \n[c]'],
  'a type between two statements': ['a\ntype A = 1\n;[b]', 'a\n;         \n [b]'],
  'an import of types': ["a\nimport type { A } from './a.ts'\n(b)", 'a\n;                              \n(b)'],
  'names of types': ["import { type A, b } from './b.ts'", "import {         b } from './b.ts'"],
  'an optional parameter': ['const f = (a?: T, b?: U) => a', 'const f = (a    , b    ) => a'],
  'a receiver': ['function f(this: W, a: T) {}', 'function f(         a   ) {}'],
  'a definite name': ['let a!: string', 'let a         '],
  'a value that is there': ['const a = b!.c!', 'const a = b .c;'],
  'a type before an arrow on the next line': ['const f = (a): {\n  b: 1\n} => a', 'const f = (a)=> \n      \n     a'],
  'type parameters': ['const f = <T,>(a: T) => f<T>(a)', 'const f =     (a   ) => f   (a)'],
  overloads: ['function f(a: 1): 1\nfunction f(a) {}', ';                  \nfunction f(a) {}']
}
for (const [what, [text, plain]] of Object.entries(forms)) test(what, () => assert.is(stripped(text), plain))

test('lines and columns stay, and what is left means the same: innocents, stacks and the sources here', () => {
  assert.ok(ours.length > 200)
  const stacks = readdirSync(`${root}test/project/stacks`).filter((name) => name.endsWith('.ts'))
  const texts = [
    ...innocents,
    ...stacks.map((name) => readFileSync(`${root}test/project/stacks/${name}`, 'utf8')),
    ...ours.map(([, text]) => text)
  ]
  for (const text of texts) {
    const plain = stripped(text)
    assert.equal(
      plain.split('\n').map((line) => line.length),
      text.split('\n').map((line) => line.length),
      text.slice(0, 80)
    )
    assert.is(differenceIn(programOf(text, 'ts'), programOf(plain, 'js')), undefined, text.slice(0, 80))
    const { text: script, imports } = scriptOf(plain, programOf(plain, 'js'), () => [])
    assert.not.throws(() =>
      compileFunction(
        script,
        imports.map(([name]) => name)
      )
    )
  }
})

test('a form that would change its meaning without its types is seen', () => {
  const text = 'const f = () => { return <T>\n(a: T) => a }'
  assert.type(differenceIn(programOf(text, 'ts'), programOf(stripped(text), 'js')), 'number', text)
  for (const each of [text, text.replace('return', 'throw')])
    assert.equal(
      judgedSource('stacks/a.ts', each, []).problems.map(({ rule }) => rule),
      ['stack-file-parses']
    )
  assert.type(differenceIn(programOf('a + b', 'ts'), programOf('a - b', 'js')), 'number')
  assert.type(differenceIn(programOf('a?.b', 'ts'), programOf('a.b', 'js')), 'number')
  assert.type(differenceIn(programOf("'a'; b", 'ts'), programOf("'a'", 'js')), 'number')
})

const { stripTypeScriptTypes } = nodeModule as { readonly stripTypeScriptTypes?: (text: string) => string }

test(
  stripTypeScriptTypes === undefined ? 'this Node strips no types to compare with' : 'Node itself leaves the same',
  () => {
    if (stripTypeScriptTypes === undefined) return
    for (const text of [...innocents, ...ours.map(([, each]) => each)].filter((each) => !each.startsWith('\uFEFF')))
      assert.is(
        differenceIn(programOf(stripTypeScriptTypes(text), 'js'), programOf(stripped(text), 'js')),
        undefined,
        text.slice(0, 80)
      )
  }
)

test.run()
