import { brokenStacks } from '../charter/broken-stacks/all.ts'
import { clauseOf, ofRuns, type RunSentence, type Sentence, sentences } from '../charter/clauses.ts'
import { checkPlaces, emittedGuards, guardTestOf, type Place } from './defence-places.ts'
import { type Defence, defences } from './defences.ts'
import { type Named, ruleIndex } from './rule-index.ts'

type Held = Place & { readonly name: string }

const byId = (rules: ReadonlyArray<Named>): ReadonlyMap<string, string> =>
  new Map(rules.toReversed().map(({ id, file }) => [id, file]))

const { emit = [], 'seed and preflight': preflight = [], guard = [] } = ruleIndex()
const emitFiles = byId(emit)
const guardFiles = new Map([...byId(preflight), ...byId(guard)])

const fileOf = (files: ReadonlyMap<string, string>, id: string): string => {
  const file = files.get(id)
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
              source: fileOf(emitFiles, stack.rule),
              test: `test/charter/broken-stacks/${file}.ts`
            }
          ]
        : []
    )
  )
  const seen = held.filter(({ name }, index) => held.findIndex((other) => other.name === name) === index)
  return seen.length === 0 ? 'it speaks of a run, and a stack is a declaration' : seen
}

const named = (line: Defence[keyof Defence], placeOf: (name: string) => Place): ReadonlyArray<Held> | string =>
  typeof line === 'string' ? line : line.map((name) => ({ name, ...placeOf(name) }))

const placeIn = (places: Readonly<Record<string, Place>>) => (name: string) => {
  const place = places[name]
  if (place === undefined) throw new Error(`nothing is known of ${name}`)
  return place
}

const section = (sentence: Sentence | RunSentence, text: string): string => {
  const { emitted, preflight: checks, guard: rules } = defences[sentence]
  const guarding = named(rules, (id) => {
    const source = fileOf(guardFiles, id)
    return { source, test: guardTestOf(source) }
  })
  return [
    `### ${clauseOf(sentence)}: ${text}`,
    '',
    '| line of defence | by | source | test | evidence |',
    '| --- | --- | --- | --- | --- |',
    row('offline rule', offline(sentence), '`file`, `commit`'),
    row('emitted file', named(emitted, placeIn(emittedGuards)), '`runs`, `outcome`'),
    row('preflight', named(checks, placeIn(checkPlaces)), '`checks`, `findings`'),
    row('guard', guarding, '`findings`, `outcome`')
  ].join('\n')
}

/** The sentences of both documents in their order. */
const inOrder: ReadonlyArray<readonly [Sentence | RunSentence, string]> = (
  Object.entries({ ...sentences, ...ofRuns }) as ReadonlyArray<readonly [Sentence | RunSentence, string]>
).toSorted(([a], [b]) => clauseOf(a).localeCompare(clauseOf(b), 'en', { numeric: true }))

/** Each sentence with its four lines of defence, as Markdown: source, test and the field of the evidence. */
export const defenceTables = (): string => inOrder.map(([sentence, text]) => section(sentence, text)).join('\n\n')
