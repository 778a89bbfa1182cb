import { type Called, seenRoleIn } from './seen-role.ts'
import { type Origin, type Sourced, answerOf } from '../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import { iamName } from '../declaration/arn.ts'
import { type Caller, type CallerIdentity, type Expected, type Principal, accountOfKey, callerOf } from './caller.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** Who is calling is AWS's own answer. */
const said = answerOf('STS GetCallerIdentity')

const wrongAccount = (expected: Expected, actual: string, from: Origin = said): Sourced<Diagnostic> => ({
  rule: 'caller-account',
  clause: 'J.7.0 §4',
  from,
  expected: `the account ${expected.account}`,
  actual,
  remedy: `Take credentials of the account ${expected.account}; nothing else was asked of this one.`
})

const wrongCaller = (expected: string, actual: string, remedy: string): Sourced<Diagnostic> => ({
  rule: 'caller-principal',
  clause: 'J.7.0 §7',
  from: said,
  expected,
  actual,
  remedy
})

const ASSUME = 'Assume the declared role and run this again; no other right that you have counts here.'

const shownCaller = ({ kind, name, account }: Caller): string =>
  `${kind === 'account root' ? 'the root' : `the ${kind} ${name}`} of the account ${account}`

/** Before any call: whether the access key can belong to the declared account. `from` says where the key came from. */
export const judgeAccessKey = (
  expected: Expected,
  accessKeyId: string,
  from: Origin
): E.Either<Sourced<Diagnostic>, void> => {
  const account = accountOfKey(accessKeyId)
  return account === undefined || account === expected.account
    ? E.right(undefined)
    : E.left(wrongAccount(expected, `an access key that was made for the account ${account}`, from))
}

/**
 * Which declared principal is calling, of those that may do this. The account is judged first; then partition and
 * principal. A role is told by its name, which is unique in an account whatever its path. Source: IAM, "IAM identifiers".
 */
export const judgeCaller = (
  expected: Expected,
  allowed: ReadonlyArray<Principal>,
  identity: CallerIdentity
): E.Either<Sourced<Diagnostic>, Called> => {
  const caller = callerOf(identity.arn)
  if (identity.account !== expected.account) return E.left(wrongAccount(expected, `the account ${identity.account}`))
  if (caller === undefined)
    return E.left(wrongCaller('an assumed role', 'a caller of a form that is not known', ASSUME))
  if (caller.account !== expected.account) return E.left(wrongAccount(expected, shownCaller(caller)))
  const arns = { 'bootstrap principal': expected.bootstrapPrincipal, 'operator role': expected.operatorRole } as const
  const who = allowed.map((principal) => `the ${principal} ${arns[principal]}`).join(' or ')
  const { partition } = iamName(expected.bootstrapPrincipal)
  const found = allowed.find((principal) => iamName(arns[principal]).name === caller.name)
  const seen = seenRoleIn(identity)
  if (caller.partition === partition && found !== undefined && seen !== undefined)
    return E.right({ principal: found, seen })
  const next = expected.nextBootstrapPrincipal
  const isNext = caller.kind === 'assumed role' && next !== undefined && iamName(next).name === caller.name
  const isAutomation = caller.kind === 'assumed role' && caller.name === iamName(expected.automationRole).name
  const remedy = isAutomation
    ? 'Run the plan of automation with plain tofu and its role: tofu plan -input=false -lock=true -out=FILE. Seed, preflight and the guard are for a person with the declared role (J.7.0 §2).'
    : isNext
      ? `Wait for ${expected.bootstrapPrincipal}, which applies this step; your turn comes when the stack declares you as bootstrapPrincipal, in another reviewed change.`
      : ASSUME
  const elsewhere = caller.partition === partition ? '' : ` in the partition ${caller.partition}`
  return E.left(wrongCaller(who, `${shownCaller(caller)}${elsewhere}`, remedy))
}
