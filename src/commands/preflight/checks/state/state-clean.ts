import { type Origin, sourced } from '../../../../diagnostics/origin.ts'
import { type Charter, dataSourceTypes, resourceTypes } from '../../../../charter/charter.ts'
import { forbiddenBecause } from '../../../../charter/forbidden-types.ts'
import { sensitiveData } from '../../../../sensitive/sensitive-data.ts'
import type { Declaration } from '../../../../declaration/declaration.ts'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import { type Finding, failed, passed } from '../../../../diagnostics/finding.ts'
import { addressOf, oddObjects, undeclared } from './odd-objects.ts'
import { strangePlaces } from './own-place.ts'
import type { StateForm, StateResource } from './state-form.ts'
import { isCaller, withoutSession } from '../../session-name.ts'

const PROVIDER = 'provider["registry.opentofu.org/hashicorp/aws"]'

/** The state as a whole. */
const theState: Origin = { kind: 'state', name: 'as S3 GetObject gives it' }

const ofResource = (name: string): Origin => ({ kind: 'state', name })

const byHand = 'Have the bootstrap principal take it out of the state by hand, and find out how it came in.'

const unauthorised = (charter: Charter): ((resource: StateResource) => ReadonlyArray<Diagnostic>) => {
  const listed = { managed: resourceTypes(charter), data: dataSourceTypes(charter) }
  return (resource) => {
    const { mode, type, module, provider } = resource
    const isListed = listed[mode].has(type)
    if (module === undefined && provider === PROVIDER && isListed) return []
    const { clause, reason } = forbiddenBecause(type)
    return [
      {
        rule: 'state-authorised',
        from: ofResource(addressOf(resource)),
        clause: isListed ? 'J.7.0 §9' : clause,
        expected: isListed ? 'no module, and the one AWS provider' : `nothing of type ${type}: ${reason}`,
        actual: `${addressOf(resource)} of ${provider ?? 'no provider'}`,
        remedy: byHand
      }
    ]
  }
}

const elsewhere =
  (declaration: Declaration) =>
  (resource: StateResource): ReadonlyArray<Diagnostic> =>
    resource.instances
      .flatMap(({ attributes = {}, identity = {} }) => strangePlaces({ attributes, identity }, declaration))
      .map((place) => ({
        rule: 'state-own',
        clause: 'J.7.0 §4',
        from: ofResource(addressOf(resource)),
        expected: `only what is in the account ${declaration.account} and in ${declaration.region.aws}`,
        actual: `${addressOf(resource)} is ${place}`,
        remedy: byHand
      }))

const bySession = [
  'Apply once more with plain tofu, in a session whose name says nothing about a person: that writes it anew.',
  'Tell the person who is responsible for privacy, because every earlier version of the state keeps it.'
].join(' ')

const removed = (kind: 'credential' | 'personal-data'): string =>
  `Remove it from the stack and apply. ${kind === 'credential' ? 'Revoke it' : 'Tell the person who is responsible for privacy'}, because every version of the state keeps it.`

type Place = { readonly where: string; readonly value: unknown; readonly isCallers?: boolean }

/** All of a resource but what `private` says, whose form is known to the last key. */
const judgedOf = (resource: StateResource): unknown => ({
  name: resource.name,
  instances: withoutSession(resource).map(({ private: _, ...rest }) => rest)
})

/** Judged as one value, so that a state is bounded as a whole, and not each of its resources. */
const sensitive = (form: StateForm, { account, trustedAccounts }: Declaration): ReadonlyArray<Diagnostic> => {
  const places = [
    ...form.resources.map((resource): Place => ({
      where: addressOf(resource),
      value: judgedOf(resource),
      isCallers: isCaller(resource)
    })),
    { where: 'outputs', value: form.outputs },
    { where: 'check_results', value: form.check_results }
  ]
  const values = places.map(({ value }) => value)
  return sensitiveData(values, [account, ...trustedAccounts]).map(({ kind, what, path: [index, ...path] }) => {
    const { where = 'the state', isCallers = false } = places[Number(index)] ?? {}
    return {
      rule: 'state-private',
      clause: 'J.7.0 §6',
      from: ofResource(where),
      expected: kind === 'credential' ? 'no credential' : 'no personal or clinical data',
      actual: `${where}, at ${path.join('.')}: ${what}`,
      remedy: isCallers ? bySession : removed(kind)
    }
  })
}

/**
 * The most resources that a state may have, far more than a stack has. A state with more is refused unread, in words that do
 * not grow with it.
 */
const MOST_RESOURCES = 1_000

const tooMany = ({ resources }: StateForm): ReadonlyArray<Diagnostic> => [
  {
    rule: 'state-declared',
    clause: 'J.7.0 §9',
    expected: 'only resources that the emitted file has',
    actual: `${resources.length} resources, the first of them ${resources.slice(0, 3).map(addressOf).join(', ')}`,
    remedy: 'Find out with the bootstrap principal whose state this is: no stack makes as many.'
  }
]

const outputs = ({ outputs: found }: StateForm): ReadonlyArray<Diagnostic> =>
  Object.keys(found).length === 0
    ? []
    : [
        {
          rule: 'state-authorised',
          clause: 'J.7.0 §6',
          expected: 'no output',
          actual: `${Object.keys(found).length} of them`,
          remedy: byHand
        }
      ]

/**
 * The state holds what the charter authorises and nothing else. It holds the charter's types, the one provider, the declared
 * account and region, and one current object of each resource of the emitted file (`declared`, by address). It holds no
 * credential and nothing about a person (J.7.0 §5, §6). The rules are those of emit, but for the name of the session that
 * OpenTofu itself keeps, which is refused only where it is an address.
 */
export const stateClean = (
  charter: Charter,
  declaration: Declaration,
  form: StateForm,
  declared: ReadonlySet<string>
): ReadonlyArray<Finding> => {
  const refusedOf = unauthorised(charter)
  if (form.resources.length > MOST_RESOURCES) return sourced(theState)(tooMany(form)).map(failed)
  const diagnostics = [
    ...form.resources.flatMap((resource) => {
      const refused = refusedOf(resource)
      return refused.length > 0 ? refused : undeclared(declared)(resource)
    }),
    ...oddObjects(form),
    ...outputs(form),
    ...form.resources.flatMap(elsewhere(declaration)),
    ...sensitive(form, declaration)
  ]
  return diagnostics.length > 0
    ? sourced(theState)(diagnostics).map(failed)
    : [
        passed({
          rule: 'state-clean',
          clause: 'J.7.0 §6',
          from: theState,
          expected:
            'only authorised resources of the declared account and region, no credential, nothing about a person',
          actual: `${form.resources.length} resources, all of them`
        })
      ]
}
