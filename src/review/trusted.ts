import { byCodeUnit, onOneLine, isObject, type JsonObject } from '../terraform/json.ts'
import { textsOf } from './emitted-parts.ts'
import { durationText } from './duration.ts'
import { code } from './markdown.ts'

/** A principal that may become a role: who, of which account, behind what; in Markdown. */
export type Trusted = {
  readonly kind: 'roles' | 'users' | 'others'
  readonly account: string
  readonly who: string
  readonly behind: string
}

const roleArn = /^arn:[a-z-]+:iam::([0-9]{12}):role\//
const usersArn = /^arn:[a-z-]+:iam::([0-9]{12}):user(\/.*)\*$/

/** Everybody whom a trust policy names, one entry each, sorted. What has no words of its own is shown as it stands. */
export const trusted = (statements: ReadonlyArray<JsonObject>): ReadonlyArray<Trusted> =>
  statements.flatMap((statement) => ofRoles(statement) ?? ofUsers(statement) ?? asWritten(statement)).toSorted(byText)

const byText = (a: Trusted, b: Trusted): number => byCodeUnit(`${a.account} ${a.who}`, `${b.account} ${b.who}`)

const isPlain = ({ Effect, Action }: JsonObject): boolean =>
  Effect === 'Allow' && textsOf(Action).join() === 'sts:AssumeRole'

const principalsOf = ({ Principal }: JsonObject): ReadonlyArray<string> =>
  isObject(Principal) && Object.keys(Principal).join() === 'AWS' ? textsOf(Principal['AWS']) : []

const ofRoles = (statement: JsonObject): ReadonlyArray<Trusted> | undefined => {
  const arns = principalsOf(statement)
  const accounts = arns.map((arn) => roleArn.exec(arn)?.[1])
  if (!isPlain(statement) || statement['Condition'] !== undefined || arns.length === 0) return undefined
  if (accounts.includes(undefined)) return undefined
  return arns.map((arn, index) => ({
    kind: 'roles',
    account: accounts[index] ?? '',
    who: code(arn),
    behind: 'what that role asks for; nothing is asked here'
  }))
}

const ofUsers = (statement: JsonObject): ReadonlyArray<Trusted> | undefined => {
  const condition = statement['Condition']
  if (!isPlain(statement) || !isObject(condition) || Object.keys(condition).length !== 3) return undefined
  const only = (operator: string, key: string): string => {
    const keys = condition[operator]
    return isObject(keys) && Object.keys(keys).join() === key ? textsOf(keys[key]).join(' ') : ''
  }
  const [, account = '', path = ''] = usersArn.exec(only('ArnLike', 'aws:PrincipalArn')) ?? []
  const [principal = ''] = principalsOf(statement)
  const age = only('NumericLessThan', 'aws:MultiFactorAuthAge')
  const isMfa = only('Bool', 'aws:MultiFactorAuthPresent') === 'true' && /^[0-9]+$/.test(age)
  if (account === '' || !isMfa || !principal.endsWith(`::${account}:root`)) return undefined
  const behind = `MFA, at most ${durationText(Number(age))} old`
  return [{ kind: 'users', account, who: `every IAM user below ${code(path)}`, behind }]
}

const asWritten = (statement: JsonObject): ReadonlyArray<Trusted> => [
  {
    kind: 'others',
    account: 'of any',
    who: code(onOneLine(statement)),
    behind: 'see the statement'
  }
]
