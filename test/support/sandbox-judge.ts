import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import {
  createValidatedPolicy,
  type ValidatedPolicy,
  validateIdentityPolicy,
  validateResourceControlPolicy,
  validateResourcePolicy,
  validateServiceControlPolicy,
  validateTrustPolicy,
  type ValidationError
} from '@cloud-copilot/iam-policy'
import { runSimulation } from '@cloud-copilot/iam-simulate'
import type { Call } from '../../src/outside/stand-in/stand-in.ts'
import { keyPolicy } from './access-matrix/policies-of.ts'
import { authorizationOf } from '../e2e/bench/authorization.ts'

/**
 * Decides for a stand-in whether AWS would allow a call, by the independent simulator that the tests use. It is a program of
 * its own, which a sandbox starts where this checkout has its development dependencies: it takes a question a request and
 * answers with JSON, on a port of the loopback that it prints; it ends when its standard input does.
 */
type Question = {
  readonly call: Call
  /** The account that is asked, and the one of the caller. */
  readonly account: string
  readonly own: string
  readonly kind: 'AssumedRole' | 'User'
  /** The ARN of the role or user, and the one that AWS names in a refusal. */
  readonly arn: string
  readonly session: string
  /** Whether a second factor was shown, and how many seconds ago; null is what the call says nothing of. */
  readonly mfa: { readonly present: boolean | null; readonly age: number | null }
  readonly identity: ReadonlyArray<unknown>
  readonly boundary: unknown
  /** The boundary of the role that the call is about, by its ARN. */
  readonly bounds: string | null
  /** The bucket policy, the key policy or the trust policy of what is asked for. */
  readonly resource: unknown
  /** The service control policies and the resource control policies of the organisation, as JSON; null where there are none. */
  readonly organisation: string | null
}

/** The policies that an organisation attaches to its root. A service control policy that allows must be among them, as at AWS. */
type Organisation = { readonly services: ReadonlyArray<unknown>; readonly resources: ReadonlyArray<unknown> }

/** AWS answers these whatever the policies say. Source: AWS STS API reference, GetCallerIdentity and GetSessionToken. */
const needNoGrant = ['sts:GetCallerIdentity', 'sts:GetSessionToken']

type Checked = ValidatedPolicy<{ readonly name: string }>

const checked = (name: string, validate: (document: unknown) => Array<ValidationError>, document: unknown): Checked => {
  const made = createValidatedPolicy(document, validate, { name })
  if (made.errors.length > 0) throw new Error(`no ${name} policy: ${JSON.stringify(made.errors)}`)
  return made
}

/**
 * The actions for which AWS knows the boundary of the role that they are about. Source: Service Authorization Reference, "Actions,
 * resources, and condition keys for AWS Identity and Access Management".
 */
const KNOWS_BOUNDARY = ['AttachRolePolicy', 'DeleteRolePolicy', 'DetachRolePolicy', 'PutRolePolicy'].map(
  (name) => `iam:${name}`
)

/** What a policy names where the recorded call names less: the list of all buckets, and a key by an alias that is not there yet. */
const asPolicy = (call: Call, account: string): ReturnType<typeof authorizationOf> => {
  const asked = authorizationOf(call, account)
  if (asked.resource.endsWith(':s3:::')) return { ...asked, action: 's3:ListAllMyBuckets', resource: '*' }
  if (asked.action.startsWith('kms:') && !asked.resource.startsWith('arn:') && asked.resource !== '*')
    return { ...asked, resource: `arn:aws:kms:${call.region}:${account}:key/not-there-yet` }
  return asked
}

const attached = (
  kind: string,
  validate: (document: unknown) => Array<ValidationError>,
  documents: ReadonlyArray<unknown> | undefined = []
) =>
  documents.length === 0
    ? []
    : [
        {
          orgIdentifier: 'root',
          policies: documents.map((document, index) => {
            const name = `${kind} ${index}`
            return { name, policy: checked(name, validate, document) }
          })
        }
      ]

