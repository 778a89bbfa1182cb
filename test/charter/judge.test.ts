import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../src/charter/j-7-0.ts'
import { judgeDeclaration, judgeIsolation } from '../../src/charter/judge.ts'
import { type DeclarationRule, type IsolationRule, type Neighbour, declarationRule } from '../../src/charter/charter.ts'
import type { Declaration } from '../../src/declaration/declaration.ts'
import { type Change, changed, changedAll, gone } from '../support/changed.ts'
import { validDeclaration } from '../support/valid-stack.ts'
import { rules } from '../../src/charter/rules.ts'
import { foreign } from '../support/broken-neighbours.ts'
import { declaration } from '../support/valid-blocks.ts'

const test = suite('judge')

/** A rule that always complains, of the fields that it needs. */
const complains = (needs: ReadonlyArray<keyof Declaration>): DeclarationRule =>
  declarationRule({
    name: 'planted',
    needs,
    check: ({ stackName }) => [
      { rule: 'planted', clause: 'J.7.0 §4', at: [stackName], expected: 'a', actual: 'b', remedy: 'None.' }
    ]
  })

const rulesFor = (input: unknown, ...rules: ReadonlyArray<DeclarationRule>): ReadonlyArray<string> => {
  const judged = judgeDeclaration(input, 'north', j70, rules)
  return E.isLeft(judged) ? judged.left.map(({ rule }) => rule) : []
}

test('judge of declarations: what is well formed comes out as it went in', () => {
  assert.equal(judgeDeclaration(validDeclaration, 'north', j70, []), E.right(validDeclaration))
})

test('judge of declarations: a rule is asked when the fields that it needs are well formed, and only then', () => {
  const broken = changed(validDeclaration, ['account'], '1')
  assert.equal(rulesFor(broken, complains(['environment'])), ['account-id', 'planted'])
  assert.equal(rulesFor(broken, complains(['environment', 'account'])), ['account-id'])
  assert.equal(rulesFor(changed(validDeclaration, ['account'], gone), complains(['account'])), ['account-id'])
})

test('judge of declarations: malformed fields, unknown fields and broken rules are said together', () => {
  const broken = changed(changed(validDeclaration, ['phase'], 'x'), ['profile'], 'x')
  assert.equal(rulesFor(broken, complains([])), ['phase', 'declaration-complete', 'planted'])
})

test('judge of declarations: a value other than a record is one problem, which names all fields', () => {
  for (const input of [undefined, null, 'x', 1, [], [validDeclaration], () => validDeclaration]) {
    const judged = judgeDeclaration(input, 'north', j70, [complains([])])
    assert.is(E.isLeft(judged) && judged.left.length, 1)
    const expected = E.isLeft(judged) ? (judged.left[0]?.expected ?? '') : ''
    for (const field of Object.keys(validDeclaration)) assert.ok(expected.includes(field), field)
  }
})

test('judge of declarations: a field that is inherited is not there', () => {
  const heir = Object.create(validDeclaration) as unknown
  assert.is(rulesFor(heir).length, Object.keys(validDeclaration).length)
})

test('judge of declarations: a rule is told the name of the stack', () => {
  const judged = judgeDeclaration(validDeclaration, 'north', j70, [complains([])])
  assert.equal(E.isLeft(judged) && judged.left.map((problem) => 'at' in problem && problem.at), [['north']])
})

const neighbour = (stack: string, changes: ReadonlyArray<Change> = []): Neighbour => ({
  source: `stacks/${stack}.ts`,
  stack,
  declaration: changedAll(declaration, changes) as Neighbour['declaration'],
  trusted: []
})
const judged = (stacks: ReadonlyArray<Neighbour>, by: ReadonlyArray<IsolationRule> = rules.isolation) =>
  judgeIsolation(
    stacks.map(({ source }) => source),
    stacks.map((stack) => E.right(stack)),
    by
  ).map((problems) => problems.map(({ rule }) => rule))

