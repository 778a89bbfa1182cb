import type { Statement } from '../../../src/iam/document.ts'
import { type Changed, eachLeftOut } from './mutation.ts'

/** Actions that must never come in, by the resource that they are for. */
const dangerous: ReadonlyArray<readonly [resource: RegExp, actions: ReadonlyArray<string>]> = [
  [/^arn:aws:s3:::[^/]+$/, ['s3:PutBucketPolicy', 's3:DeleteBucket', 's3:PutBucketVersioning']],
  [/^arn:aws:s3:::[^/]+\//, ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObjectAcl']],
  [/^arn:aws:dynamodb:/, ['dynamodb:UpdateItem', 'dynamodb:BatchWriteItem']],
  [/^arn:aws:iam::[0-9]+:role\//, ['iam:PutRolePolicy', 'iam:PassRole', 'iam:UpdateAssumeRolePolicy']],
  [/^arn:aws:iam::[0-9]+:policy\//, ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion']],
  [/^arn:aws:kms:/, ['kms:Decrypt', 'kms:GenerateDataKey']]
]
/** Of a table as a whole: a condition on its items would keep them out, so they come in only where there is none. */
const ofTables = ['dynamodb:DeleteTable', 'dynamodb:UpdateTable', 'dynamodb:PutResourcePolicy']
const anyOfThem = [
  ...dangerous.flatMap(([, actions]) => actions),
  ...ofTables,
  'sts:AssumeRole',
  'kms:CreateKey',
  'organizations:LeaveOrganization'
]
const parts = ['s3:Get*', 's3:Put*', 's3:List*', 's3:*Bucket*', 's3:*Object*']

/** Each action left out, and one more let in: a dangerous one, all of a service, all there are. */
export const actionChanges = (statement: Statement): ReadonlyArray<Changed> => {
  const { Effect, Action, NotAction } = statement
  const allows = Effect === 'Allow'
  if (NotAction !== undefined)
    return [
      ...leftOut('NotAction', NotAction, false, statement),
      ...more('NotAction', NotAction, [...anyOfThem, ...services(NotAction), 'sts:*', '*'], statement)
    ]
  if (Action === undefined) return []
  if (Action.includes('s3:*')) return parts.map((part) => list('Action', `is ${part}`, [part], !allows, statement))
  return [
    ...leftOut('Action', Action, !allows, statement),
    ...(allows ? more('Action', Action, [...fitting(statement), ...services(Action), '*'], statement) : [])
  ]
}

const fitting = ({ Principal, Resource = [], Condition = {} }: Statement): ReadonlyArray<string> => {
  if (Principal !== undefined) return ['sts:TagSession', 'sts:SetSourceIdentity']
  const found = dangerous.flatMap(([resource, actions]) => (Resource.some((arn) => resource.test(arn)) ? actions : []))
  return found.includes('dynamodb:UpdateItem') && !('Null' in Condition) ? [...found, ...ofTables] : found
}

const leftOut = (
  element: 'Action' | 'NotAction',
  actions: ReadonlyArray<string>,
  wider: boolean,
  statement: Statement
): ReadonlyArray<Changed> =>
  eachLeftOut(actions).map(([action, rest]) => list(element, `without ${action}`, rest, wider, statement))

const more = (
  element: 'Action' | 'NotAction',
  actions: ReadonlyArray<string>,
  added: ReadonlyArray<string>,
  statement: Statement
): ReadonlyArray<Changed> =>
  [...new Set(added)]
    .filter((action) => !actions.includes(action))
    .map((action) => list(element, `with ${action}`, [...actions, action], true, statement))

const services = (actions: ReadonlyArray<string>): ReadonlyArray<string> =>
  actions.map((action) => action.replace(/:.*/, ':*'))

const list = (
  element: 'Action' | 'NotAction',
  what: string,
  actions: ReadonlyArray<string>,
  wider: boolean,
  statement: Statement
): Changed => ({
  what: `${element} ${what}`,
  wider,
  statement: { ...statement, [element]: actions }
})
