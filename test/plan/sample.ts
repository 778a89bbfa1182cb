import * as E from 'fp-ts/lib/Either.js'
import { readFileSync, readdirSync } from 'node:fs'
import { charterOf } from '../../src/charter/phases.ts'
import type { Principal } from '../../src/caller/caller.ts'
import { judgePlan, planRules } from '../../src/plan/judge-plan.ts'
import { emittedOf } from '../../src/plan/emitted.ts'
import type { Plan } from '../../src/plan/plan-form.ts'
import { readPlan } from '../../src/plan/read-plan.ts'
import type { PlanSubject } from '../../src/plan/rule.ts'
import { emittedStaging } from '../support/wanted.ts'
import { afterApply, beforeApply } from './sample-edits.ts'
import { type Kept, type RawPlan, restored } from './sample-form.ts'

const folder = new URL('samples/', import.meta.url)

const kept = (name: string): Kept => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Kept

/** The samples by name: real plans, see make-samples.ts. */
export const sampleNames: ReadonlyArray<string> = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ''))
  .toSorted()

/** A plan as `tofu show -json` printed it. */
export const rawSample = (name: string): RawPlan => {
  const sample = kept(name)
  return restored(sample, sample.base === undefined ? undefined : kept(sample.base))
}

/** The line in which `tofu plan` summed it up; empty where it said none. */
export const saidOf = (name: string): string => kept(name).said

/** The plan in a raw one; throws what is wrong with it. */
export const planIn = (raw: unknown): Plan => {
  const read = readPlan(JSON.stringify(raw))
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
}

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const valuesOf = (raw: Raw, change: Raw, values: unknown, sensitive: unknown): Raw => {
  const { address, mode, type, name, provider_name } = change
  const { schema_version = 0 } =
    raw.configuration.root_module.resources.find((one: Raw) => one.address === address) ?? {}
  return { address, mode, type, name, provider_name, schema_version, values, sensitive_values: sensitive }
}

/** What OpenTofu says twice of a resource, made to agree again with its change. */
export const consistent = (raw: Raw): Raw => {
  const changes: ReadonlyArray<Raw> = raw.resource_changes
  raw.planned_values.root_module.resources = changes
    .filter(({ change }) => change.after !== null)
    .map((one) => valuesOf(raw, one, one.change.after, one.change.after_sensitive))
  for (const { address, change } of raw.resource_drift ?? []) {
    const begun = changes.find((one) => one.address === address)
    if (change.after !== null && begun !== undefined) change.after = begun.change.before
  }
  if (raw.prior_state === undefined) return raw
  const before = raw.prior_state.values.root_module
  before.resources = [
    ...before.resources.filter(({ mode }: Raw) => mode === 'data'),
    ...new Map(
      changes
        .filter(({ change }) => change.before !== null)
        .map((one) => [one.address, valuesOf(raw, one, one.change.before, one.change.before_sensitive)])
    ).values()
  ]
  return raw
}

const file = emittedStaging()

/** A plan beside the committed stack, or beside that stack as a sample was edited, as if it had been reviewed so. */
export const subjectOf = (plan: Plan, principal: Principal = 'bootstrap principal', edited?: string): PlanSubject => {
  const text = JSON.parse(file.text) as unknown
  for (const { name, edit } of [...beforeApply, ...afterApply]) if (name === edited) edit?.(text)
  return {
    plan,
    emitted: emittedOf({ text: JSON.stringify(text) }),
    declaration: file.declaration,
    charter: charterOf(file.declaration),
    principal
  }
}

export const sample = (name: string): Plan => planIn(rawSample(name))

/** A real plan with one thing about it changed, in each place where OpenTofu says it. */
export const changed = (name: string, change: (raw: Raw) => void, principal?: Principal): PlanSubject => {
  const raw = structuredClone(rawSample(name)) as Raw
  change(raw)
  return subjectOf(planIn(consistent(raw)), principal)
}

/** What a plan says of one resource. */
export const resource = (raw: Raw, address: string): Raw =>
  raw.resource_changes.find((one: Raw) => one.address === address)

/** Changes values that were so before and stay so. */
export const both = (address: string, change: (values: Raw) => void) => (raw: Raw) => {
  change(resource(raw, address).change.before)
  change(resource(raw, address).change.after)
}

/** Whether a rule refuses a plan. */
export const refused = (subject: PlanSubject, rules = planRules): boolean =>
  judgePlan(subject, rules).some(({ outcome }) => outcome === 'failed')
