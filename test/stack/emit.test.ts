import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Sourced, emitStacks } from '../../src/stack/emit.ts'
import type { EmittedFile } from '../../src/declaration/declaration.ts'
import { type Change, changedAll, gone } from '../support/changed.ts'
import { foreign } from '../support/broken-neighbours.ts'
import { right } from '../support/valid-blocks.ts'
import {
  type Options,
  loaded,
  partsWith,
  problemsOf,
  validDeclaration,
  validOptions,
  validSource
} from '../support/valid-stack.ts'

const test = suite('emit')

const valid = loaded(validDeclaration, partsWith(validOptions))
const elsewhere = (changes: ReadonlyArray<Change> = []) =>
  loaded(changedAll(validDeclaration, [...foreign, ...changes]), partsWith(validOptions), 'stacks/production-south.ts')
const third = (changes: ReadonlyArray<Change> = []) =>
  loaded(
    changedAll(
      JSON.parse(
        JSON.stringify(changedAll(validDeclaration, foreign))
          .replaceAll('production', 'trial')
          .replaceAll('680235478471', '317409865120')
      ),
      [[['trustedAccounts'], ['029608264753', '680235478471']], ...changes]
    ),
    partsWith(validOptions),
    'stacks/trial-south.ts'
  )
const rulesOf = (stacks: Parameters<typeof emitStacks>[0]): ReadonlyArray<ReadonlyArray<string>> =>
  emitStacks(stacks).map(({ file }) => (E.isRight(file) ? [] : file.left.map(({ rule }) => rule)))

const fileOf = (emission: Sourced<EmittedFile> | undefined): Sourced<EmittedFile>['file'] => {
  if (emission === undefined) throw new Error('no emission')
  return emission.file
}

test('a stack that is valid is emitted: its name, its place, its text, its resources', () => {
  const [emission] = emitStacks([valid])
  const file = right(fileOf(emission))
  assert.is(emission?.source, validSource)
  assert.equal([file.stack, file.path, file.resources], ['integration-north', 'out/integration-north/main.tf.json', 16])
  assert.is(file.review.path, 'out/integration-north/REVIEW.md')
  assert.match(file.review.text, /^# Review of `integration-north`\n[^]*[^\n]\n$/)
  assert.equal(Object.keys(JSON.parse(file.text) as object), [
    'data',
    'import',
    'locals',
    'provider',
    'resource',
    'terraform'
  ])
})

test('stacks that share nothing are all emitted, in the order given', () => {
  assert.equal(rulesOf([valid, elsewhere(), third()]), [[], [], []])
  assert.equal(
    emitStacks([third(), valid]).map(({ source }) => source),
    ['stacks/trial-south.ts', validSource]
  )
  assert.equal(emitStacks([]), [])
})

test('what two of three share refuses those two, each with its own problem', () => {
  const shared = elsewhere([[['backend', 'bucket'], 'zenthea-integration-tfstate']])
  assert.equal(rulesOf([valid, third(), shared]), [['own-bucket'], [], ['own-bucket']])
})

test('what all three share refuses each of them twice', () => {
  const table: Change = [['backend', 'lockTable'], 'zenthea-integration-tflock']
  assert.equal(rulesOf([valid, elsewhere([table]), third([table])]), [
    ['own-lock-table', 'own-lock-table'],
    ['own-lock-table', 'own-lock-table'],
    ['own-lock-table', 'own-lock-table']
  ])
})

test('one that is refused refuses the rest, each once, even one with a fault of its own', () => {
  assert.equal(rulesOf([elsewhere([[['phase'], 'J.8.0']]), valid, third()]), [
    ['phase'],
    ['neighbour-known'],
    ['neighbour-known']
  ])
  const two = [elsewhere([[['phase'], 'J.8.0']]), valid, third([[['account'], '1']])]
  assert.equal(rulesOf(two), [['phase'], ['neighbour-known'], ['account-id']])
})

test('one stack twice under one name shares everything with itself', () => {
  const [first] = rulesOf([
    valid,
    loaded(validDeclaration, partsWith(validOptions), 'stacks/more/integration-north.ts')
  ])
  assert.equal(first?.toSorted(), [
    'one-state',
    'own-lock-table',
    'own-output',
    'own-roles',
    'own-roles',
    'own-roles',
    'own-state-key'
  ])
})

test('problems of the declaration and of all parts are said at once', () => {
  const declaration = changedAll(validDeclaration, [
    [['account'], gone],
    [['region', 'aws'], 'eu-west-2']
  ])
  const options = changedAll(validOptions, [
    [['stateBucket', 'tags'], {}],
    [['lockTable', 'pointInTimeRecoveryDays'], 0]
  ]) as Options
  const found = problemsOf([loaded(declaration, [...partsWith(options), 'part'])])
  assert.equal(
    found.map(({ rule }) => rule),
    ['account-id', 'residency', 'tags', 'recovery-days', 'part-complete']
  )
})

test('the order of parts and of keys changes no byte', () => {
  const bytes = right(fileOf(emitStacks([valid])[0])).text
  const reversed = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, item]) => [key, reversed(item)])
        )
      : value
  const parts = partsWith(reversed(validOptions) as Options)
  fc.assert(
    fc.property(fc.shuffledSubarray([...parts], { minLength: parts.length }), (order) => {
      assert.is(right(fileOf(emitStacks([loaded(reversed(validDeclaration), order)])[0])).text, bytes)
    }),
    { seed: 20260307, numRuns: 30 }
  )
})

test.run()
