import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { complaintLines, resultLines } from '../../../src/commands/emit/report-text.ts'
import { reportJson } from '../../../src/commands/emit/report-json.ts'
import type { Report } from '../../../src/commands/emit/report.ts'
import { coloured, plain } from '../../../src/command-line/terminal.ts'
import { type Evidence, writtenEvidence } from '../../../src/commands/guard/evidence.ts'
import { emptyLedger } from '../../../src/commands/guard/ledger.ts'
import { replaced, textsOf, whole } from '../../support/whole-evidence.ts'
import { type LoadedStack, emitStacks } from '../../../src/stack/emit.ts'
import { sensitiveData } from '../../../src/sensitive/sensitive-data.ts'
import { type Entry, entries } from '../../sensitive/entries.ts'
import { changedAll } from '../../support/changed.ts'
import {
  type Options,
  loaded,
  partsWith,
  validDeclaration,
  validOptions,
  validSource
} from '../../support/valid-stack.ts'

/** No text of a corpus of secrets leaves emit, wherever in a broken stack it stands. */
const test = suite('nothing sensitive leaves emit')

const sensitive = [...entries('credentials'), ...entries('personal')].filter(
  ({ key, value }) => sensitiveData({ [key]: value }, []).length > 0 && value.length >= 8
)
/** Those that are known by their look, whatever leads to them and stands around them. An illness alone is a whole text. */
/** A value by itself and with words around it, under a key that says nothing: a key for notes says that it is one person's. */
const around = (value: string): ReadonlyArray<string> => [
  value,
  `ab ${value}`,
  `ab ${value} ab`,
  `ab Error: ${value} is not defined`
]

const byLook = sensitive.filter(
  ({ key, value }) => key === 'Note' && around(value).every((text) => sensitiveData({ Shade: text }, []).length > 0)
)

type Case = { readonly secret: string; readonly stacks: ReadonlyArray<LoadedStack>; readonly pick: number }

const declared = (path: ReadonlyArray<string | number>, value: unknown): ReadonlyArray<LoadedStack> => [
  loaded(changedAll(validDeclaration, [[path, value]]), partsWith(validOptions))
]
const optioned = (path: ReadonlyArray<string | number>, value: unknown): ReadonlyArray<LoadedStack> => [
  loaded(validDeclaration, partsWith(changedAll(validOptions, [[path, value]]) as Options))
]

const fields: ReadonlyArray<ReadonlyArray<string | number>> = [
  ['account'],
  ['environment'],
  ['region'],
  ['region', 'aws'],
  ['versions', 'tofu'],
  ['backend'],
  ['backend', 'bucket'],
  ['backend', 'key'],
  ['backend', 'lockTable'],
  ['bootstrapPrincipal'],
  ['operatorRole'],
  ['permissionsBoundary'],
  ['trustedAccounts', 0],
  ['tags', 'Owner'],
  ['tags']
]
const options: ReadonlyArray<ReadonlyArray<string | number>> = [
  ['stateBucket', 'versioning'],
  ['stateBucket', 'tags', 'Purpose'],
  ['lockTable', 'billing'],
  ['operatorRole', 'trust', 'roles', 0],
  ['operatorRole', 'trust', 'users', 0, 'path'],
  ['automationRole', 'sessionHours']
]

/** By its key: where an author writes keys of their own, or one that nobody knows. */
const named = ({ key, value }: Entry, around: string): ReadonlyArray<ReadonlyArray<LoadedStack>> => [
  declared(['tags', key], value),
  declared([key], value),
  declared(['backend', key], value),
  declared(['region'], { logical: around, [key]: value }),
  declared(['versions'], [{ deep: { [key]: value } }]),
  optioned(['stateBucket', 'tags', key], value),
  optioned(['lockTable', key], value)
]

/** By its look: anywhere, as a value, a key or a word in a long text. */
const looking = ({ value }: Entry, around: string): ReadonlyArray<ReadonlyArray<LoadedStack>> => [
  ...fields.map((path) => declared(path, value)),
  ...fields.map((path) => declared(path, `${around} ${value}`)),
  ...options.map((path) => optioned(path, value)),
  declared(['tags', value], 'x'),
  declared([value], { x: 1 }),
  declared(['region'], { logical: around, note: value }),
  [
    {
      source: validSource,
      stack: E.left([
        {
          rule: 'stack-loads',
          clause: 'J.7.0 §4',
          source: validSource,
          place: undefined,
          expected: 'a file that loads without an error',
          actual: `${around} Error: ${value} is not defined`,
          remedy: 'Correct what the message names.'
        }
      ])
    }
  ]
]