/** What all policies together say of a call, with those of an organisation where it is given. */
const judged = async (
  question: Question,
  { action, resource, conditions }: ReturnType<typeof authorizationOf>,
  organisation?: Partial<Organisation>
): Promise<string> => {
  const { account, own, kind, arn, session: principal, mfa, bounds, identity, boundary } = question
  const policy = question.resource ?? (action.startsWith('kms:') ? keyPolicy(account) : null)
  const leadingKey = conditions['dynamodb:LeadingKeys']
  const validateResource = action.startsWith('sts:') ? validateTrustPolicy : validateResourcePolicy
  const found = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: account },
        contextVariables: {
          ...conditions,
          ...(leadingKey !== undefined && { 'dynamodb:LeadingKeys': [leadingKey] }),
          'aws:ResourceAccount': account,
          'aws:PrincipalAccount': own,
          'aws:PrincipalArn': arn,
          'aws:PrincipalType': kind,
          ...(bounds !== null && KNOWS_BOUNDARY.includes(action) && { 'iam:PermissionsBoundary': bounds }),
          ...(mfa.present !== null && { 'aws:MultiFactorAuthPresent': String(mfa.present) }),
          ...(mfa.age !== null && { 'aws:MultiFactorAuthAge': String(mfa.age) })
        }
      },
      identityPolicies: identity.map((document, index) => {
        const name = `identity ${index}`
        return { name, policy: checked(name, validateIdentityPolicy, document) }
      }),
      ...(boundary !== null && {
        permissionBoundaryPolicies: [
          { name: 'boundary', policy: checked('boundary', validateIdentityPolicy, boundary) }
        ]
      }),
      ...(policy !== null && { resourcePolicy: checked('resource', validateResource, policy) }),
      serviceControlPolicies: attached('service control', validateServiceControlPolicy, organisation?.services),
      resourceControlPolicies: attached('resource control', validateResourceControlPolicy, organisation?.resources)
    },
    {}
  )
  if (found.resultType === 'error') throw new Error(JSON.stringify(found.errors))
  return found.overallResult
}

/** Whose policy denies a call, in AWS's words. Source: IAM User Guide, "Troubleshoot access denied error messages". */
const why = async (
  question: Question,
  asked: ReturnType<typeof authorizationOf>,
  { services, resources }: Organisation
): Promise<string | undefined> => {
  const own = await judged(question, asked)
  if (own !== 'Allowed')
    return own === 'ExplicitlyDenied' ? 'with an explicit deny in a policy' : 'because no policy allows it'
  for (const [policies, kind] of [
    [{ services }, 'service'],
    [{ resources }, 'resource']
  ] as const) {
    const found = Object.values(policies).flat().length === 0 ? 'Allowed' : await judged(question, asked, policies)
    if (found === 'ExplicitlyDenied') return `with an explicit deny in a ${kind} control policy`
    if (found !== 'Allowed') return `because no ${kind} control policy allows the ${asked.action} action`
  }
  return undefined
}

/** Why a call is denied, in AWS's words; undefined where it is allowed. */
const denied = async (question: Question): Promise<string | undefined> => {
  const asked = asPolicy(question.call, question.account)
  const { action, resource } = asked
  if (needNoGrant.includes(action)) return undefined
  const organisation = JSON.parse(question.organisation ?? '{"services":[],"resources":[]}') as Organisation
  if (![organisation.services, organisation.resources].every(Array.isArray))
    throw new Error('organisation.json has two lists: services and resources')
  const reason = await why(question, asked, organisation)
  return reason === undefined
    ? undefined
    : `User: ${question.session} is not authorized to perform: ${action} on resource: ${resource} ${reason}`
}

const server = createServer((request, response) => {
  void text(request)
    .then((body) => denied(JSON.parse(body) as Question))
    .catch((error: unknown) => `the simulator cannot judge this call, so it is denied: ${String(error)}`)
    .then((reason) => response.end(JSON.stringify({ denied: reason ?? null })))
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
process.stdin.resume().once('end', () => process.exit())
