import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ACCIDENTS } from '../../../src/commands/sandbox/accidents.ts'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import type { Inside } from '../../../src/outside/sandbox/world.port.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the accidents of a sandbox')

const stack = { ...sandboxStack(emittedStaging()), bucket: 'a-bucket', key: 'a-key', lockTable: 'a-table' }
const declared = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')

/** What an accident does: calls of the console with their parameters, files that are written, lines that are run. */
const done = async (name: string, answers: ReadonlyArray<unknown> = []) => {
  const left = [...answers]
  const seen: Array<string> = []
  const inside = {
    stack,
    world: { isEnforced: true },
    console: (action: string, parameters: object) =>
      TE.fromIO(() => {
        seen.push(`${action} ${JSON.stringify(parameters)}`)
        return left.length === 0 ? {} : left.shift()
      }),
    read: () => TE.right(declared),
    write: (path: string) => TE.fromIO(() => void seen.push(`write ${path}`)),
    run: (line: string) =>
      TE.fromIO(() => {
        const isBeside = seen.at(-1) === APPLY
        seen.push(line)
        return isBeside ? { code: 1, screen: 'run-alone' } : { code: 0, screen: '' }
      }),
    killTofu: TE.fromIO(() => void seen.push('kill')),
    way: {
      hold: () => () => undefined,
      held: TE.right(undefined),
      release: () => undefined,
      cutAt: () => () => void seen.push('cut'),
      expireAt: () => () => void seen.push('expire'),
      mend: () => undefined
    }
  } as unknown as Inside
  const outcome = await ACCIDENTS.find((one) => one.name === name)?.happens(inside)()
  return { seen, outcome }
}

const at = '"region":"eu-central-1"'
const object = `{${at},"bucket":"a-bucket","key":"a-key","does":`
const table = `{${at},"table":"a-table"`
const role = '{"role":"ZentheaStagingEuOperator"'
const change = [
  'write stacks/staging-eu.ts',
  "npm run emit -- stacks/staging-eu.ts && git commit -qam 'A reviewed change'",
  'npm run tofu -- stacks/staging-eu.ts plan'
]
const APPLY = 'npm run tofu -- stacks/staging-eu.ts apply'

/** Of each accident, in order: what it does, the rule that refuses then, and whether the newest state is the right one. */
const expected: ReadonlyArray<readonly [name: string, does: ReadonlyArray<string>, rule?: string, isRight?: boolean]> =
  [
    [
      'lock-held',
      [
        `lock ${table},"path":"a-bucket/a-key","ident":"2f0e6b0a-54c1-4f4b-8d7f-6f1f0f5a9c11","who":"colleague@elsewhere","created":"2026-01-02T03:04:05.678901234Z"}`
      ],
      'lock-free'
    ],
    ['apply-killed', [...change, APPLY, 'kill'], 'lock-free'],
    ['terminal-closed', [...change, APPLY, 'npm run tofu -- stacks/staging-eu.ts plan']],
    ['network-cut', [...change, APPLY, 'cut'], 'state-digest', true],
    [
      'digest-wrong',
      [`digest ${table},"path":"a-bucket/a-key","md5":"0123456789abcdef0123456789abcdef"}`],
      'state-digest',
      true
    ],
    ['state-deleted', [`state ${object}"delete"}`], 'state-digest'],
    ['state-emptied', [`state ${object}"empty"}`], 'state-read'],
    ['state-older', [`state ${object}"older"}`], 'state-digest'],
    ['table-lost', [`lose_table ${table}}`], 'table-known', true],
    ['policy-changed', [`lax_policy {${at},"bucket":"a-bucket"}`], 'bucket-policy'],
    ['table-own-key', [`own_key ${table}}`], 'table-encryption-key'],
    ['versioning-suspended', [`suspend {${at},"bucket":"a-bucket"}`], 'bucket-versioning'],
    ['access-opened', [`open_access {${at},"bucket":"a-bucket"}`], 'bucket-public-access'],
    ['role-trusted', [`trust ${role},"arn":"arn:aws:iam::111122223333:role/SomebodyElse"}`], 'plan-drift'],
    ['policy-attached', [`attach ${role},"name":"Temporary"}`], 'plan-drift'],
    ['organisation-denies', ['write ../aws/organisation.json'], 'lock-accepts'],
    ['wrong-account', [], 'caller-account'],
    ['stranger', [], 'caller-principal'],
    ['credentials-short', [], 'credentials-last'],
    ['credentials-ended', [...change, APPLY, 'expire'], 'no-local-state'],
    ['tests-beside', ['write out/staging-eu/tests/a.tftest.hcl'], 'nothing-else-read'],
    ['file-edited', [...change, 'write out/staging-eu/main.tf.json'], 'file-as-emitted'],
    ['owner-handed-over', change.slice(0, 2), 'bucket-policy']
  ]

test('each does what it says to the stack and to nothing else, and is refused by its rule', async () => {
  assert.equal(
    ACCIDENTS.map(({ name }) => name),
    expected.map(([name]) => name)
  )
  for (const [name, does, rule, isRight = false] of expected) {
    const { seen, outcome } = await done(name)
    assert.equal(seen, does, name)
    assert.ok(outcome !== undefined && E.isRight(outcome), name)
    const accident = ACCIDENTS.find((one) => one.name === name)
    assert.equal([accident?.rule, accident?.isObjectRight], [rule, isRight], name)
  }
})

const SOON = '$(date -u -d "+2 minutes" +%FT%TZ 2>/dev/null || date -u -v+2M +%FT%TZ)'
const PLAN = 'npm run tofu -- stacks/staging-eu.ts plan'

/** The line that meets an accident is a plan of the bootstrap principal, but for these. */
const meets: Readonly<Record<string, readonly [line: string, as: string]>> = {
  'policy-changed': [PLAN, 'operator'],
  'role-trusted': [PLAN, 'operator'],
  'policy-attached': [PLAN, 'operator'],
  'wrong-account': [PLAN, 'other-account'],
  stranger: [PLAN, 'stranger'],
  'credentials-short': [`AWS_CREDENTIAL_EXPIRATION=${SOON} ${PLAN}`, 'bootstrap'],
  'file-edited': [APPLY, 'bootstrap']
}

test('each is met by the line that a person would type next', () => {
  for (const { name, met } of ACCIDENTS) {
    const [line, as] = meets[name] ?? [PLAN, 'bootstrap']
    assert.equal(met(stack), { line, as, answers: [] }, name)
  }
})

test('a state of one version gets a second one first, by a change that is applied, and is then put back', async () => {
  const older = `state ${object}"older"}`
  const { seen, outcome } = await done('state-older', [null, 'v1'])
  assert.equal(seen, [older, ...change, APPLY, older])
  assert.equal(outcome, E.right('v1'))
})

test.run()
