import { diffArrays } from 'diff'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reviewLines } from '../support/reviewed.ts'
import { partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

type User = { readonly account: string; readonly path: string; readonly mfaMaxAgeSeconds: number }

/** What a stack says of itself, as plain values; everything in it can be changed by itself. */
type Values = {
  readonly text: Readonly<Record<keyof typeof texts, string>>
  readonly operatorRoles: ReadonlyArray<string>
  readonly automationRoles: ReadonlyArray<string>
  readonly users: ReadonlyArray<User>
  readonly hours: readonly [operator: number, automation: number]
  readonly days: number
  readonly accounts: ReadonlyArray<string>
  readonly tags: Readonly<Record<string, string>>
  readonly bucketTags: Readonly<Record<string, string>>
  readonly tableTags: Readonly<Record<string, string>>
  readonly next: string | undefined
}

const own = '029608264753'
const planner = `arn:aws:iam::${own}:role/Planner`
const accountId = fc.constantFrom(own, '680235478471', '999988887777')
const roleArn = fc
  .tuple(
    accountId,
    fc.constantFrom('', 'SignIn/', 'a/b/'),
    fc.constantFrom('Engineer', 'Planner', 'Z', 'a', 'Contractor')
  )
  .map(([account, path, name]) => `arn:aws:iam::${account}:role/${path}${name}`)
const user = fc.record({
  account: accountId,
  path: fc.constantFrom('/operators/', '/staff/', '/z/a/'),
  mfaMaxAgeSeconds: fc.constantFrom(900, 3600, 5400, 43_200)
})
const tagMap = fc.dictionary(
  fc.constantFrom('Purpose', 'Owner', 'Cost:Centre', 'z@z'),
  fc.constantFrom('a', 'b c', 'b@c', '1/2'),
  {
    minKeys: 1
  }
)
const named = (...names: ReadonlyArray<string>) => fc.constantFrom(...names)
const texts = {
  account: named(own, '111122223333'),
  environment: named('integration', 'prod', 'dev2'),
  logical: named('north', 'eu', 'n1'),
  aws: named('eu-north-1', 'eu-west-3', 'eu-central-1'),
  bucket: named('a-tfstate', 'b-tfstate'),
  key: named('a/b', 'a/c/d'),
  lockTable: named('locks', 'other'),
  tofu: named('>= 1.10.0, < 2.0.0', '>= 1.11.0, < 2.0.0'),
  provider: named('5.100.0', '5.99.0'),
  bootstrap: named(`arn:aws:iam::${own}:role/Bootstrap`, `arn:aws:iam::${own}:role/Owner`),
  operator: named(`arn:aws:iam::${own}:role/f/Operator`, `arn:aws:iam::${own}:role/O`),
  automation: named(`arn:aws:iam::${own}:role/f/Automation`, `arn:aws:iam::${own}:role/A`),
  boundary: named(`arn:aws:iam::${own}:policy/f/Boundary`, `arn:aws:iam::${own}:policy/B`)
}
const distinct = <A>(of: fc.Arbitrary<A>) =>
  fc.uniqueArray(of, { maxLength: 4, selector: (one) => JSON.stringify(one) })
const hour = fc.integer({ min: 1, max: 12 })

const fields = {
  operatorRoles: distinct(roleArn),
  automationRoles: distinct(roleArn),
  users: distinct(user),
  hours: fc.tuple(hour, hour),
  days: fc.integer({ min: 1, max: 35 }),
  accounts: distinct(accountId),
  tags: tagMap,
  bucketTags: tagMap,
  tableTags: tagMap,
  next: fc.option(named(`arn:aws:iam::${own}:role/Next`, `arn:aws:iam::${own}:role/Later`), { nil: undefined })
}
const values: fc.Arbitrary<Values> = fc.record({ text: fc.record(texts), ...fields })

/** A list with one item more, one less, or another in the place of one. */
const withOne = <A>(list: ReadonlyArray<A>, item: A, at: number, what: number): ReadonlyArray<A> => {
  const index = at % Math.max(1, list.length)
  const rest = list.filter((_, position) => position !== index)
  const isNew = !list.some((one) => JSON.stringify(one) === JSON.stringify(item))
  return what === 0 || !isNew ? rest : what === 1 ? [...list, item] : [...rest, item]
}

const tagsWith = (tags: Values['tags'], other: Values['tags'], at: number, what: number): Values['tags'] => {
  const [key = '', value = ''] = Object.entries(other)[0] ?? []
  const changed = Object.keys(tags)[at % Object.keys(tags).length] ?? ''
  if (what === 0) return Object.fromEntries(Object.entries(tags).filter(([name]) => name !== changed))
  return what === 1 ? { ...tags, [key]: value } : { ...tags, [changed]: value }
}

/** Every kind of single change that a stack allows: how it makes one set of values of two. */
const changes: Readonly<Record<string, (of: Values, other: Values, at: number, what: number) => Values>> = {
  ...Object.fromEntries(
    Object.keys(texts).map((name) => [
      name,
      (of: Values, other: Values): Values => ({
        ...of,
        text: { ...of.text, [name]: other.text[name as keyof typeof texts] }
      })
    ])
  ),
  'a role of the operator': (of, other, at, what) => ({
    ...of,
    operatorRoles: withOne(of.operatorRoles, other.operatorRoles[0] ?? planner, at, what)
  }),
  'a role of automation': (of, other, at, what) => ({
    ...of,
    automationRoles: withOne(of.automationRoles, other.automationRoles[0] ?? planner, at, what)
  }),
  'a path of users': (of, { users: [one] }, at, what) => ({
    ...of,
    users: one ? withOne(of.users, one, at, what) : of.users
  }),
  'an MFA age': (of, { users: [one] }, at) => ({
    ...of,
    users: of.users.map((item, index) =>
      index === at % of.users.length && one ? { ...item, mfaMaxAgeSeconds: one.mfaMaxAgeSeconds } : item
    )
  }),
  'a session of the operator': (of, other) => ({ ...of, hours: [other.hours[0], of.hours[1]] }),
  'a session of automation': (of, other) => ({ ...of, hours: [of.hours[0], other.hours[1]] }),
  'the days of restoring': (of, { days }) => ({ ...of, days }),
  'a trusted account': (of, { accounts: [one = own] }, at, what) => ({
    ...of,
    accounts: withOne(of.accounts, one, at, what)
  }),
  'a tag of everything': (of, { tags }, at, what) => ({ ...of, tags: tagsWith(of.tags, tags, at, what) }),
  'a tag of the bucket': (of, { tags }, at, what) => ({ ...of, bucketTags: tagsWith(of.bucketTags, tags, at, what) }),
  'a tag of the table': (of, { tags }, at, what) => ({ ...of, tableTags: tagsWith(of.tableTags, tags, at, what) }),
  'the next owner': (of, { next }) => ({ ...of, next })
}

const pageOf = ({ text, ...of }: Values): ReadonlyArray<string> =>
  reviewLines(
    {
      ...validDeclaration,
      account: text.account,
      environment: text.environment,
      region: { ...validDeclaration.region, logical: text.logical, aws: text.aws as 'eu-north-1' },
      versions: { tofu: text.tofu as '>= 1.10.0, < 2.0.0', awsProvider: text.provider as '5.100.0' },
      backend: {
        ...validDeclaration.backend,
        bucket: text.bucket,
        key: text.key as 'a/b/c/terraform.tfstate',
        lockTable: text.lockTable
      },
      bootstrapPrincipal: text.bootstrap as 'arn:aws:iam::029608264753:role/B',
      operatorRole: text.operator as 'arn:aws:iam::029608264753:role/B',
      automationRole: text.automation as 'arn:aws:iam::029608264753:role/B',
      permissionsBoundary: text.boundary as 'arn:aws:iam::029608264753:policy/B',
      trustedAccounts: of.accounts,
      tags: of.tags,
      ...(of.next === undefined ? {} : { nextBootstrapPrincipal: of.next as 'arn:aws:iam::029608264753:role/B' })
    },
    partsWith({
      ...validOptions,
      stateBucket: { ...validOptions.stateBucket, tags: of.bucketTags },
      lockTable: { ...validOptions.lockTable, pointInTimeRecoveryDays: of.days, tags: of.tableTags },
      operatorRole: { sessionHours: of.hours[0], trust: { roles: of.operatorRoles, users: of.users } },
      automationRole: { sessionHours: of.hours[1], trust: { roles: of.automationRoles } }
    })
  )

/** Lines that follow from another one: the title has the name of the file, the picture has accounts and kinds alone. */
const follows = (line: string): boolean =>
  line.startsWith('# Review of ') || /^ {2}\w+\[".*"\] -->\|become\| \w+$/.test(line)

const changed = fc
  .tuple(values, values, fc.nat(11), fc.nat(2), fc.constantFrom(...Object.keys(changes)))
  .map(([before, other, at, what, kind]) => ({
    kind,
    before,
    after: changes[kind]?.(before, other, at, what) ?? before
  }))
  .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))

const test = suite('one change, one line')

test('500 random single changes: at most one line goes and at most one comes, beside the title and the picture', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(changed, ({ kind, before, after }) => {
      const parts = diffArrays([...pageOf(before)], [...pageOf(after)])
      const gone = parts.filter(({ removed }) => removed).flatMap(({ value }) => value)
      const come = parts.filter(({ added }) => added).flatMap(({ value }) => value)
      const [less, more] = [gone.filter((line) => !follows(line)), come.filter((line) => !follows(line))]
      seen.add(kind)
      assert.ok(less.length <= 1 && more.length <= 1, `${kind}\n- ${less.join('\n- ')}\n+ ${more.join('\n+ ')}`)
      assert.ok(less.length + more.length > 0, `${kind} is not told`)
      const arrows = [...gone, ...come].filter((line) => follows(line) && !line.startsWith('#'))
      assert.ok(arrows.length <= 2, arrows.join('\n'))
    }),
    { seed: 19, numRuns: 500, includeErrorInReport: true }
  )
  assert.equal([...seen].toSorted(), Object.keys(changes).toSorted())
})

test.run()
