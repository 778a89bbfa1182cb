import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refusedCommand } from '../src/commands/guard/commands.ts'
import { complaintLines } from '../src/commands/emit/report-text.ts'
import { registry } from '../src/registry/registry.ts'
import { wantedOfStaging } from './support/wanted.ts'
import { loaded, partsWith, problemsOf, validDeclaration, validOptions } from './support/valid-stack.ts'

const test = suite('a stack that is no longer used')

const path = 'docs/operator/retire.md'
const page = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const plain = (_: unknown, text: string): string => text

test('every rule that the page names is one, and each row of its table names what refuses', () => {
  const rows = page.split('\n').filter((row) => /^\| (?!What|-)/.test(row))
  assert.is(rows.length, 8)
  const named = [...page.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = '']) => name)
  for (const rule of named)
    assert.ok(
      registry.some((entry) => entry.rule === rule),
      rule
    )
})

test('the bucket denies to everybody what the page says that it does', () => {
  const policy = stateBucket()
  for (const action of ['s3:DeleteBucket', 's3:DeleteObject', 's3:DeleteObjectVersion'])
    assert.ok(policy.Action.includes(action), action)
  assert.is(policy.Principal, '*')
  assert.not('Condition' in policy)
})

const stateBucket = () => {
  const found = wantedOfStaging().bucket.policy.Statement.find(({ Sid }) => Sid === 'HistoryStays')
  if (found === undefined) throw new Error('there is no such statement')
  return found as unknown as { readonly Action: ReadonlyArray<string>; readonly Principal: string }
}

const rolesOf = (trusted: ReadonlyArray<string>) => ({
  ...validOptions,
  operatorRole: { sessionHours: 1, trust: { roles: trusted, users: [] } },
  automationRole: { sessionHours: 1, trust: { roles: ['arn:aws:iam::680235478471:role/Planner'] } },
  lockTable: { ...validOptions.lockTable, tags: { Purpose: 'Retired - history only' } }
})

test('a stack that is narrowed as the page says is emitted, and a role that trusts no principal is not', () => {
  const narrowed = problemsOf([loaded(validDeclaration, partsWith(rolesOf(['arn:aws:iam::680235478471:role/Keeper'])))])
  assert.equal(narrowed, [])
  const closed = problemsOf([loaded(validDeclaration, partsWith(rolesOf([])))])
  assert.ok(closed.some(({ rule }) => rule === 'trust-form'))
})

test('a part that is taken out is refused', () => {
  const parts = partsWith(validOptions).slice(1)
  assert.ok(problemsOf([loaded(validDeclaration, parts)]).some(({ rule }) => rule === 'complete-blocks'))
})

test('what meets a removed stack leads to the page', () => {
  assert.match(refusedCommand('destroy').remedy, path)
  const [stray] = [
    {
      path: 'out/staging-eu/main.tf.json',
      status: 'belongs to no stack',
      source: undefined,
      resources: undefined,
      sha256: undefined,
      diff: undefined
    } as const
  ]
  const said = complaintLines(plain, { check: true, results: [stray], refusals: [], failures: [], accepted: [] }).join(
    '\n'
  )
  assert.match(said, path)
})

test.run()
