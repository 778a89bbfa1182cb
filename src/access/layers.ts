import { type Json, type JsonObject, isObject, sameJson } from '../terraform/json.ts'
import { statementsOf } from '../iam/document.ts'
import type { Access, RoleAccess } from './access.ts'
import { type Entry, accessEntries } from './entries.ts'

/**
 * One policy by itself that allows more, or denies less, where another one still has the last word. No request is
 * decided otherwise, but one of two locks is open, so it counts as a widening.
 */
export type OpenedLayer = {
  readonly policy: string
  readonly what: 'allows more' | 'denies less'
  readonly entry: Entry
}

/** Every policy that opens beyond what is in effect. What widens in effect is told by `accessEntries`. */
export const openedLayers = (
  before: Access,
  after: Access,
  inEffect: ReadonlyArray<Entry>
): ReadonlyArray<OpenedLayer> => {
  const widened = inEffect.filter(isWidening)
  const [was, is] = [common(before, after), common(after, before)]
  const opened = layers.flatMap(({ policy, what, of, isOfBoth }) =>
    (isOfBoth ? accessEntries(of(was), of(is)) : accessEntries(of(before), of(after)))
      .filter((entry) => isWidening(entry) && !widened.some((other) => isIn(entry, other)))
      .map((entry): OpenedLayer => ({ policy: policy ?? entry.principals.join(' and '), what, entry }))
  )
  const told = opened.filter(
    (one) =>
      one.what === 'allows more' ||
      !opened.some((other) => other !== one && other.what === 'allows more' && isIn(one.entry, other.entry))
  )
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()]
}

const isWidening = ({ turn }: Entry): boolean => turn !== 'narrows'

/** The roles and buckets of one side that the other side has too. */
const common = ({ partition, roles, buckets }: Access, other: Access): Access => ({
  partition,
  roles: roles.filter(({ arn }) => other.roles.some((one) => one.arn === arn)),
  buckets: buckets.filter(({ arn }) => other.buckets.some((one) => one.arn === arn))
})

type Layer = {
  /** Undefined where the entry's principals say it. */
  readonly policy: string | undefined
  readonly what: OpenedLayer['what']
  /** Whether it is asked only of what both sides have: no lock was closed before on what is new. */
  readonly isOfBoth: boolean
  readonly of: (access: Access) => Access
}

const ofRoles =
  (change: (role: RoleAccess) => RoleAccess): Layer['of'] =>
  ({ partition, roles }) => ({ partition, roles: roles.map(change), buckets: [] })

const versionOf = (document: Json | undefined): JsonObject => {
  const version = isObject(document) ? document['Version'] : undefined
  return version === undefined ? {} : { Version: version }
}

const without = (document: Json | undefined, effect: string): ReadonlyArray<Json> =>
  (document === undefined ? [] : statementsOf(document)).filter(
    (statement) => !isObject(statement) || statement['Effect'] !== effect
  )

/** What a policy allows, regardless of what it denies. */
const allowances = (document: Json | undefined): Json => ({
  ...versionOf(document),
  Statement: without(document, 'Deny')
})

/** What a policy denies of everything, regardless of what it allows. */
const denials = (document: Json | undefined, granted: Json = everything): Json => ({
  ...versionOf(document),
  Statement: [...without(document, 'Allow'), granted]
})

const everything: Json = { Sid: 'Everything', Effect: 'Allow', Action: ['*'], Resource: ['*'] }
const toEverybody: Json = { Sid: 'Everybody', Effect: 'Allow', Principal: '*', Action: ['*'], Resource: ['*'] }

const ofRole = (parts: (policies: ReadonlyArray<Json>) => ReadonlyArray<Json>): Layer['of'] =>
  ofRoles(({ name, arn, policies }) => ({ name: `the policy of ${name}`, arn, policies: parts(policies) }))

/** A role without a policy is denied nothing by one. */
const denialsOfAll = (policies: ReadonlyArray<Json>): ReadonlyArray<Json> =>
  [undefined, ...policies].map((document) => denials(document))

/** No boundary caps nothing. */
const ofBoundary = (part: (document: Json | undefined) => Json): Layer['of'] =>
  ofRoles(({ name, arn, boundary }) => ({
    name,
    arn,
    policies: [boundary === undefined ? denials(undefined) : part(boundary)]
  }))

const ofBucket =
  (part: (document: Json | undefined) => Json): Layer['of'] =>
  ({ partition, buckets }) => ({
    partition,
    roles: [],
    buckets: buckets.map(({ arn, account, policy }) => ({ arn, account, policy: part(policy) }))
  })

const boundary = 'the permissions boundary'
const bucket = 'the bucket policy'

const layers: ReadonlyArray<Layer> = [
  { policy: undefined, what: 'allows more', isOfBoth: false, of: ofRole((policies) => policies.map(allowances)) },
  { policy: boundary, what: 'allows more', isOfBoth: true, of: ofBoundary(allowances) },
  { policy: bucket, what: 'allows more', isOfBoth: false, of: ofBucket(allowances) },
  { policy: undefined, what: 'denies less', isOfBoth: true, of: ofRole(denialsOfAll) },
  { policy: boundary, what: 'denies less', isOfBoth: true, of: ofBoundary((document) => denials(document)) },
  {
    policy: bucket,
    what: 'denies less',
    isOfBoth: true,
    of: ofBucket((document) => denials(document, toEverybody))
  }
]

/** The names of everything: as no policy names it, and as one pattern does. */
const wide = ['any action', 'any resource', '*']

/**
 * Whether all requests of an entry are among those of another, by the lists that both name. The other is told already.
 * Its names of everything count where it asks for the same.
 */
const isIn = (entry: Entry, other: Entry): boolean => {
  const isSame = other.conditions.length === 0 || sameJson(entry.conditions, other.conditions)
  const isAmong = (some: ReadonlyArray<string>, others: ReadonlyArray<string>): boolean =>
    some.every((one) => others.includes(one)) || (isSame && others.some((one) => wide.includes(one)))
  return (
    isAmong(entry.actions, other.actions) &&
    isAmong(entry.resources, other.resources) &&
    (isOfRole(entry) || entry.principals.every((principal) => other.principals.includes(principal)))
  )
}

const isOfRole = ({ principals }: Entry): boolean => principals.every((principal) => !/^(arn:|any)/.test(principal))
