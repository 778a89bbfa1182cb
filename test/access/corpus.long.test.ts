import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import staging from '../project/stacks/staging-eu.ts'
import { emitStack } from '../../src/stack/emit.ts'
import { stackChanges } from '../../src/review/stack-changes.ts'
import type { Json, JsonObject } from '../../src/terraform/json.ts'
import { edited } from '../support/access/corpus/change.ts'
import { endsOf } from '../support/access/corpus/consequences.ts'
import { accessCorpus } from '../support/access/corpus/access.ts'
import { settingsCorpus } from '../support/access/corpus/settings.ts'

const { file } = emitStack({ source: 'stacks/staging-eu.ts', stack: E.right(staging) })
if (E.isLeft(file)) throw new Error('staging-eu does not emit')
const emitted = JSON.parse(file.right.text) as JsonObject

const test = suite('corpus of changes')

for (const { what, edit, verdict, sentence } of [...settingsCorpus, ...accessCorpus])
  test(`${what}: ${verdict}`, () => {
    const after = edit.reduce<Json>((root, [path, value]) => edited(root, path, value), emitted) as JsonObject
    assert.not.equal(after, emitted, 'something is changed')
    const told = stackChanges(emitted, after)
    const all = told.map(({ turn, sentence: text }) => `${turn}: ${text}`).join('\n')
    assert.is(told[0]?.turn, verdict, all)
    const found = told.filter(({ sentence: text }) => text.includes(sentence))
    assert.ok(found.length > 0, `expected: ${sentence}\n${all}`)
    for (const { applier, apply, clause } of found) assert.equal([applier, apply, clause], endsOf(what))
  })

test('a file that is the same has no change', () => {
  assert.equal(stackChanges(emitted, structuredClone(emitted)), [])
})

test.run()
