import type { Conditions, PolicyDocument, Statement } from '../../../src/iam/document.ts'
import { emittedPolicies } from '../access-matrix/emitted.ts'
import type { Names } from '../access-matrix/names.ts'
import { keyPolicy } from '../access-matrix/policies-of.ts'
import { type Policies, type Request, simulate, simulateAgain } from '../simulate.ts'

export type Step = 'seed' | 'init' | 'plan' | 'apply'

/** What a call of day 0 asked of IAM, in which step first, and whether the bucket had its policy by then. */
export type AskedCall = {
  readonly step: Step
  readonly hasBucketPolicy: boolean
  readonly action: string
  readonly resource: string
  readonly conditions: Readonly<Record<string, string>>
}

/** The request as AWS decides on it. IAM itself adds which boundary a role has that a policy is put into. */
export const requestOf = ({ action, resource, conditions }: AskedCall, names: Names): Request => {
  const { account } = names
  const id = conditions['dynamodb:LeadingKeys']
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${names.bootstrap}/day0`,
    action,
    resource,
    account,
    context: {
      ...conditions,
      ...(id !== undefined && { 'dynamodb:LeadingKeys': [id] }),
      ...(action === 'iam:PutRolePolicy' && {
        'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/${names.boundary}`
      }),
      'aws:ResourceAccount': account,
      'aws:PrincipalAccount': account,
      'aws:PrincipalArn': `arn:aws:iam::${account}:role/${names.bootstrap}`,
      'aws:PrincipalType': 'AssumedRole'
    }
  }
}

const policiesFor = (policy: PolicyDocument, { action, hasBucketPolicy }: AskedCall, names: Names): Policies => ({
  identity: [policy],
  resource: action.startsWith('kms:')
    ? keyPolicy(names.account)
    : action.startsWith('s3:') && hasBucketPolicy
      ? emittedPolicies(names.stack).state_bucket_policy
      : undefined
})

/** The calls that AWS would refuse to who has this policy and no other. */
export const refusedUnder = async (
  policy: PolicyDocument,
  calls: ReadonlyArray<AskedCall>,
  names: Names
): Promise<ReadonlyArray<AskedCall>> => {
  const refused: Array<AskedCall> = []
  for (const call of calls)
    if ((await simulate(requestOf(call, names), policiesFor(policy, call, names))) !== 'allowed') refused.push(call)
  return refused
}

/** The first of them that it would refuse; `simulate` has taken all of them before. */
export const firstRefusedUnder = (
  policy: PolicyDocument,
  calls: ReadonlyArray<AskedCall>,
  names: Names
): AskedCall | undefined =>
  calls.find((call) => simulateAgain(requestOf(call, names), policiesFor(policy, call, names)) !== 'allowed')

/** A policy without one thing of it, and what that is. */
export type Lessened = { readonly without: string; readonly policy: PolicyDocument }

const without = (list: ReadonlyArray<string>, item: string): ReadonlyArray<string> => list.filter((one) => one !== item)

const conditionsWithout = (conditions: Conditions, value: string): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, values]) => [key, typeof values === 'string' ? values : without(values, value)])
      )
    ])
  )

const lessenedStatements = (statement: Statement): ReadonlyArray<readonly [string, Statement | undefined]> => {
  const { Action = [], Resource = [], Condition = {} } = statement
  const values = Object.values(Condition)
    .flatMap((keys) => Object.values(keys))
    .flatMap((value) => (typeof value === 'string' ? [] : value))
  const shorter = (list: ReadonlyArray<string>, item: string, left: Partial<Statement>) =>
    [item, list.length === 1 ? undefined : { ...statement, ...left }] as const
  return [
    ...Action.map((action) => shorter(Action, action, { Action: without(Action, action) })),
    ...Resource.map((resource) => shorter(Resource, resource, { Resource: without(Resource, resource) })),
    ...values.map((value) => [value, { ...statement, Condition: conditionsWithout(Condition, value) }] as const)
  ]
}

/** The policy with each action, each resource and each listed value of a condition taken away in turn. */
export const lessened = (policy: PolicyDocument): ReadonlyArray<Lessened> =>
  policy.Statement.flatMap((statement, index) =>
    lessenedStatements(statement).map(([what, left]) => ({
      without: `${statement.Sid}: ${what}`,
      policy: {
        ...policy,
        Statement: policy.Statement.flatMap((one, at) => (at !== index ? [one] : left ? [left] : []))
      }
    }))
  )