const surroundings = fc.nat({ max: 700 }).map((length) => 'ab '.repeat(length / 3))

const brokenStack: fc.Arbitrary<Case> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...sensitive), surroundings, fc.nat({ max: 999 }))
    .map(([entry, around, pick]) => ({ secret: entry.value, stacks: chosen(named(entry, around), pick), pick })),
  fc
    .tuple(fc.constantFrom(...byLook), surroundings, fc.nat({ max: 999 }))
    .map(([entry, around, pick]) => ({ secret: entry.value, stacks: chosen(looking(entry, around), pick), pick }))
)

const chosen = <A>(list: ReadonlyArray<A>, pick: number): A => {
  const found = list[pick % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

const printed = (stacks: ReadonlyArray<LoadedStack>): ReadonlyArray<string> => {
  const refusals = emitStacks(stacks).flatMap(({ source, file }) =>
    E.isLeft(file) ? [{ source, problems: file.left }] : []
  )
  const rest = { check: false, results: [], failures: [], accepted: [] } as const
  const report: Report = RA.isNonEmpty(refusals) ? { ...rest, refusals } : { ...rest, refusals: [] }
  return [resultLines(plain, report).join('\n'), complaintLines(coloured, report).join('\n'), reportJson(report)]
}

const places = textsOf(whole)

/** The document as it is stored; nothing where it is not of the form that it promises, and is stored nowhere. */
const stored = (document: unknown): string => {
  try {
    return writtenEvidence(document as Evidence)
  } catch (error) {
    return String(error)
  }
}

/** What the guard leaves of a run on such stacks, and of one in which a place of the document held the secret. */
const evidenceOf = (secret: string, stacks: ReadonlyArray<LoadedStack>, pick: number): ReadonlyArray<string> => {
  const rules = emitStacks(stacks).flatMap(({ file }) => (E.isLeft(file) ? file.left.map(({ rule }) => rule) : []))
  const ended = { reason: 'NotEmitted', objections: rules, exitCode: 1 } as const
  // What is known by its key alone is a word like any other in another place.
  const isKnown = sensitiveData({ Shade: secret }, []).length > 0
  const placed = isKnown ? [secret, `a ${secret} b`] : []
  return [
    stored({ ...whole, ...emptyLedger({ command: 'plan', stack: 'staging-eu' }), outcome: ended }),
    ...placed.map((text) => stored(replaced(whole, chosen(places, pick), text)))
  ]
}

/** The whole, and what is left of a long one where both ends are cut away. */
const tracesOf = (secret: string): ReadonlyArray<string> => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  ...(secret.length >= 40 ? [secret.slice(12, 28), secret.slice(-16)] : [])
]

test('no secret is in stdout, stderr, --json or the evidence of 2,000 random broken stacks', () => {
  let refused = 0
  fc.assert(
    fc.property(brokenStack, ({ secret, stacks, pick }) => {
      const said = printed(stacks)
      const texts = [...said, ...evidenceOf(secret, stacks, pick)]
      if (said.some((text) => text.includes('clause'))) refused += 1
      for (const text of texts)
        for (const trace of tracesOf(secret)) assert.not.ok(text.includes(trace), `${trace} in ${text.slice(0, 2_000)}`)
    }),
    { seed: 17, numRuns: 2_000 }
  )
  assert.ok(refused > 1_900, String(refused))
})

test('a hundred thousand unknown fields are told in little', () => {
  const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, index]))
  const texts = printed([loaded({ ...validDeclaration, ...unknown }, partsWith(validOptions))])
  assert.ok(texts.join('').length < 1_000_000, String(texts.join('').length))
  // The first and ten others have a line, the rest of the thousand that are looked at a count, and so have all beyond.
  assert.match(texts[1] ?? '', 'also      989 more places')
  assert.match(texts[1] ?? '', '99000 more')
})

test('a value of a hundred million characters ends nothing', () => {
  const huge = 'a'.repeat(100_000_000)
  for (const stacks of [declared(['tags', 'Owner'], huge), declared(['backend'], [huge, huge]), declared([huge], huge)])
    assert.ok(printed(stacks).join('').length < 100_000)
})

test.run()
