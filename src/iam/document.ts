import { type Json, asList, byCodeUnit, isObject } from '../terraform/json.ts'

/** A condition block: operator, condition key, values. Source: IAM, "Policy elements: Condition". */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | ReadonlyArray<string>>>>>

/** One statement of a policy. Exactly the elements that this project writes. */
export type Statement = {
  readonly Sid: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: '*' | { readonly AWS: ReadonlyArray<string> }
  readonly Action?: ReadonlyArray<string>
  readonly NotAction?: ReadonlyArray<string>
  readonly Resource?: ReadonlyArray<string>
  readonly NotResource?: ReadonlyArray<string>
  readonly Condition?: Conditions
}

/** A policy document of IAM or of a resource. */
export type PolicyDocument = { readonly Version: '2012-10-17'; readonly Statement: ReadonlyArray<Statement> }

/**
 * The statements of a policy that another wrote. One alone may stand without a list. A policy without statements counts as one
 * that is not understood. Source: IAM, "Grammar of the IAM JSON policy language".
 */
export const statementsOf = (policy: Json): ReadonlyArray<Json> =>
  isObject(policy) && policy['Statement'] !== undefined ? asList(policy['Statement']) : [policy]

/** Statements as a document. The order of actions and resources means nothing, so it is made the same everywhere. */
export const policyDocument = (...statements: ReadonlyArray<Statement>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements.map(inOrder)
})

const inOrder = (statement: Statement): Statement => ({
  ...statement,
  ...(statement.Action && { Action: ordered(statement.Action) }),
  ...(statement.NotAction && { NotAction: ordered(statement.NotAction) }),
  ...(statement.Resource && { Resource: ordered(statement.Resource) }),
  ...(statement.NotResource && { NotResource: ordered(statement.NotResource) })
})

/** The list itself where it is in order already, as a list that was ordered once and for all is. */
export const ordered = (list: ReadonlyArray<string>): ReadonlyArray<string> =>
  list.every((item, index) => byCodeUnit(list[index - 1] ?? '', item) <= 0) ? list : list.toSorted(byCodeUnit)
