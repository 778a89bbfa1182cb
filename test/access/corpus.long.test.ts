import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import staging from '../project/stacks/staging-eu.ts'
import { emitStack } from '../../src/stack/emit.ts'
import { stackChanges } from '../../src/review/stack-changes.ts'
import type { Json, JsonObject } from '../../src/terraform/json.ts'
import { accessCorpus } from '../support/access/corpus/access.ts'
import { settingsCorpus } from '../support/access/corpus/settings.ts'

const { file } = emitStack({ source: 'stacks/staging-eu.ts', stack: E.right(staging) })
if (E.isLeft(file)) throw new Error('staging-eu does not emit')
const emitted = JSON.parse(file.right.text) as JsonObject

/** A dotted path, in which a key may hold dots of its own: the longest key that is there wins, the rest is one key. */
const edited = (value: Json, path: string, to: Json | undefined): Json => {
  if (path === '') return to ?? {}
  const isList = Array.isArray(value)
  const keys = typeof value === 'object' ? Object.keys(value) : []
  const known = keys.filter((key) => path === key || path.startsWith(`${key}.`)).toSorted((a, b) => b.length - a.length)
  const key =
    known[0] ?? (path.includes('.') && !/^(aws|dynamodb|s3|kms):/.test(path) ? path.slice(0, path.indexOf('.')) : path)
  const rest = path.slice(key.length + 1)
  const made = structuredClone(value) as Record<string, Json>
  const inner = rest === '' ? to : edited((isList ? value[Number(key)] : made[key]) ?? {}, rest, to)
  if (inner === undefined) delete made[key]
  else made[key] = inner
  return made
}

const test = suite('corpus of changes')

for (const { what, edit, verdict, sentence } of [...settingsCorpus, ...accessCorpus])
  test(`${what}: ${verdict}`, () => {
    const after = edit.reduce<Json>((root, [path, value]) => edited(root, path, value), emitted) as JsonObject
    assert.not.equal(after, emitted, 'something is changed')
    const told = stackChanges(emitted, after)
    const all = told.map(({ turn, sentence: text }) => `${turn}: ${text}`).join('\n')
    assert.is(told[0]?.turn, verdict, all)
    assert.ok(
      told.some(({ sentence: text }) => text.includes(sentence)),
      `expected: ${sentence}\n${all}`
    )
  })

test('a file that is the same has no change', () => {
  assert.equal(stackChanges(emitted, structuredClone(emitted)), [])
})

test.run()
