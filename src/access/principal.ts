import { type Carried, type Criterion, carriesNothing, carriesOne, criterion, undecided } from './criterion.ts'
import { condition } from './condition.ts'
import { arnLike, form, literal, matches } from './pattern.ts'

/** The dimension of who asks. Its texts are an ARN, an ARN with a session, `nobody`, or a kind and a name. */
export const principalDimension = 'principal'
export const nobody = 'nobody'

/** How strong a grant of a resource's policy is. It goes to an account, to a role or user, or to a session and everybody. */
export type Grant = 'account' | 'principal' | 'session'

/** One principal of a statement, as a question, and how strong a grant to it is. */
export type Addressed = { readonly criterion: Criterion; readonly grant: Grant }

const of = (carried: Carried): string => carried.texts?.[0] ?? nobody
/** The ARN of a text of this dimension, without its session; undefined for what has none. */
export const arnOf = (text: string): string | undefined =>
  text.startsWith('arn:') ? text.replace(/ .*/, '') : undefined

export const accountOf = (text: string): string => /^arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):/.exec(text)?.[1] ?? ''

const asked = (id: string, holds: (text: string) => boolean, patterns: Criterion['patterns'] = []): Criterion =>
  criterion({
    id: `principal ${id}`,
    dimension: principalDimension,
    holds: (carried) => holds(of(carried)),
    patterns
  })

const account = /^(?:arn:[a-z-]+:iam::)?([0-9]{12})(?::root)?$/
const iamArn = /^arn:[a-z-]+:iam::[0-9]{12}:(?:role|user)\/[^*?]+$/
const sessionArn = /^arn:([a-z-]+):sts::([0-9]{12}):assumed-role\/([^*?/]+)\/([^*?/]+)$/

/**
 * Who a statement speaks of: one entry for each principal. An account stands for everyone in it whom the account itself
 * allows. Source: IAM, "AWS JSON policy elements: Principal"; "Policy evaluation logic", same account.
 */
export const addressed = (kind: string, name: string): Addressed => {
  if (name === '*' && kind === 'AWS') return { criterion: asked('*', () => true), grant: 'session' }
  if (kind !== 'AWS')
    return { criterion: asked(`${kind} ${name}`, (text) => text === `${kind} ${name}`), grant: 'session' }
  const number = account.exec(name)?.[1]
  if (number !== undefined)
    return {
      criterion: asked(number, (text) => accountOf(text) === number, [form(`arn:*:iam::${number}:**`)]),
      grant: 'account'
    }
  if (iamArn.test(name))
    return { criterion: asked(name, (text) => arnOf(text) === name, [literal(name)]), grant: 'principal' }
  const session = sessionArn.exec(name)
  if (session === null) return { criterion: undecided(`Principal ${kind} ${name}`), grant: 'session' }
  const [, partition = '', owner = '', role = '', called = ''] = session
  const byName = arnLike(`arn:${partition}:iam::${owner}:role/*`)
  const isIt = (text: string): boolean => {
    const arn = arnOf(text) ?? ''
    return matches(byName, arn) && arn.split('/').at(-1) === role && text.split(' ')[1] === called
  }
  return { criterion: asked(name, isIt, [byName, ...sessionPatterns(partition, owner, role)]), grant: 'session' }
}

/**
 * What tells principals apart under any policy: whether they belong to an account, and to which of these. A text
 * of another form than an account, such as a template, has no principals. It changes nothing for the others.
 */
export const belonging = (accounts: ReadonlyArray<string>): ReadonlyArray<Criterion> => [
  asked('of an account', (text) => text.startsWith('arn:')),
  ...[...new Set(accounts.filter((one) => account.test(one)))].map((number) => addressed('AWS', number).criterion)
]

/** The patterns of a role's ARN. A role has one name in its account, at any path. Source: IAM, "IAM identifiers". */
const sessionPatterns = (partition: string, owner: string, role: string): Criterion['patterns'] => [
  literal(`arn:${partition}:iam::${owner}:role/${role}`),
  arnLike(`arn:${partition}:iam::${owner}:role/*/${role}`)
]

/** The sessions that policies name: each is a principal of its own. */
export const sessionIn = ({ id }: Criterion): string | undefined => sessionArn.exec(id.replace(/^principal /, ''))?.[4]

/** Principals that are not AWS principals, as policies name them. */
export const otherKindIn = ({ id }: Criterion): string | undefined =>
  /^principal ((?:Service|Federated|CanonicalUser) .*)$/.exec(id)?.[1]

const ofPrincipal: ReadonlySet<string> = new Set(['aws:principalarn', 'aws:principalaccount'])

/**
 * A condition on who asks, which follows from the principal and is not a key of its own. Only whole account ids are
 * decided. Source: IAM, "AWS global condition context keys", aws:PrincipalArn, aws:PrincipalAccount.
 */
export const principalCondition = (
  name: string,
  key: string,
  values: ReadonlyArray<string>,
  hasVariables: boolean
): Criterion | undefined => {
  const lower = key.toLowerCase()
  if (!ofPrincipal.has(lower)) return undefined
  const inner = condition(name, key, values, hasVariables)
  if (inner.undecided !== undefined) return inner
  const isArn = lower === 'aws:principalarn'
  if (!isArn && !values.every((value) => /^[0-9]{12}$/.test(value))) return undecided(inner.id)
  const carried = (text: string): Carried => {
    const value = isArn ? arnOf(text) : accountOf(text)
    return value === undefined || value === '' ? carriesNothing : carriesOne(value)
  }
  return criterion({
    id: inner.id,
    dimension: principalDimension,
    holds: (who) => inner.holds(carried(of(who))),
    patterns: isArn ? inner.patterns : values.map((value) => form(`arn:*:iam::${value}:**`))
  })
}
