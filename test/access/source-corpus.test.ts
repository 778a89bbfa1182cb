import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Declaration } from '../../src/declaration/declaration.ts'
import { ClosedType } from '../../src/diagnostics/closed.ts'
import { stackChanges } from '../../src/review/stack-changes.ts'
import { emitStack } from '../../src/stack/emit.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { endsOf } from '../support/access/corpus/consequences.ts'
import { type SourceChange, sourceCorpus } from '../support/access/corpus/source.ts'
import { type Options, loaded, partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** The source of a stack with other values in it. */
const sourceWith = (edit: SourceChange['edit']): Raw => {
  const root: Raw = structuredClone({ declaration: validDeclaration, ...validOptions })
  for (const [path, value] of Object.entries(edit)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    keys.reduce((at, name) => at[name], root)[last] = value
  }
  return root
}

const emitted = (edit: SourceChange['edit']) => {
  const { declaration, ...options } = sourceWith(edit)
  const source = `stacks/${declaration.environment}-${declaration.region.logical}.ts`
  return emitStack(loaded(declaration, partsWith(options as Options), source)).file
}

const base = emitted({})
if (E.isLeft(base)) throw new Error(JSON.stringify(base.left))
const before = JSON.parse(base.right.text) as JsonObject

const test = suite('corpus of stack sources')

for (const { what, edit, verdict, sentence } of sourceCorpus)
  test(`${what} (${sentence.slice(0, 30)}): ${verdict}`, () => {
    const file = emitted(edit)
    if (E.isLeft(file)) {
      const said = JSON.stringify(file.left)
      assert.is(verdict, 'refused', said)
      return assert.match(said, sentence)
    }
    const told = stackChanges(before, JSON.parse(file.right.text) as JsonObject)
    const all = told.map(({ turn, sentence: text }) => `${turn}: ${text}`).join('\n')
    assert.is(told[0]?.turn ?? 'nothing', verdict, all)
    if (verdict === 'nothing') return
    const found = told.filter(({ sentence: text }) => text.includes(sentence))
    assert.ok(found.length > 0, `expected: ${sentence}\n${all}`)
    for (const { applier, apply, clause } of found) assert.equal([applier, apply, clause], endsOf(what))
  })

test('at least 40 changes, and what widens is never called otherwise', () => {
  assert.ok(sourceCorpus.length >= 40, String(sourceCorpus.length))
  assert.ok(sourceCorpus.filter(({ verdict }) => verdict === 'widens').length >= 15)
})

/** The path of each field of a codec of closed records. */
const fieldsOf = (codec: unknown, at: string): ReadonlyArray<string> =>
  codec instanceof ClosedType
    ? Object.entries({ ...codec.required, ...codec.optional }).flatMap(([name, inner]) =>
        fieldsOf(inner, `${at}.${name}`)
      )
    : [at]

/** The fields of a part, by what its codec misses in empty options; twice, for what stands one deeper. */
const fieldsOfPart = (name: string, options: object): ReadonlyArray<string> => {
  const made = partsWith({ ...validOptions, [name]: options }).find((one) => one.name === name)
  const missing = made !== undefined && E.isLeft(made.blocks) ? made.blocks.left.map(({ at = [] }) => at.join('.')) : []
  return missing.flatMap((path) =>
    path === `${name}.trust` && !('trust' in options)
      ? fieldsOfPart(name, { trust: {} }).filter((one) => one.startsWith(path))
      : [path]
  )
}

test('no field of the declaration and of the parts is missing', () => {
  const fields = [
    ...fieldsOf(Declaration, 'declaration'),
    ...Object.keys(validOptions).flatMap((name) => fieldsOfPart(name, {}))
  ]
  const changed = new Set(sourceCorpus.flatMap(({ edit }) => Object.keys(edit)))
  assert.ok(fields.length >= 25, fields.join())
  assert.equal(
    fields.filter((field) => !changed.has(field)),
    []
  )
})

test.run()
