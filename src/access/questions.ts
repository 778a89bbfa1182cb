import type { Json } from '../terraform/json.ts'
import type { Access, BucketAccess, RoleAccess } from './access.ts'
import { type Cells, cellsOf } from './cells.ts'
import { type Carried, type Criterion, carriesOne, criterion } from './criterion.ts'
import * as levels from './levels.ts'
import { like, literal, matches } from './pattern.ts'
import { accountOf, belonging, principalDimension, sessionIn } from './principal.ts'
import { type Placed, type Question, type Side, saysTheSame } from './question.ts'
import { clausesIn, underBoundary } from './statement.ts'

/** A question about one principal, or about all that are alike. */
export type Asked = {
  /** Who it is about: the name of a role, or the text that stands for everybody in this cell. */
  readonly who: string
  readonly role: string | undefined
  readonly question: Question
}

export type Questions = { readonly asked: ReadonlyArray<Asked>; readonly principals: Cells }

const placed = (policy: Placed['policy'], name: string, document: Json | undefined): ReadonlyArray<Placed> =>
  clausesIn(document).map((clause) => ({ clause, policy, name }))

const isOneOf = (dimension: string, patterns: Criterion['patterns'], isNot = false): Criterion =>
  criterion({
    id: `${dimension} ${isNot ? 'outside' : 'within'} ${JSON.stringify(patterns.map(({ id }) => id))}`,
    dimension,
    holds: ({ texts }) => patterns.some((one) => texts?.some((text) => matches(one, text)) === true) !== isNot,
    patterns
  })

const inBucket = ({ arn }: BucketAccess): Criterion['patterns'] => [literal(arn), like(`${arn}/*`)]
const sts = [like('sts:*')]

/** The same thing on both sides, told by its ARN; undefined where it is not there. */
type Both<A> = { readonly before: A | undefined; readonly after: A | undefined; readonly either: A }

const both = <A>(
  before: ReadonlyArray<A>,
  after: ReadonlyArray<A>,
  keyOf: (one: A) => string
): ReadonlyArray<Both<A>> => {
  const [was, is] = [before, after].map((list) => new Map(list.map((one) => [keyOf(one), one])))
  const all = new Map([...(was ?? []), ...(is ?? [])])
  return [...all].map(([key, either]) => ({ before: was?.get(key), after: is?.get(key), either }))
}

type Resource = {
  readonly within: ReadonlyArray<Criterion>
  readonly isTrust: boolean
  readonly account: string
  readonly before: ReadonlyArray<Placed>
  readonly after: ReadonlyArray<Placed>
}

/** What has a policy of its own: the buckets, and the roles, which are assumed. */
const resourcesOf = (
  roles: ReadonlyArray<Both<RoleAccess>>,
  buckets: ReadonlyArray<Both<BucketAccess>>
): ReadonlyArray<Resource> => [
  ...buckets.map(({ before, after, either }): Resource => ({
    within: [isOneOf('resource', inBucket(either))],
    isTrust: false,
    account: either.account,
    before: placed('resource', 'the bucket policy', before?.policy),
    after: placed('resource', 'the bucket policy', after?.policy)
  })),
  ...roles.map(({ before, after, either }): Resource => ({
    within: [isOneOf('resource', [literal(either.arn)]), isOneOf('action', sts)],
    isTrust: true,
    account: accountOf(either.arn),
    before: placed('resource', `the trust policy of ${either.name}`, before?.trust),
    after: placed('resource', `the trust policy of ${either.name}`, after?.trust)
  }))
]

/** A role on both sides, read. */
type Roles = { readonly name: string; readonly arn: string; readonly before: Reading; readonly after: Reading }
type Reading = { readonly role: RoleAccess | undefined; readonly statements: ReadonlyArray<Placed> }

const reading = (role: RoleAccess | undefined): Reading => ({
  role,
  statements:
    role === undefined
      ? []
      : [
          ...role.policies.flatMap((policy) => placed('identity', `the policy of ${role.name}`, policy)),
          ...placed('boundary', 'the permissions boundary', role.boundary)
        ]
})