/** A stack that has nothing in common with any other of its number. */
const apart = (number: number): Neighbour => {
  const text = JSON.stringify(changedAll(declaration, foreign))
    .replaceAll('production', `production${number}`)
    .replaceAll('south', `south${number}`)
    .replaceAll('680235478471', String(680235478471 + number))
  return {
    source: `stacks/s${number}.ts`,
    stack: `s${number}`,
    declaration: JSON.parse(text) as Neighbour['declaration'],
    trusted: []
  }
}

test('judge of isolation: stacks that share nothing', () => {
  assert.equal(judged([neighbour('a'), apart(1), apart(2)]), [[], [], []])
})

test('judge of isolation: each rule compares both ways, and with every other stack', () => {
  const table: Change = [['backend', 'lockTable'], 'zenthea-integration-tflock']
  const others = [1, 2].map((number) => ({
    ...apart(number),
    declaration: changedAll(apart(number).declaration, [table]) as Neighbour['declaration']
  }))
  assert.equal(judged([neighbour('a'), ...others]), [
    ['own-lock-table', 'own-lock-table'],
    ['own-lock-table', 'own-lock-table'],
    ['own-lock-table', 'own-lock-table']
  ])
})

test('judge of isolation: what a rule finds is found with its grouping and without it', () => {
  const pool = [
    neighbour('a'),
    neighbour('A'),
    neighbour('b', [[['account'], '680235478471']]),
    neighbour('c', [...foreign, [['environment'], 'integration']]),
    neighbour('d', [...foreign, [['backend', 'bucket'], 'zenthea-integration-tfstate']]),
    neighbour('e', [...foreign, [['operatorRole'], 'arn:aws:iam::029608264753:role/x/AUTOMATION']]),
    ...[1, 2, 3].map(apart)
  ]
  const everything = rules.isolation.map((rule): IsolationRule => ({ ...rule, by: () => ['all'] }))
  assert.ok(judged(pool).flat().length > 20)
  assert.equal(judged(pool), judged(pool, everything))
})

test('judge of isolation: the sovereign cloud has accounts and roles of its own', () => {
  const twin = (partition: string) =>
    neighbour(partition, [
      [['operatorRole'], `arn:${partition}:iam::029608264753:role/Operator`],
      [['automationRole'], `arn:${partition}:iam::029608264753:role/Automation`],
      [['permissionsBoundary'], `arn:${partition}:iam::029608264753:policy/Boundary`]
    ])
  assert.is(judged([twin('aws'), twin('aws-eusc')])[0]?.includes('own-roles'), false)
  assert.is(judged([twin('aws'), twin('aws')])[0]?.includes('own-roles'), true)
})

const refusal = E.left([
  { rule: 'planted', clause: 'J.7.0 §4', at: [], expected: 'a', actual: 'b', remedy: 'None.' }
] as const)

test('judge of isolation: a neighbour that is refused refuses the others and names itself, and says nothing new of itself', () => {
  const stacks = [E.right(neighbour('a')), refusal, E.right(apart(1))]
  const found = judgeIsolation(['stacks/a.ts', 'stacks/b.ts', 'stacks/s1.ts'], stacks, rules.isolation)
  assert.equal(
    found.map((problems) => problems.map(({ rule, actual }) => `${rule}: ${actual}`)),
    [['neighbour-known: refused: stacks/b.ts'], [], ['neighbour-known: refused: stacks/b.ts']]
  )
})

test('judge of isolation: two of them are one problem', () => {
  const found = judgeIsolation(
    ['stacks/a.ts', 'stacks/b.ts', 'stacks/c.ts'],
    [E.right(neighbour('a')), refusal, refusal],
    rules.isolation
  )
  assert.equal(
    found[0]?.map(({ actual }) => actual),
    ['refused: stacks/b.ts and 1 more']
  )
})

test.run()
