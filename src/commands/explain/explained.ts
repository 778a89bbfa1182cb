import { declarationFields, optionalFields } from '../../declaration/declaration.ts'
import { ClosedType } from '../../diagnostics/closed.ts'
import { meaningOf } from '../../diagnostics/decode.ts'
import { isRecord } from '../../diagnostics/record.ts'
import { checks } from '../../registry/checks.ts'
import { type Stated, clauseOf, elsewhere, ofRuns, sentencesOf } from '../../registry/clauses.ts'
import { emittedGuards } from '../../registry/emitted-guards.ts'
import { guardRules } from '../../registry/guard-rules.ts'
import { stops } from '../../registry/stops.ts'
import { type Word, evidenceFields, exitCodes, partOptions, variables } from '../../registry/words.ts'
import { type Printer, type RuleEntry, registry } from '../../registry/registry.ts'

/** What a word means: a heading, and lines that each have a name. */
export type Explained = {
  readonly what: string
  readonly lines: ReadonlyArray<readonly [name: string, text: string]>
}

const texts: Readonly<Record<string, string>> = { ...sentencesOf(), ...ofRuns }
const stated = Object.keys(texts) as ReadonlyArray<Stated>

const printers: Readonly<Record<Printer, string>> = {
  emit: 'a rule of emit, on what a stack declares',
  preflight: 'a finding of seed and preflight, on this machine and the live account',
  guard: 'a rule of the guard (npm run tofu), on a run and its plan'
}

/** Why: each clause with the sentences of it that we hold, in our own words. */
const whyOf = (clauses: ReadonlyArray<string>): ReadonlyArray<readonly [string, string]> =>
  clauses.map((clause) => {
    const said = stated.filter((sentence) => clauseOf(sentence) === clause).map((sentence) => texts[sentence])
    return ['why', `${clause}: ${said.join('; ')}`]
  })

const ruleLines = ({ says, clauses, remedies, files, tests }: RuleEntry): Explained['lines'] => [
  ['means', says],
  ...whyOf(clauses),
  ...(remedies.length === 0
    ? [['to do', 'What the message says behind "to do"; it names the value.'] as const]
    : remedies.map((remedy) => ['to do', remedy] as const)),
  ...files.map((file) => ['enforced', file] as const),
  ...tests.map((file) => ['tested', file] as const)
]

const rulesOf = (word: string): ReadonlyArray<Explained> =>
  registry
    .filter(({ rule }) => rule === word)
    .map((entry) => ({ what: `${word}: ${printers[entry.printedBy]}`, lines: ruleLines(entry) }))

const checkOf = (word: string): ReadonlyArray<Explained> =>
  Object.entries(checks)
    .filter(([name]) => name === word)
    .map(([name, { says, defends }]) => ({
      what: `${name}: a check of preflight`,
      lines: [
        ['means', says],
        ...whyOf([...new Set(defends.map(clauseOf))]),
        ['to do', `npm run preflight -- STACK --check ${name}; each finding that refuses says what to do`],
        ['more', 'docs/auditor/checks.md']
      ]
    }))

const defenders = (all: Readonly<Record<string, { readonly defends: ReadonlyArray<Stated> }>>, clause: string) =>
  Object.entries(all)
    .filter(([, { defends }]) => defends.some((sentence) => clauseOf(sentence) === clause))
    .map(([name]) => name)
    .join(', ')

/** `J.7.0 §4`, `j.7.0-4`, `J.7.0 4`: a clause however it is typed. */
const clauseIn = (word: string): string | undefined => {
  const [, document, section] = /^(j\.[67]\.\d)[\s§-]+([\d.]+)$/i.exec(word) ?? []
  return document === undefined || section === undefined ? undefined : `${document.toUpperCase()} §${section}`
}

const lineOf = (name: string, by: string): ReadonlyArray<readonly [string, string]> => (by === '' ? [] : [[name, by]])

