import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stackChanges } from '../../src/review/stack-changes.ts'
import { emitStack } from '../../src/stack/emit.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { endsOf } from '../support/access/corpus/consequences.ts'
import { type SourceChange, sourceCorpus } from '../support/access/corpus/source.ts'
import { sourceWith, stackFields } from '../support/stack-source.ts'
import { loaded } from '../support/valid-stack.ts'

const emitted = (edit: SourceChange['edit']) => {
  const { declaration, parts } = sourceWith(edit)
  const source = `stacks/${declaration.environment}-${declaration.region.logical}.ts`
  return emitStack(loaded(declaration, parts, source)).file
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

test('no field of the declaration and of the parts is missing', () => {
  const fields = stackFields()
  const changed = new Set(sourceCorpus.flatMap(({ edit }) => Object.keys(edit)))
  assert.ok(fields.length >= 25, fields.join())
  assert.equal(
    fields.filter((field) => !changed.has(field)),
    []
  )
})

test.run()
