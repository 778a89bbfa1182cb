import {
  createValidatedPolicy,
  type ValidatedPolicy,
  validateIdentityPolicy,
  validateResourcePolicy,
  validateTrustPolicy,
  type ValidationError
} from '@cloud-copilot/iam-policy'
import { anonymousPrincipal, runSimulation, runUnsafeSimulation, type Simulation } from '@cloud-copilot/iam-simulate'
import type { PolicyDocument } from '../../src/iam/document.ts'

/** A call to AWS as its authorisation sees it: who, what, on what, and the condition keys that it carries. */
export type Request = {
  /** The ARN of a session, a user or an account root; or nobody at all. */
  readonly principal: string
  readonly action: string
  readonly resource: string
  /** The account that owns the resource. */
  readonly account: string
  readonly context: Readonly<Record<string, string | ReadonlyArray<string>>>
}

/** The policies that AWS puts together to decide on one request. */
export type Policies = {
  readonly identity: ReadonlyArray<PolicyDocument>
  readonly boundary?: PolicyDocument | undefined
  /** Bucket policy, key policy or trust policy. */
  readonly resource?: PolicyDocument | undefined
}

export type Decision = 'allowed' | 'denied' | 'denied explicitly'

/** The principal of a request that nobody signed. */
export const nobody = 'nobody'

const decisions: Readonly<Record<string, Decision>> = {
  Allowed: 'allowed',
  ImplicitlyDenied: 'denied',
  ExplicitlyDenied: 'denied explicitly'
}

/**
 * What AWS would decide, by an independent simulator that also checks the request: the action exists, the resource
 * fits it, each policy is one, and each condition key can come with the action. What cannot be simulated is an error.
 */
export const simulate = async (request: Request, policies: Policies): Promise<Decision> => {
  const found = await runSimulation(simulation(request, policies), {})
  if (found.resultType === 'error') throw new Error(`${asked(request)}: ${JSON.stringify(found.errors)}`)
  const ignored = found.resultType === 'single' ? (found.result.ignoredContextKeys ?? []) : []
  if (found.resultType !== 'single' || ignored.length > 0)
    throw new Error(
      `${asked(request)}: not one request (${found.resultType}), or keys that it cannot carry: ${ignored.join(', ')}`
    )
  return decided(found.overallResult, request)
}

/** The same in a third of the time, for requests that `simulate` has taken before, under policies that differ. */
export const simulateAgain = (request: Request, policies: Policies): Decision =>
  decided(runUnsafeSimulation(simulation(request, policies), {}), request)

const decided = (result: string, request: Request): Decision => {
  const decision = decisions[result]
  if (decision === undefined) throw new Error(`${asked(request)}: the simulator answers ${result}`)
  return decision
}

const asked = ({ principal, action, resource }: Request): string => `${principal} asks ${action} on ${resource}`

const simulation = (request: Request, { identity, boundary, resource }: Policies): Simulation => ({
  request: {
    principal: request.principal === nobody ? anonymousPrincipal : request.principal,
    action: request.action,
    resource: { resource: request.resource, accountId: request.account },
    contextVariables: request.context as Record<string, string | Array<string>>
  },
  identityPolicies: identity.map((document, index) => ({
    name: `identity ${index}`,
    policy: checked.identity(document)
  })),
  ...(boundary && { permissionBoundaryPolicies: [{ name: 'boundary', policy: checked.identity(boundary) }] }),
  ...(resource && { resourcePolicy: checked[request.action.startsWith('sts:') ? 'trust' : 'resource'](resource) }),
  serviceControlPolicies: [],
  resourceControlPolicies: []
})

type Checked = ValidatedPolicy<{ readonly name: string }>

/** Each document is checked once, as the kind of policy that it is used as. */
const once = (
  name: string,
  validate: (document: unknown) => Array<ValidationError>
): ((document: PolicyDocument) => Checked) => {
  const known = new WeakMap<PolicyDocument, Checked>()
  return (document) => {
    const made = known.get(document) ?? createValidatedPolicy(document, validate, { name })
    if (made.errors.length > 0) throw new Error(`no ${name} policy: ${JSON.stringify([made.errors, document])}`)
    known.set(document, made)
    return made
  }
}

const checked = {
  identity: once('identity', validateIdentityPolicy),
  resource: once('resource', validateResourcePolicy),
  trust: once('trust', validateTrustPolicy)
}
