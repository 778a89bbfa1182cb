import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brokenStacks } from '../charter/broken-stacks/all.ts'
import { checks } from '../../src/registry/checks.ts'
import {
  clauseOf,
  empty,
  ofRuns,
  type RunSentence,
  type Sentence,
  sentences,
  type Stated
} from '../../src/registry/clauses.ts'
import { emittedGuards } from '../../src/registry/emitted-guards.ts'
import { guardRules } from '../../src/registry/guard-rules.ts'
import { checkTests } from './check-tests.ts'
import { rulePlaces } from './rule-places.ts'

type Place = { readonly source: string; readonly test: string }
type Held = Place & { readonly name: string }

const { emit, preflight, guard } = rulePlaces()

const fileOf = (id: string): string => {
  const file = emit[id]?.files[0]
  if (file === undefined) throw new Error(`no source names the rule ${id}`)
  return file
}

const link = (path: string): string => `[${path.split('/').at(-1)}](../../${path})`

const row = (line: string, held: ReadonlyArray<Held> | string, evidence: string): string => {
  if (typeof held === 'string') return `| ${line} | none: ${held} | | | |`
  const distinct = (of: (one: Held) => string): string => [...new Set(held.map(of))].map(link).join(', ')
  const names = held.map(({ name }) => `\`${name}\``).join(', ')
  return `| ${line} | ${names} | ${distinct(({ source }) => source)} | ${distinct(({ test }) => test)} | ${evidence} |`
}

const offline = (sentence: Sentence | RunSentence): ReadonlyArray<Held> | string => {
  const held = Object.entries(brokenStacks).flatMap(([file, stacks]) =>
    stacks.flatMap((stack) =>
      stack.sentence === sentence
        ? [
            {
              name: stack.rule,
              source: fileOf(stack.rule),
              test: `test/charter/broken-stacks/${file}.ts`
            }
          ]
        : []
    )
  )
  const seen = held.filter(({ name }, index) => held.findIndex((other) => other.name === name) === index)
  return seen.length === 0 ? 'it speaks of a run, and a stack is a declaration' : seen
}

const project = fileURLToPath(new URL('../../', import.meta.url))
const checksFolder = 'src/commands/preflight/checks'

const checkFile = (name: string): string | undefined =>
  readdirSync(project + checksFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.split('/').at(-1) === `${name}.ts`)
    .map((file) => `${checksFolder}/${file}`)[0]

type Defender = { readonly defends: ReadonlyArray<Stated> }

/** What defends a sentence in one line: those that say so of themselves, or why there is none. */
const defending = (
  sentence: Stated,
  line: 'emitted' | 'preflight' | 'guard',
  all: Readonly<Record<string, Defender>>,
  placeOf: (name: string) => Place
): ReadonlyArray<Held> | string => {
  const names = Object.keys(all).filter((name) => all[name]?.defends.includes(sentence))
  const why = line === 'guard' ? undefined : empty[sentence]?.[line]
  if (names.length > 0 && why === undefined) return names.map((name) => ({ name, ...placeOf(name) }))
  if (names.length === 0 && why !== undefined) return why
  throw new Error(`${sentence}: the line ${line} has either defenders or a reason why it has none`)
}

const guardPlace = (name: string): Place => {
  const place = guard[name] ?? preflight[name]
  const [source, test] = [place?.files[0], place?.tests[0]]
  if (source === undefined || test === undefined) throw new Error(`nothing is known of ${name}`)
  return { source, test }
}

/** A check is in the file of its name. */
const checkPlace = (name: string): Place => {
  const [source, test] = [checkFile(name), checkTests[name]]
  if (source === undefined || test === undefined) throw new Error(`nothing is known of the check ${name}`)
  return { source, test }
}

const guardOf = (name: string): Place => {
  const place = Object.entries(emittedGuards).find(([known]) => known === name)?.[1]
  if (place === undefined) throw new Error(`nothing is known of ${name}`)
  return place
}

const section = (sentence: Sentence | RunSentence, text: string): string => {
  return [
    `### ${clauseOf(sentence)}: ${text}`,
    '',
    '| line of defence | by | source | test | evidence |',
    '| --- | --- | --- | --- | --- |',
    row('offline rule', offline(sentence), '`file`, `commit`'),
    row('emitted file', defending(sentence, 'emitted', emittedGuards, guardOf), '`runs`, `outcome`'),
    row('preflight', defending(sentence, 'preflight', checks, checkPlace), '`checks`, `findings`'),
    row('guard', defending(sentence, 'guard', guardRules, guardPlace), '`findings`, `outcome`')
  ].join('\n')
}

/** The sentences of both documents in their order. */
const inOrder: ReadonlyArray<readonly [Sentence | RunSentence, string]> = (
  Object.entries({ ...sentences, ...ofRuns }) as ReadonlyArray<readonly [Sentence | RunSentence, string]>
).toSorted(([a], [b]) => clauseOf(a).localeCompare(clauseOf(b), 'en', { numeric: true }))

/** Each sentence with its four lines of defence, as Markdown: source, test and the field of the evidence. */
export const defenceTables = (): string => inOrder.map(([sentence, text]) => section(sentence, text)).join('\n\n')
