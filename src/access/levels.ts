import type { Grant } from './principal.ts'
import type { Placed } from './question.ts'

/** How far a request gets, from nothing to everything. Source: IAM, "Policy evaluation logic". */
export const levels = [
  'denied',
  'left to the policies of its own account',
  'allowed',
  'allowed past any boundary'
] as const

export type Level = (applying: ReadonlyArray<Placed>) => number

const isDenied = (applying: ReadonlyArray<Placed>): boolean => applying.some(({ clause }) => clause.effect === 'Deny')

const allows = (applying: ReadonlyArray<Placed>, policy: Placed['policy'], grant?: Grant): boolean =>
  applying.some(
    (one) =>
      one.clause.effect === 'Allow' && one.policy === policy && (grant === undefined || one.clause.grant === grant)
  )

/**
 * A role of the stack: its policies under its boundary, or a grant of the resource's own policy. A grant to the role is
 * capped by the boundary, one to its session or to everybody is not; a role is assumed by nobody whom its trust policy
 * does not name. Source: IAM, "Permissions boundaries for IAM entities"; "Roles terms and concepts", trust policy.
 */
const roleLevel =
  (hasBoundary: boolean, isTrust: boolean): Level =>
  (applying) => {
    if (isDenied(applying)) return 0
    const isWithin = !hasBoundary || allows(applying, 'boundary')
    const isByItself = allows(applying, 'identity') && isWithin
    const isAllowed =
      allows(applying, 'resource', 'session') ||
      (allows(applying, 'resource', 'principal') && isWithin) ||
      (isByItself && (!isTrust || allows(applying, 'resource', 'account')))
    return isAllowed ? 2 : 0
  }

const roleLevels = [false, true].map((hasBoundary) => [false, true].map((isTrust) => roleLevel(hasBoundary, isTrust)))

/** One function for each case, so that two sides of the same case are seen to be decided alike. */
export const levelOfRole = (hasBoundary: boolean, isTrust: boolean): Level =>
  roleLevels[Number(hasBoundary)]?.[Number(isTrust)] ?? (() => 0)

/** Nothing is allowed to a role that is not there. */
export const levelOfNoRole: Level = () => 0

/**
 * The level of anybody else, whose own policies are not known. It rests on what the resource's policy leaves to them.
 * Across accounts both sides must allow it.
 */
export const levelOfSameAccount: Level = (applying) => {
  if (isDenied(applying)) return 0
  if (allows(applying, 'resource', 'session')) return 3
  return allows(applying, 'resource', 'principal') ? 2 : 1
}

export const levelOfOtherAccount: Level = (applying) => (!isDenied(applying) && allows(applying, 'resource') ? 1 : 0)

/** The level of a principal without policies: `nobody`, a service or a federated identity. */
export const levelOfNoAccount: Level = (applying) => (!isDenied(applying) && allows(applying, 'resource') ? 3 : 0)

/** A trust policy: in one's own account too, only whom it names may assume the role. */
export const levelOfTrust: Level = (applying) =>
  !isDenied(applying) && allows(applying, 'resource') ? levelOfSameAccount(applying) : 0
