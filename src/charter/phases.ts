import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { type Declaration, phaseField } from '../declaration/declaration.ts'
import type { Proof } from '../declaration/versions.ts'
import type { Charter, IsolationRule } from './charter.ts'
import { j70 } from './j-7-0.ts'
import { type Rules, rules } from './rules.ts'

/** What one phase judges by: its charter, its rules, and what its governing document adds to the registry. */
export type Law = {
  readonly charter: Charter
  readonly rules: Rules
  /** What its document asks for, by clause and a word, where the registry does not say it yet. */
  readonly sentences?: Readonly<Record<string, string>>
  /** What each rule that it alone has asks of a stack. */
  readonly ownRules?: Readonly<Record<string, string>>
}

/** The phases that a stack may be of, the newest first. Tests give others than those in force. */
export type Laws = ReadonlyNonEmptyArray<Law>

/** Every phase that a governing document has authorised, the newest first. */
export const phases = [
  // A later phase is one more line here.
  { charter: j70, rules }
] as const satisfies Laws

type Charters = (typeof phases)[number]['charter']

/** The name of a phase in force, as a stack writes it. */
export type PhaseName = Charters['phase']

type Releases = Charters['providerReleases']

/** The releases of the AWS provider that the phases in force know and of which this much is known. */
export type ReleaseOf<P extends Proof> = {
  [Version in keyof Releases]: Releases[Version]['proof'] extends P ? Version : never
}[keyof Releases]

/** The releases of the AWS provider that the phases in force know, each once, with how well. */
export const knownReleases = (laws: Laws = phases): Readonly<Record<string, Proof>> =>
  Object.fromEntries(
    laws.flatMap(({ charter }) =>
      Object.entries(charter.providerReleases).map(([version, { proof }]) => [version, proof] as const)
    )
  )

/**
 * The phase of which a stack says that it is. A stack of no phase that there is is judged by the newest, which refuses
 * it: the field then takes the names of all.
 */
export const lawOf = (laws: Laws, phase: unknown): Law =>
  laws.find(({ charter }) => charter.phase === phase) ?? refusing(laws)

const refusing = (laws: Laws): Law => {
  const [newest] = laws
  if (laws.length === 1) return newest
  const phase = phaseField(laws.map(({ charter }) => charter.phase))
  return { ...newest, charter: { ...newest.charter, declaration: { ...newest.charter.declaration, phase } } }
}

/** The charter of a stack that was judged. */
export const charterOf = ({ phase }: Pick<Declaration, 'phase'>): Charter => lawOf(phases, phase).charter

/**
 * The isolation rules of all phases, each once. Two stacks are held apart by what either's phase asks for, so that a later
 * phase takes nothing from the isolation of a stack of an earlier one (J.6.2 §4).
 */
export const isolationOver = (laws: Laws): ReadonlyArray<IsolationRule> =>
  [...new Set(laws.flatMap(({ rules: { isolation } }) => isolation))].map((rule) => {
    const asking = new Set(laws.filter((law) => law.rules.isolation.includes(rule)).map(({ charter }) => charter.phase))
    return {
      ...rule,
      check: (mine, other) =>
        asking.has(mine.declaration.phase) || asking.has(other.declaration.phase) ? rule.check(mine, other) : []
    }
  })
