import type { Declaration } from '../../declaration/declaration.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { byCodeUnit, sameJson } from '../../terraform/json.ts'
import { changesOf, type Plan } from '../plan-form.ts'
import type { PlanRule, PlanSubject } from '../rule.ts'
import { attributesOf, own, unknownPaths } from '../value.ts'
import type { StateResource } from '../values-form.ts'

const rule = 'plan-prior-state'
const PROVIDER = 'registry.opentofu.org/hashicorp/aws'

const expected = 'a state before the plan of current objects of the emitted file, each once and as its change begins'

const diagnostic =
  ({ environment, region }: Declaration) =>
  (actual: string): Diagnostic => ({
    rule,
    clause: 'J.7.0 §4',
    expected,
    actual,
    remedy: `Look at the state with a second person before anything else: npm run preflight -- stacks/${environment}-${region.logical}.ts`
  })

/** What the refresh found of a resource, by the change of it, and by what changed outside. */
const contradictions = (plan: Plan, { address, values, provider_name }: StateResource): ReadonlyArray<string> => [
  ...changesOf(plan)
    .filter((change) => change.address === address && change.provider_name !== provider_name)
    .map(() => `${address} of another provider than its change`),
  ...changesOf(plan)
    .filter((change) => change.address === address && !sameJson(change.change.before ?? null, values ?? null))
    .map(() => `${address} with other values than its change begins with`),
  ...(plan.resource_drift ?? [])
    .filter(({ address: drifted, change: { after } }) => drifted === address && after !== null && after !== undefined)
    .filter(({ change: { after } }) => !sameJson(after, values ?? null))
    .map(() => `${address} with other values than the change outside came to`)
]

/**
 * Whether values are AWS's answer about a caller, as the one data source of a stack keeps it. They are four texts, one
 * of them twice.
 */
const isCaller = (values: unknown): boolean =>
  Object.keys(attributesOf(values)).toSorted(byCodeUnit).join() === 'account_id,arn,id,user_id' &&
  Object.values(attributesOf(values)).every((value) => typeof value === 'string') &&
  own(values, 'id') === own(values, 'account_id')

const oddities = ({ emitted, plan }: PlanSubject, resource: StateResource): ReadonlyArray<string> => {
  const { address, mode, type, name, index, provider_name, values, deposed_key, tainted } = resource
  const block = plan.configuration.root_module.resources?.find((one) => one.address === address)
  const strangers = (resource.depends_on ?? []).filter((one) => !emitted.resources.has(one) && !emitted.data.has(one))
  return [
    ...(address === `${mode === 'data' ? 'data.' : ''}${type}.${name}` &&
    index === undefined &&
    (mode === 'managed' || provider_name === PROVIDER)
      ? []
      : [`${address} with another mode, type or name`]),
    ...(emitted.resources.has(address) || emitted.data.has(address)
      ? []
      : [`${address}, which the file does not have`]),
    ...(mode === 'data' && !isCaller(values) ? [`${address} is not what AWS says of a caller`] : []),
    ...(deposed_key === undefined ? [] : [`${address} has a deposed object`]),
    ...(tainted === true ? [`${address} is tainted`] : []),
    ...strangers.map((one) => `${address} depends on ${one}, which the file does not have`),
    ...(block === undefined || block.schema_version === resource.schema_version
      ? []
      : [`${address} in another version of its schema than the configuration`]),
    ...(unknownPaths(resource.sensitive_values).length === 0 ? [] : [`${address} with values that are not shown`])
  ]
}

/**
 * The state that the plan begins with holds only what the file declares. It says of each resource what the change of
 * that resource says.
 */
export const planPriorState: PlanRule = (subject) => {
  const { plan, emitted, declaration } = subject
  const prior = plan.prior_state?.values?.root_module?.resources ?? []
  const addresses = prior.map(({ address }) => address)
  const drifted = (plan.resource_drift ?? []).map(({ address }) => address)
  const without = changesOf(plan).filter(
    ({ address, previous_address: earlier, change: { before } }) =>
      prior.length > 0 &&
      before !== null &&
      before !== undefined &&
      !addresses.includes(earlier ?? address) &&
      !addresses.includes(address)
  )
  return findingsOf(
    [
      ...prior.flatMap((resource) => [...oddities(subject, resource), ...contradictions(plan, resource)]),
      ...addresses.filter((address, index) => addresses.indexOf(address) < index).map((address) => `${address} twice`),
      ...drifted
        .filter((address) => !emitted.resources.has(address))
        .map((address) => `${address} changed outside, which the file does not have`),
      ...drifted
        .filter((address, index) => drifted.indexOf(address) < index)
        .map((address) => `${address} changed outside twice`),
      ...([undefined, plan.terraform_version].includes(plan.prior_state?.terraform_version)
        ? []
        : ['a state of another OpenTofu than the plan']),
      ...without.map(({ address }) => `no ${address}, which its change begins with`)
    ].map(diagnostic(declaration)),
    { rule, clause: 'J.7.0 §4', expected, actual: `${prior.length} objects` }
  )
}
