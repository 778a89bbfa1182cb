import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type MatrixRow, matrix, principalsOf } from '../../src/review/matrix.ts'
import type { JsonObject } from '../../src/terraform/json.ts'

const text = readFileSync(new URL('../project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')
const emitted = (from = '', to = ''): JsonObject => {
  assert.ok(text.includes(from), from)
  return JSON.parse(text.replaceAll(from, to)) as JsonObject
}

const account = '111122223333'
const planner = `arn:aws:iam::${account}:role/ZentheaStagingPlanner`
const owner = `arn:aws:iam::${account}:role/ZentheaFoundationBootstrap`
const others = `any other principal of the account ${account}`

const cellOf = (rows: ReadonlyArray<MatrixRow>, thing: string, action: string, who: string) =>
  rows.find((row) => row.thing === thing && row.action === action)?.cells.find((cell) => cell.who === who)

/** Written by hand, from the policies: what each principal gets, and by which statement it is denied. */
const expected: ReadonlyArray<readonly [thing: string, action: string, who: string, verdict: string, by: string]> = [
  ['state', 's3:GetObject', 'the operator role', 'allowed on conditions', 'ReadAndWriteState'],
  ['state', 's3:PutObject', 'the operator role', 'allowed on conditions', 'ReadAndWriteState'],
  ['state', 's3:PutObject', 'the automation role', 'denied', 'DenyEveryWrite'],
  ['state', 's3:GetObject', 'the automation role', 'allowed on conditions', 'ReadState'],
  ['state', 's3:DeleteObjectVersion', 'the operator role', 'denied', 'HistoryStays'],
  ['state', 's3:DeleteObjectVersion', owner, 'denied', 'HistoryStays'],
  ['state', 's3:GetObject', 'any principal of any other account', 'denied', 'ThisAccountOnly'],
  ['state', 's3:GetObject', others, 'left to its account', ''],
  ['bucket', 's3:PutBucketPolicy', others, 'denied', 'BootstrapPrincipalSetsPolicy'],
  ['bucket', 's3:PutBucketPolicy', owner, 'left to its account', ''],
  ['lock table', 'dynamodb:PutItem', 'the automation role', 'allowed on conditions', ''],
  ['lock table', 'dynamodb:DeleteTable', 'the operator role', 'denied', 'DenyOtherActions'],
  ['automation role', 'sts:AssumeRole', planner, 'allowed', 'TrustedRoles'],
  ['automation role', 'sts:AssumeRole', others, 'denied', ''],
  ['operator role', 'iam:PutRolePolicy', 'the operator role', 'denied', 'DenyOtherActions']
]

const test = suite('matrix of a stack')

const rows = matrix(emitted(), emitted())

for (const [thing, action, who, verdict, by] of expected)
  test(`${action} on the ${thing} by ${who}: ${verdict}`, () => {
    const { before, after } = cellOf(rows, thing, action, who) ?? {}
    assert.is(after?.verdict, verdict)
    assert.equal(before, after)
    if (by !== '') assert.match(after?.by.join(', ') ?? '', by)
  })

test('the roles of the stack stand first', () => {
  assert.equal(principalsOf(rows).slice(0, 2), ['the automation role', 'the operator role'])
})

test('who was not told apart before was one of the others, so only what changed is a change', () => {
  const more = matrix(emitted(), emitted(`"${planner}"`, `"${planner}", "arn:aws:iam::${account}:role/Contractor"`))
  const changed = more.flatMap(({ action, thing, cells }) =>
    cells
      .filter(({ before, after }) => before?.verdict !== after?.verdict)
      .map(({ who, before, after }) => [thing, action, who, before?.verdict, after?.verdict])
  )
  assert.equal(changed, [
    ['automation role', 'sts:AssumeRole', `arn:aws:iam::${account}:role/Contractor`, 'denied', 'allowed']
  ])
})

test('what cannot be decided is not called denied', () => {
  const open = matrix(undefined, emitted('"ForAllValues:StringEquals"', '"ForAllValues:Looks"'))
  assert.is(cellOf(open, 'lock table', 'dynamodb:PutItem', 'the operator role')?.after?.verdict, 'not decided')
})

test('with an account that is none, every principal has a name, and a trust policy still says who', () => {
  const odd = matrix(emitted(), emitted('"111122223333"', '"1111"'))
  for (const who of principalsOf(odd)) assert.match(who, /^\S/)
  assert.is(cellOf(odd, 'automation role', 'sts:AssumeRole', planner)?.after?.verdict, 'left to its account')
})

/** What a reviewer is asked to look at, in this order: what would give away, change or lose the state, its lock or its roles. */
const asked = `
  state            read it                      s3:GetObject
  state            write it                     s3:PutObject
  state            delete it                    s3:DeleteObject
  state            delete an earlier version    s3:DeleteObjectVersion
  bucket           list it                      s3:ListBucket
  bucket           change its policy            s3:PutBucketPolicy
  bucket           stop its versions            s3:PutBucketVersioning
  bucket           delete it                    s3:DeleteBucket
  lock table       read a lock                  dynamodb:GetItem
  lock table       take a lock                  dynamodb:PutItem
  lock table       release a lock               dynamodb:DeleteItem
  lock table       delete it                    dynamodb:DeleteTable
  automation role  become it                    sts:AssumeRole
  automation role  change its policies          iam:PutRolePolicy
  automation role  change who may become it     iam:UpdateAssumeRolePolicy
  operator role    become it                    sts:AssumeRole
  operator role    change its policies          iam:PutRolePolicy
  operator role    change who may become it     iam:UpdateAssumeRolePolicy`

test('the rows of the table are all of these, in their order', () => {
  assert.equal(
    rows.map(({ thing, what, action }) => [thing, what, action]),
    asked
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/))
  )
})

test('a new stack has nothing before', () => {
  for (const { cells } of matrix(undefined, emitted())) for (const { before } of cells) assert.is(before, undefined)
})

test.run()
