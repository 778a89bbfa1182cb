import fc from 'fast-check'

/** A statement in the form that all lists are lists. */
export type Statement = {
  readonly Sid: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal: { readonly AWS: ReadonlyArray<string> }
  readonly Action: ReadonlyArray<string>
  readonly Resource: ReadonlyArray<string>
  readonly Condition: Readonly<Record<string, Readonly<Record<string, string | ReadonlyArray<string>>>>>
}

export type Document = { readonly Version: '2012-10-17'; readonly Statement: ReadonlyArray<Statement> }

const some = (names: ReadonlyArray<string>) =>
  fc.subarray([...names], { minLength: 1 }) as fc.Arbitrary<ReadonlyArray<string>>

const values = some(['one', 'two', 'three'])

/** Each operator asks about a key of its own, so that no two contradict each other. */
const conditions = fc.record(
  {
    StringEquals: fc.record({ 'aws:PrincipalTag/team': values }),
    StringNotEquals: fc.record({ 'aws:PrincipalTag/level': values }),
    'ForAllValues:StringLike': fc.record({ 's3:prefix': values })
  },
  { requiredKeys: [] }
)

/** Each statement speaks of actions of its own, so that no two say the same. */
const statement = (index: number): fc.Arbitrary<Statement> =>
  fc.record({
    Sid: fc.constant(`Statement${index}`),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.record({ AWS: some(['arn:aws:iam::111122223333:role/A', 'arn:aws:iam::111122223333:role/B']) }),
    Action: some(['Get', 'Put', 'List*'].map((name) => `s${index}:${name}`)),
    Resource: some(['arn:aws:s3:::a', 'arn:aws:s3:::a/*', '*']),
    Condition: conditions
  }) as fc.Arbitrary<Statement>

export const documents: fc.Arbitrary<Document> = fc
  .tuple(statement(0), statement(1), statement(2))
  .chain((all) => fc.integer({ min: 1, max: 3 }).map((count) => all.slice(0, count)))
  .map((Statement) => ({ Version: '2012-10-17', Statement }))

type Next = () => number

const shuffled = <A>(list: ReadonlyArray<A>, next: Next): ReadonlyArray<A> =>
  list
    .map((item) => [next(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)

const loose = (list: ReadonlyArray<string>, next: Next): unknown => {
  const [only] = list
  return list.length === 1 && next() % 2 === 0 ? only : shuffled(list, next)
}

const cased = (text: string, next: Next): string => (next() % 2 === 0 ? text.toUpperCase() : text)

const conditionIn = (condition: Statement['Condition'], next: Next): unknown =>
  Object.fromEntries(
    shuffled(Object.entries(condition), next).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        shuffled(Object.entries(keys), next).map(([key, value]) => [
          cased(key, next),
          loose(typeof value === 'string' ? [value] : value, next)
        ])
      )
    ])
  )

const statementIn = (one: Statement, next: Next): Readonly<Record<string, unknown>> => ({
  ...(next() % 2 === 0 ? { Sid: `Other${next()}` } : {}),
  Effect: one.Effect,
  Principal: { AWS: loose(one.Principal.AWS, next) },
  Action: loose(
    one.Action.map((action) => cased(action, next)),
    next
  ),
  Resource: loose(one.Resource, next),
  ...(Object.keys(one.Condition).length === 0 && next() % 2 === 0
    ? {}
    : { Condition: conditionIn(one.Condition, next) })
})

/** A statement as one for each of its actions: the same by meaning. */
const split = (one: Statement, next: Next): ReadonlyArray<Statement> =>
  next() % 2 === 0 ? [one] : one.Action.map((action) => ({ ...one, Action: [action] }))

/** The same document as somebody else would write it. */
export const inOtherWords = (document: Document, next: Next): unknown => {
  const all = shuffled(
    document.Statement.flatMap((one) => split(one, next)),
    next
  ).map((one) => statementIn(one, next))
  return { Statement: all.length === 1 && next() % 2 === 0 ? all[0] : all, Version: document.Version }
}