const clauseEntry = (word: string): ReadonlyArray<Explained> => {
  const clause = clauseIn(word)
  if (clause === undefined) return []
  const held = stated.filter((sentence) => clauseOf(sentence) === clause)
  const others = elsewhere.filter(([other]) => other === clause)
  if (held.length + others.length === 0) return []
  const offline = registry.filter(({ printedBy, clauses }) => printedBy === 'emit' && clauses.includes(clause))
  return [
    {
      what: `${clause}: a clause of a governing document`,
      lines: [
        ...held.map((sentence) => ['means', texts[sentence] ?? ''] as const),
        ...others.map(([, why]) => ['besides', why] as const),
        ...lineOf('emit', offline.map(({ rule }) => rule).join(', ')),
        ...lineOf('in the file', defenders(emittedGuards, clause)),
        ...lineOf('preflight', defenders(checks, clause)),
        ...lineOf('guard', defenders(guardRules, clause)),
        ['more', 'docs/auditor/clauses.md']
      ]
    }
  ]
}

type Field = { readonly path: string; readonly codec: { readonly name: string } }

type Codecs = Readonly<Record<string, { readonly name: string }>>

/** The fields inside of a field; none where it is one value. */
const inside = (codec: Codecs[string]): Codecs => {
  if (!(codec instanceof ClosedType)) return {}
  const all: unknown = { ...codec.required, ...codec.optional }
  return isRecord(all) ? (all as Codecs) : {}
}

const fieldsIn = (fields: Codecs, above: string): ReadonlyArray<Field> =>
  Object.entries(fields).flatMap(([name, codec]) => [
    { path: above + name, codec },
    ...fieldsIn(inside(codec), `${above}${name}.`)
  ])

const fields = fieldsIn({ ...declarationFields, ...optionalFields }, '')

const fieldOf = (word: string): ReadonlyArray<Explained> =>
  fields
    .filter(({ path }) => path === word)
    .map(({ path, codec }) => {
      const of = meaningOf(codec)
      return {
        what: `${path}: a field of a declaration`,
        lines: [
          ['means', of?.expected ?? codec.name],
          ...(of === undefined
            ? []
            : [...whyOf([of.clause]), ['to do', of.remedy] as const, ['rule', of.rule] as const]),
          ['more', 'docs/author.md']
        ]
      }
    })

const kinds: ReadonlyArray<readonly [kind: string, words: Readonly<Record<string, Word>>]> = [
  ['an option of a part', partOptions],
  ['a field of the evidence', evidenceFields],
  ['a variable of the environment', variables],
  ['an exit code', exitCodes],
  ['why a command ended', stops]
]

/** Under its own name, an option or a field of the evidence also without what it belongs to. */
const otherWords = (word: string): ReadonlyArray<Explained> =>
  kinds.flatMap(([kind, table]) =>
    Object.entries(table)
      .filter(([name]) => name === word || (name.includes('.') && name.endsWith(`.${word}`)))
      .map(([name, { says, remedy, more }]) => ({
        what: `${name}: ${kind}`,
        lines: [
          ['means', says] as const,
          ...(remedy === undefined ? [] : [['to do', remedy] as const]),
          ['more', more] as const
        ]
      }))
  )

/** Everything that a word means. A word may be a check, a rule and a field at once. Any other word gives an empty list. */
export const explained = (word: string): ReadonlyArray<Explained> => [
  ...rulesOf(word),
  ...checkOf(word),
  ...clauseEntry(word),
  ...fieldOf(word),
  ...otherWords(word)
]

/** Every word that can be explained, for a suggestion. */
export const words: ReadonlyArray<string> = [
  ...new Set([
    ...registry.map(({ rule }) => rule),
    ...Object.keys(checks),
    ...stated.map(clauseOf),
    ...elsewhere.map(([clause]) => clause),
    ...fields.map(({ path }) => path),
    ...kinds.flatMap(([, table]) => Object.keys(table))
  ])
]
