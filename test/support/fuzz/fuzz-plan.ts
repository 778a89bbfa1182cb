import * as E from 'fp-ts/lib/Either.js'
import { judgePlan } from '../../../src/plan/judge-plan.ts'
import { readPlan } from '../../../src/plan/read-plan.ts'
import { rawSample, subjectOf } from '../../plan/sample.ts'
import { type Outcome, fuzz } from './outcome.ts'

/** Names below which a plan says nothing that is applied: when it was made, what a printer shows, marks and schemas. */
const harmless = new Set([
  'timestamp',
  'relevant_attributes',
  'terraform_version',
  'format_version',
  'schema_version',
  'depends_on',
  'before_sensitive',
  'after_sensitive',
  'sensitive_values',
  'resource_drift',
  'action_reason',
  'replace_paths',
  'after_unknown',
  'importing'
])

/** Within attributes every name says something. */
const isAttribute = (at: string): boolean => /\.(?:before|after|expressions|resources\.values)(?:\.|$)/.test(at)

/** What a plan does, by the plainest reading: lists without their order, as a text. What is known later stands apart. */
const meaning = (value: unknown, at = ''): string => {
  if (Array.isArray(value))
    return `[${value
      .map((item) => meaning(item, at))
      .toSorted()
      .join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([name]) => isAttribute(at) || !harmless.has(name))
  return `{${entries
    .map(([name, inner]) => `${JSON.stringify(name)}:${meaning(inner, `${at}.${name}`)}`)
    .toSorted()
    .join()}}`
}

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** What a plan adopts. One adoption less says nothing: what the state has already is not adopted again. */
const adoptedIn = (plan: Raw): ReadonlyArray<string> =>
  plan.resource_changes.flatMap(({ address, change }: Raw) =>
    change.importing === undefined ? [] : [`${address} ${JSON.stringify(change.importing)}`]
  )

/** All that a plan leaves open, as texts. */
const openIn = (plan: Raw): ReadonlySet<string> => {
  const open = (value: unknown, at: string): ReadonlyArray<string> =>
    value === true
      ? [at]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, inner]) => open(inner, Array.isArray(value) ? at : `${at}.${name}`))
        : []
  return new Set(plan.resource_changes.flatMap(({ address, change }: Raw) => open(change.after_unknown, address)))
}

/** Where two values differ, as paths. */
const differing = (a: unknown, b: unknown, at = ''): ReadonlyArray<string> => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b) ? [] : [at]
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((name) =>
    differing(one.get(name), other.get(name), `${at}.${name}`)
  )
}

/** What a reading of a plan says otherwise than a sample. */
export const otherThan = (name: string): ((found: unknown) => ReadonlyArray<string>) => {
  const valid = rawSample(name)
  const [wanted, open] = [meaning(valid), openIn(valid)]
  return (found) => {
    const more = [...openIn(found)].filter((path) => !open.has(path))
    const isAdopted = adoptedIn(found).every((one) => adoptedIn(valid).includes(one))
    if (!isAdopted) return ['it adopts something else']
    if (more.length > 0) return [`it leaves ${more.join()} open`]
    return meaning(found) === wanted ? [] : [`it does something else at ${differing(valid, found).join()}`]
  }
}

/** Mutations of a real plan through the judge: what passes does what the plan did, key by key and value by value. */
export const fuzzPlan = (name: string, count: number, seed: number): Outcome => {
  const other = otherThan(name)
  return fuzz(rawSample(name), count, seed, ({ text }) => {
    const read = readPlan(text)
    if (E.isLeft(read)) return undefined
    const findings = judgePlan(subjectOf(read.right))
    if (findings.length === 0 || findings.some(({ outcome }) => outcome !== 'passed')) return undefined
    return other(JSON.parse(text))
  })
}
