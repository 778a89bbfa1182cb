import { type Laws, phases } from '../charter/phases.ts'
import { emitRules } from './emit-rules.ts'
import { guardRules } from './guard-rules.ts'
import places from './places.json' with { type: 'json' }
import { preflightRules } from './preflight-rules.ts'

/** Where a rule is named and tested, as the sources have it; `npm run docs` writes it. */
export type RulePlace = {
  readonly clauses: ReadonlyArray<string>
  readonly files: ReadonlyArray<string>
  /** What to do, as the messages say it; `<account>` stands for a value of the stack. */
  readonly remedies: ReadonlyArray<string>
  readonly tests: ReadonlyArray<string>
}

/** What prints a rule: emit, preflight (and seed, which asks the same of the caller), or the guard. */
export type Printer = 'emit' | 'preflight' | 'guard'

export type RulePlaces = Readonly<Record<Printer, Readonly<Record<string, RulePlace>>>>

/**
 * Everything that is known of a rule. It says what the rule asks for, by which clauses, and where it is enforced and
 * tested.
 */
export type RuleEntry = RulePlace & { readonly rule: string; readonly printedBy: Printer; readonly says: string }

const guardSays: ReadonlyArray<readonly [rule: string, says: string]> = Object.entries(guardRules).map(
  ([rule, { says }]) => [rule, says]
)

type Says = ReadonlyArray<readonly [rule: string, says: string]>

const sentencesOf = (laws: Laws): Readonly<Record<Printer, Says>> => ({
  emit: [...Object.entries(emitRules), ...laws.flatMap(({ ownRules = {} }) => Object.entries(ownRules))],
  preflight: Object.entries(preflightRules),
  guard: guardSays
})

const nowhere: RulePlace = { clauses: [], files: [], remedies: [], tests: [] }

/**
 * Every rule of every command, those that a phase alone has too, with its places. One name may stand twice: offline for
 * a stack, and live.
 */
export const registryOf = (placed: RulePlaces, laws: Laws = phases): ReadonlyArray<RuleEntry> => {
  const sentences = sentencesOf(laws)
  return (['emit', 'preflight', 'guard'] as const).flatMap((printedBy) =>
    sentences[printedBy].map(([rule, says]) => ({
      rule,
      printedBy,
      says,
      ...(placed[printedBy][rule] ?? placed.preflight[rule] ?? nowhere)
    }))
  )
}

/** The registry with the places that `npm run docs` wrote. */
export const registry: ReadonlyArray<RuleEntry> = registryOf(places)
