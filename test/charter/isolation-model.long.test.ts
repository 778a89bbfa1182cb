import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeIsolation } from '../../src/charter/judge.ts'
import type { Neighbour } from '../../src/charter/charter.ts'
import { rules } from '../../src/charter/rules.ts'
import { changedAll } from '../support/changed.ts'
import { declaration } from '../support/valid-blocks.ts'

/**
 * Random sets of stacks and principals, judged by the rules and by a model that knows none of them: it draws every arrow
 * of trust, follows all of them to their end, and looks at what each role reaches.
 */
const test = suite('isolation model')

type Role = { readonly account: number; readonly path: string; readonly name: string }
type Picture = {
  readonly bootstrap: Role
  readonly next: Role | undefined
  readonly operator: Role
  readonly automation: Role
  readonly operatorTrusts: ReadonlyArray<Role>
  readonly automationTrusts: ReadonlyArray<Role>
}

const arn = ({ account, path, name }: Role): string => `arn:aws:iam::${account}:role${path}${name}`
/** IAM's equality, said once more by itself. */
const node = ({ account, name }: Role): string => `${account} ${name.toUpperCase()}`

const role = (account: fc.Arbitrary<number>): fc.Arbitrary<Role> =>
  fc.record({
    account,
    path: fc.constantFrom('/', '/a/', '/b/'),
    name: fc.constantFrom('One', 'ONE', 'Two', 'two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight')
  })

const anywhere = role(fc.constantFrom(111122223333, 444455556666))
const stack: fc.Arbitrary<Picture> = fc.constantFrom(111122223333, 444455556666).chain((account) => {
  const here = role(fc.constant(account))
  return fc.record({
    bootstrap: here,
    next: fc.option(here, { nil: undefined }),
    operator: here,
    automation: here,
    operatorTrusts: fc.array(anywhere, { maxLength: 2 }),
    automationTrusts: fc.array(anywhere, { maxLength: 2 })
  })
})

/** Everything that a role reaches by assuming roles, itself among it. */
const reached = (from: string, arrows: ReadonlyArray<readonly [string, string]>): ReadonlySet<string> => {
  const all = new Set([from])
  for (let before = -1; before !== all.size;) {
    before = all.size
    for (const [assumer, assumed] of arrows) if (all.has(assumer)) all.add(assumed)
  }
  return all
}

const isApart = (stacks: ReadonlyArray<Picture>): boolean => {
  const arrows = stacks.flatMap(({ operator, automation, operatorTrusts, automationTrusts }) => [
    ...operatorTrusts.map((each) => [node(each), node(operator)] as const),
    ...automationTrusts.map((each) => [node(each), node(automation)] as const)
  ])
  const made = stacks.flatMap(({ operator, automation }) => [node(operator), node(automation)])
  const admins = new Set(
    stacks.flatMap(({ bootstrap, next }) => (next === undefined ? [bootstrap] : [bootstrap, next]).map(node))
  )
  const human = new Set([...stacks.map(({ operator }) => node(operator)), ...admins])
  const machine = new Set(stacks.map(({ automation }) => node(automation)))
  if (new Set(made).size < made.length || made.some((each) => admins.has(each))) return false
  const leads = made.some((each) => made.some((other) => other !== each && reached(each, arrows).has(other)))
  const leadsToItself = arrows.some(([assumer, assumed]) => assumer === assumed)
  const everybody = new Set([...made, ...admins, ...arrows.flat()])
  const onBothSides = [...everybody].some((each) => {
    const all = [...reached(each, arrows)]
    return all.some((one) => human.has(one)) && all.some((one) => machine.has(one))
  })
  return !leads && !leadsToItself && !onBothSides
}

const neighbour = (picture: Picture, index: number): Neighbour => ({
  source: `stacks/s${index}.ts`,
  stack: `s${index}`,
  declaration: changedAll(declaration, [
    [['account'], String(picture.operator.account)],
    [['environment'], `e${index}`],
    [['backend', 'bucket'], `bucket-${index}`],
    [['backend', 'lockTable'], `table-${index}`],
    [['permissionsBoundary'], `arn:aws:iam::${picture.operator.account}:policy/Boundary${index}`],
    [['bootstrapPrincipal'], arn(picture.bootstrap)],
    ...(picture.next === undefined ? [] : [[['nextBootstrapPrincipal'], arn(picture.next)] as const]),
    [['operatorRole'], arn(picture.operator)],
    [['automationRole'], arn(picture.automation)]
  ]) as Neighbour['declaration'],
  trusted: [
    ...picture.operatorTrusts.map((each) => ({ by: 'operator' as const, arn: arn(each), at: ['operator'] })),
    ...picture.automationTrusts.map((each) => ({ by: 'automation' as const, arn: arn(each), at: ['automation'] }))
  ]
})

const isAllowed = (stacks: ReadonlyArray<Picture>): boolean => {
  const all = stacks.map(neighbour)
  return judgeIsolation(
    all.map(({ source }) => source),
    all.map((one) => E.right(one)),
    rules.isolation
  ).every((problems) => problems.length === 0)
}

/** Each stack passes by itself, as the rules on one stack see to, and three in four have something to do with each other. */
const sets = fc.array(
  stack.filter((one) => isApart([one])),
  { minLength: 2, maxLength: 4 }
)

test('the rules and the model agree on 5,000 sets of stacks', () => {
  const seen = { allowed: 0, refused: 0 }
  fc.assert(
    fc.property(sets, (stacks) => {
      const is = isApart(stacks)
      seen[is ? 'allowed' : 'refused'] += 1
      assert.is(isAllowed(stacks), is, JSON.stringify(stacks.map((one) => neighbour(one, 0).trusted)))
    }),
    { seed: 17, numRuns: 5_000 }
  )
  assert.ok(seen.allowed > 300 && seen.refused > 300, JSON.stringify(seen))
})

const at = (account: number, name: string): Role => ({ account, path: '/', name })
const own = (account: number, name: string, trusts: ReadonlyArray<Role>): Picture => ({
  bootstrap: at(account, 'Admin'),
  next: undefined,
  operator: at(account, `${name}Operator`),
  automation: at(account, `${name}Automation`),
  operatorTrusts: trusts,
  automationTrusts: [at(account, 'Planner')]
})

test('what is shared rightly passes: one administrator, one team and one planner for the states of an account', () => {
  const team = [at(444455556666, 'Engineers')]
  assert.ok(
    isAllowed([own(111122223333, 'North', team), own(111122223333, 'South', team), own(111122223333, 'East', team)])
  )
  assert.ok(isAllowed([own(111122223333, 'North', team), own(444455556666, 'North', team)]))
})

test('three operators that trust each other in a circle are refused, each of them', () => {
  const circle = ['A', 'B', 'C'].map((name, index) =>
    own(111122223333, name, [at(111122223333, `${['C', 'A', 'B'][index]}operator`)])
  )
  const all = circle.map(neighbour)
  const found = judgeIsolation(
    all.map(({ source }) => source),
    all.map((one) => E.right(one)),
    rules.isolation
  )
  assert.equal(
    found.map((problems) => new Set(problems.map(({ rule }) => rule))),
    circle.map(() => new Set(['no-role-chains']))
  )
})

test.run()
