import { type Json, asList, isObject } from '../terraform/json.ts'
import { statementsOf } from './document.ts'

/** What a bucket policy says of one action by one role. `unclear` means that the answer cannot be told from here. */
export type Refusal = 'refused' | 'not refused' | 'unclear'

/** A role, by its whole ARN, that calls over TLS 1.2 or later. */
export type Caller = { readonly arn: string; readonly account: string }

/** An action, and the ARN of what it is done to. */
export type Asked = { readonly action: string; readonly resource: string }

const escaped = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&')

/** `*` and `?` as IAM reads them. Source: IAM, "JSON policy elements: Condition operators", string and ARN operators. */
const isLike = (pattern: string, text: string, flags = ''): boolean =>
  new RegExp(`^${escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, `s${flags}`).test(text)

type Truth = boolean | undefined

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth)

const texts = (value: Json | undefined): ReadonlyArray<string> | undefined => {
  const list = value === undefined ? [] : asList(value)
  return list.every((one) => typeof one === 'string') ? list : undefined
}

const isOneOf = (values: Json | undefined, text: string, like: boolean): Truth =>
  texts(values)?.some((value) => (like ? isLike(value, text) : value === text))

/** Whether a condition holds for the caller; undefined where that hangs on something that is not known here. */
const holds = (operator: string, key: string, values: Json, { arn, account }: Caller): Truth => {
  const known: Readonly<Record<string, string>> = { 'aws:principalarn': arn, 'aws:principalaccount': account }
  const name = key.toLowerCase()
  if (operator === 'Bool' && name === 'aws:securetransport') return isOneOf(values, 'true', false)
  if (operator === 'NumericLessThan' && name === 's3:tlsversion')
    return texts(values)?.every((value) => Number(value) <= 1.2) === true ? false : undefined
  const text = known[name]
  if (text === undefined) return undefined
  if (/^(ArnEquals|ArnLike|StringLike)$/.test(operator)) return isOneOf(values, text, true)
  if (/^(ArnNotEquals|ArnNotLike|StringNotLike)$/.test(operator)) return not(isOneOf(values, text, true))
  if (operator === 'StringEquals') return isOneOf(values, text, false)
  return operator === 'StringNotEquals' ? not(isOneOf(values, text, false)) : undefined
}

const all = (truths: ReadonlyArray<Truth>): Truth =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true

const isMeant = (principal: Json | undefined, { arn, account }: Caller): Truth => {
  const ids = isObject(principal) ? texts(principal['AWS']) : texts(principal)
  if (ids === undefined || principal === undefined) return undefined
  return ids.some((id) => ['*', account, arn].includes(id) || id.endsWith(`::${account}:root`))
}

const refusal = (statement: Json, { action, resource }: Asked, caller: Caller): Refusal => {
  if (!isObject(statement)) return 'unclear'
  if (statement['Effect'] !== 'Deny') return 'not refused'
  const [actions, resources] = [texts(statement['Action']), texts(statement['Resource'])]
  const condition = statement['Condition'] ?? {}
  const truth = all([
    statement['Action'] === undefined ? undefined : actions?.some((pattern) => isLike(pattern, action, 'i')),
    statement['Resource'] === undefined ? undefined : resources?.some((pattern) => isLike(pattern, resource)),
    isMeant(statement['Principal'], caller),
    ...(isObject(condition) ? Object.entries(condition) : []).flatMap(([operator, keys]) =>
      isObject(keys) ? Object.entries(keys).map(([key, values]) => holds(operator, key, values, caller)) : [undefined]
    )
  ])
  return truth === undefined ? 'unclear' : truth ? 'refused' : 'not refused'
}

/**
 * Whether a bucket policy refuses an action to a role, so far as its denials tell. What it hangs on beside
 * role, account and TLS is not known here: then it is unclear, and AWS decides. Source: IAM, "Policy evaluation logic".
 */
export const refusalIn = (policy: Json, asked: Asked, caller: Caller): Refusal => {
  const refusals = statementsOf(policy).map((statement) => refusal(statement, asked, caller))
  return refusals.includes('refused') ? 'refused' : refusals.includes('unclear') ? 'unclear' : 'not refused'
}

/** The roles that a policy names as those that may do an action, where it refuses it to everybody else. */
export const namedFor = (policy: Json, action: string): ReadonlyArray<string> =>
  statementsOf(policy).flatMap((statement) => {
    const condition = isObject(statement) && statement['Effect'] === 'Deny' ? statement['Condition'] : undefined
    const excepted = (isObject(condition) ? Object.entries(condition) : []).flatMap(([operator, keys]) =>
      /^(?:Arn|String)Not(?:Equals|Like)$/.test(operator) && isObject(keys) ? Object.entries(keys) : []
    )
    const isAbout =
      isObject(statement) && texts(statement['Action'])?.some((pattern) => isLike(pattern, action, 'i')) === true
    return isAbout
      ? excepted.flatMap(([key, arns]) => (key.toLowerCase() === 'aws:principalarn' ? (texts(arns) ?? []) : []))
      : []
  })