/** Every question whose answers together are the difference between two accesses, save those that are the same. */
export const questions = (before: Access, after: Access): Questions => {
  const roles = both(before.roles, after.roles, ({ arn }) => arn)
  const buckets = both(before.buckets, after.buckets, ({ arn, account }) => `${arn} ${account}`)
  const resources = resourcesOf(roles, buckets)
  const readings = roles.map((role): Roles => ({
    name: role.either.name,
    arn: role.either.arn,
    before: reading(role.before),
    after: reading(role.after)
  }))
  const changed = resources.filter(
    (one) => !saysTheSame({ statements: one.before, level }, { statements: one.after, level })
  )
  const named = criteriaOf(resources)
  const principals = cellsOf(
    principalDimension,
    [...belonging(changed.map(({ account }) => account)), ...criteriaOf(changed)],
    after.partition
  )
  const strangers = principals.cells.filter(({ carried }) => !roles.some(({ either }) => is(carried, either.arn)))
  const asked = [
    ...readings.flatMap((role) => [
      ...outside(roles, buckets).map((within) => ofRole(role, { ...nowhere, within }, carriesOne(role.arn))),
      ...resources.flatMap((one) => sessionsOf(role.arn, named).map((session) => ofRole(role, one, session)))
    ]),
    ...changed.flatMap((one) => strangers.map(({ carried }) => ofStranger(one, carried)))
  ]
  return { principals, asked: asked.filter(({ question }) => !saysTheSame(question.before, question.after)) }
}

const level = levels.levelOfNoRole

/** Whether two policy documents have the same statements as IAM reads them; undefined says nothing. */
export const readsTheSame = (a: Json | undefined, b: Json | undefined): boolean => {
  const side = (document: Json | undefined): Side => ({ statements: placed('identity', '', document), level })
  return saysTheSame(side(a), side(b))
}

const criteriaOf = (resources: ReadonlyArray<Resource>): ReadonlyArray<Criterion> =>
  resources
    .flatMap((one) => [...one.before, ...one.after])
    .flatMap(({ clause }) => clause.criteria)
    .filter(({ dimension }) => dimension === principalDimension)

/** Whether a principal would be this role. A role's name is the only one in its account, at any path. */
const is = ({ texts }: Carried, arn: string): boolean => {
  const text = texts?.[0]?.split(' ')[0] ?? ''
  const isRole = text.includes(':role/') && accountOf(text) === accountOf(arn)
  return isRole && text.split('/').at(-1) === arn.split('/').at(-1)
}

const sessionsOf = (arn: string, who: ReadonlyArray<Criterion>): ReadonlyArray<Carried> => {
  const named = [...new Set(who.flatMap((one) => sessionIn(one) ?? []))]
  return [carriesOne(arn), ...named.map((session) => carriesOne(`${arn} ${session}`))]
}

const nowhere: Omit<Resource, 'within'> = { isTrust: false, account: '', before: [], after: [] }

/** All that has no policy of its own: outside of the buckets, and of the roles when they are assumed. */
const outside = (
  roles: ReadonlyArray<Both<RoleAccess>>,
  buckets: ReadonlyArray<Both<BucketAccess>>
): ReadonlyArray<ReadonlyArray<Criterion>> => {
  const objects = buckets.flatMap(({ either }) => inBucket(either))
  return [
    [isOneOf('resource', objects, true), isOneOf('action', sts, true)],
    [isOneOf('resource', [...objects, ...roles.map(({ either }) => literal(either.arn))], true), isOneOf('action', sts)]
  ]
}

/** The statements that can apply to a principal, without what is asked about who it is. */
const about = (statements: ReadonlyArray<Placed>, who: Carried): ReadonlyArray<Placed> =>
  statements.flatMap((one) => {
    const { criteria } = one.clause
    const mine = criteria.filter(({ dimension }) => dimension === principalDimension)
    if (!mine.every(({ holds }) => holds(who))) return []
    return [{ ...one, clause: { ...one.clause, criteria: criteria.filter((item) => !mine.includes(item)) } }]
  })

const capped = (own: ReadonlyArray<Placed>): ReadonlyArray<Placed> =>
  own.map((one) => ({ ...one, clause: underBoundary(one.clause) }))

const ofRole = ({ name, before, after }: Roles, of: Resource, who: Carried): Asked => {
  const side = ({ role, statements }: Reading, own: ReadonlyArray<Placed>): Side => ({
    statements: about([...statements, ...(role?.boundary === undefined ? own : capped(own))], who),
    level: role === undefined ? levels.levelOfNoRole : levels.levelOfRole(role.boundary !== undefined, of.isTrust)
  })
  const question = { within: of.within, before: side(before, of.before), after: side(after, of.after) }
  return { who: who.texts?.[0] ?? '', role: name, question }
}

const ofStranger = (of: Resource, who: Carried): Asked => {
  const text = who.texts?.[0] ?? ''
  const isOfAccount = text.startsWith('arn:')
  const isSame = isOfAccount && accountOf(text) === of.account
  const decided = !isOfAccount
    ? levels.levelOfNoAccount
    : !isSame
      ? levels.levelOfOtherAccount
      : of.isTrust
        ? levels.levelOfTrust
        : levels.levelOfSameAccount
  const side = (statements: ReadonlyArray<Placed>): Side => ({ statements: about(statements, who), level: decided })
  return { who: text, role: undefined, question: { within: of.within, before: side(of.before), after: side(of.after) } }
}
