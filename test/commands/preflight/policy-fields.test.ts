import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Path } from '../../../src/diagnostics/diagnostic.ts'
import { changed, gone } from '../../support/changed.ts'
import { healthyWorld, preflightIn } from '../../support/preflight-world.ts'
import { seedIn, seededWorld } from '../../support/seed-world.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

/** Each field of the live bucket policy is another one than declared, one at a time: preflight and seed say so. */
const test = suite('each field of the live bucket policy')

type Change = readonly [what: string, policy: unknown, sid: string | undefined]

const { policy } = wantedOfStaging().bucket
const OTHER = 'arn:aws:iam::444455556666:role/Other'

const anotherOf = (path: Path, text: string): string => {
  const [key] = path.filter((step) => typeof step === 'string').slice(-1)
  if (key === 'Effect') return text === 'Deny' ? 'Allow' : 'Deny'
  if (key === 'Version') return '2008-10-17'
  if (text === 'true' || text === 'false') return text === 'true' ? 'false' : 'true'
  return `${text}x`
}

/** Each value another one, each key and item gone or one more. */
const fieldsOf = (value: unknown, path: Path): ReadonlyArray<readonly [what: string, path: Path, by: unknown]> => {
  const at = path.join('.')
  const own: ReadonlyArray<readonly [string, Path, unknown]> = path.length === 0 ? [] : [[`${at} left out`, path, gone]]
  if (typeof value === 'string') return [...own, [`${at} another one`, path, anotherOf(path, value)]]
  if (typeof value !== 'object' || value === null) return own
  const more: readonly [string, Path, unknown] = Array.isArray(value)
    ? [`${at} one more`, [...path, value.length], 's3:more']
    : [`${at} one more`, [...path, 'More'], 'x']
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [...own, more, ...inner.flatMap(([key, one]) => fieldsOf(one, [...path, key]))]
}

const sidAt = (index: unknown): string | undefined =>
  typeof index === 'number' ? policy.Statement[index]?.Sid : undefined

const single: ReadonlyArray<Change> = fieldsOf(policy, [])
  .filter(([, path]) => !(path.length === 2 && path[1] === policy.Statement.length))
  .map(([what, path, by]) => [what, changed(policy, path, by), sidAt(path[1])])

const renamed = (index: number, from: string, to: string, by?: unknown): unknown => {
  const statement = policy.Statement[index] as unknown as Readonly<Record<string, unknown>>
  return changed(changed(policy, ['Statement', index, to], by ?? statement[from]), ['Statement', index, from], gone)
}

const whole: ReadonlyArray<Change> = policy.Statement.flatMap(({ Sid, ...rest }, index): ReadonlyArray<Change> => {
  const statements: ReadonlyArray<unknown> = policy.Statement
  const withStatements = (list: ReadonlyArray<unknown>): unknown => ({ ...policy, Statement: list })
  return [
    [`${Sid}: NotPrincipal`, renamed(index, 'Principal', 'NotPrincipal', { AWS: OTHER }), Sid],
    [`${Sid}: NotAction`, renamed(index, 'Action', 'NotAction'), Sid],
    [`${Sid}: NotResource`, renamed(index, 'Resource', 'NotResource'), Sid],
    [`${Sid}: for one principal`, changed(policy, ['Statement', index, 'Principal'], { AWS: OTHER }), Sid],
    [`${Sid}: for a service`, changed(policy, ['Statement', index, 'Principal'], { Service: 's3.amazonaws.com' }), Sid],
    [`${Sid}: everything`, changed(policy, ['Statement', index, 'Action'], '*'), Sid],
    [`${Sid}: everywhere`, changed(policy, ['Statement', index, 'Resource'], '*'), Sid],
    [`${Sid}: dropped`, withStatements(statements.filter((_, at) => at !== index)), Sid],
    [`${Sid}: twice`, withStatements([...statements, policy.Statement[index]]), undefined],
    [`${Sid}: once more, and open`, withStatements([...statements, { ...rest, Sid: 'Open', Effect: 'Allow' }]), 'Open']
  ]
})

const operators = policy.Statement.flatMap(({ Sid, Condition = {} }, index) =>
  Object.entries(Condition).flatMap(([operator, keys]): ReadonlyArray<Change> =>
    ['StringLike', 'ForAnyValue:StringEquals', `${operator}IfExists`, 'Null'].map((other) => [
      `${Sid}: ${other} for ${operator}`,
      changed(policy, ['Statement', index, 'Condition'], { [other]: keys }),
      Sid
    ])
  )
)

const inPreflight = async (text: string): Promise<string> => {
  const world = healthyWorld()
  if (E.isRight(world.bucket)) world.bucket = E.right({ ...world.bucket.right, policy: O.some(text) })
  return (await preflightIn(world, ['--check', 'bucket'])).out
}

const inSeed = async (text: string): Promise<string> => {
  const world = seededWorld()
  if (world.bucket !== undefined) world.bucket = { ...world.bucket, policy: O.some(text) }
  const { lines } = await seedIn(world, ['--dry-run'])
  return lines.filter((line) => !line.startsWith('> ')).join('\n')
}

test('every field of every statement is among them', () => {
  const tried = single.map(([what]) => what).join('\n')
  for (const [index, statement] of policy.Statement.entries())
    for (const field of Object.keys(statement)) assert.match(tried, `Statement.${index}.${field}`)
  assert.ok(single.length > 100 && whole.length >= 60 && operators.length >= 20, `${single.length}`)
})

for (const [kind, changes] of Object.entries({
  'one field': single,
  'one statement': whole,
  'one operator': operators
}))
  test(`${kind} another one: preflight refuses it and names the statement`, async () => {
    for (const [what, document, sid] of changes) {
      const out = await inPreflight(JSON.stringify(document))
      assert.match(out, /bucket-policy/, `${what}\n${out}`)
      if (sid !== undefined) assert.match(out, sid, `${what}\n${out}`)
    }
  })

for (const [kind, changes] of Object.entries({
  'one field': single,
  'one statement': whole,
  'one operator': operators
}))
  test(`${kind} another one: seed refuses it and shows the policy as the difference`, async () => {
    for (const [what, document] of changes) {
      const out = await inSeed(JSON.stringify(document))
      assert.match(out, /exists, and is refused/, `${what}\n${out}`)
      assert.match(out, /^ {2}policy$/m, `${what}\n${out}`)
    }
  })

test('the declared policy in another writing is none of them', async () => {
  const turned = policy.Statement.map((statement) => Object.fromEntries(Object.entries(statement).toReversed()))
  const text = JSON.stringify({ Statement: turned, Version: policy.Version }, undefined, 3)
  assert.not.match(await inPreflight(text), /bucket-policy/)
  assert.match(await inSeed(text), /nothing to do/)
})

test.run()
