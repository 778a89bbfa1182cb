import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Evidence } from '../../src/commands/guard/evidence.ts'
import { notSaid } from '../support/told-in-documents.ts'
import { bench } from './bench/bench.ts'
import type { Credentials } from './bench/child-environment.ts'
import { committed } from './bench/stacks.ts'
import { changeStack } from './guarded/stack-at-work.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { ofDayZero } from './guarded/told.ts'
import { QUESTION, done, refused } from './guarded/refused.ts'
import { seedByHand } from './life-cycle/seed-by-hand.ts'

const tools = await bench()
const stack = committed('staging-eu')

let transcript = ''

/** What was on the screen of a run that ended well; the documents are held against all of it. */
const shown = (run: Parameters<typeof done>[0]): string => {
  const screen = done(run)
  transcript += screen
  return screen
}

const test = suite<{ guarded: Guarded; operator: () => Promise<Credentials> }>('the guard, from day 0 on')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack, true)
  // The role is what day 0 makes; before that nobody can assume it.
  let operator: Promise<Credentials> | undefined
  context.operator = () =>
    (operator ??= context.guarded.scenario.assume(
      '/zenthea/foundation/ZentheaStagingEuOperator',
      'session-of-a-person'
    ))
})
test.after(({ guarded }) => guarded.close())

test('day 0: seed, init, plan and apply as the bootstrap principal', async ({ guarded }) => {
  const { guard, bootstrap } = guarded
  shown(await seedByHand(tools, stack, guarded.scenario, bootstrap))
  assert.match(shown(await guard('init', bootstrap)), 'backend-cached')
  const planned = shown(await guard('plan', bootstrap))
  assert.match(planned, 'Plan: 7 to import, 9 to add, 0 to change, 0 to destroy.')
  assert.match(planned, 'the plan passes')
  const applied = shown(await guard('apply', bootstrap, { typing: [[QUESTION, 'staging\n']] }))
  assert.match(applied, 'Apply complete!')
  for (const id of ['lock-free', 'state-digest', 'state-moved', 'state-stored', 'nothing-left'])
    assert.match(applied, `proven  ${id}`)
  assert.equal(guarded.plans(), [])
  assert.equal(guarded.scenario.localStates(), [])
})

test('each run leaves evidence of the schema that is written down, without a name of anybody', ({ guarded }) => {
  const all = guarded.evidence()
  assert.equal(
    all.map(({ command }) => command),
    ['init', 'plan', 'apply']
  )
  for (const document of all) {
    assert.ok(E.isRight(Evidence.decode(document)))
    for (const secret of ['session-of', guarded.bootstrap.secretAccessKey, guarded.bootstrap.sessionToken ?? '?'])
      assert.not.match(JSON.stringify(document), secret)
  }
  const applied = all[2] as Evidence
  assert.is(applied.caller?.declared, 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap')
  assert.is(applied.state.before, null)
  assert.is(applied.state.after?.serial !== undefined && applied.state.after.versionId !== null, true)
  assert.is(applied.plan?.sha256, (all[1] as Evidence).plan?.sha256)
  assert.equal(applied.outcome, { reason: 'Done', objections: [], exitCode: 0 })
})

test('without a plan there is nothing to apply', async ({ guarded }) => {
  assert.match(await refused(guarded, 'apply', guarded.bootstrap), 'plan-saved')
})

test('a tofu that is a script is refused, before it is run', async ({ guarded }) => {
  const folder = join(guarded.root, '..', `${guarded.root.split('/').at(-1)}-bin`)
  fs.mkdirSync(folder)
  const touched = join(folder, 'touched')
  fs.writeFileSync(join(folder, 'tofu'), `#!/bin/sh\ntouch ${touched}\necho OpenTofu v1.12.6\n`, { mode: 0o755 })
  const screen = await refused(guarded, 'plan', guarded.bootstrap, {
    env: { PATH: `${folder}:${process.env['PATH']}` }
  })
  assert.match(screen, 'tofu-itself')
  assert.not.ok(fs.existsSync(touched))
  fs.rmSync(folder, { recursive: true })
})

test('under CI it is refused', async ({ guarded }) => {
  assert.match(await refused(guarded, 'plan', guarded.bootstrap, { env: { CI: 'true' } }), 'by-hand')
})

test('credentials that end before a plan can are refused', async ({ guarded }) => {
  const soon = new Date(Date.now() + 600_000).toISOString()
  const screen = await refused(guarded, 'plan', guarded.bootstrap, { env: { AWS_CREDENTIAL_EXPIRATION: soon } })
  assert.match(screen, 'credentials-last')
})

test('a change of a tag is planned by the operator, and applied only as it was planned', async ({
  guarded,
  ...context
}) => {
  const operator = await context.operator()
  await changeStack(guarded, 'OpenTofu state lock', 'Lock of the OpenTofu state')
  const screen = shown(await guarded.guard('plan', operator))
  assert.match(screen, 'Plan: 0 to add, 1 to change, 0 to destroy.')
  for (const [what, act, undo, as, words] of between(operator, guarded)) {
    act()
    const text = await refused(guarded, 'apply', as, { typing: [[QUESTION, 'staging\n']] })
    undo()
    for (const word of words) assert.match(text, word, what)
    assert.is(guarded.plans().length, 2, what)
  }
})

test('the operator signs in with a code, as the documents say, and plans', async ({ guarded }) => {
  const { guard, scenario, home, bootstrap } = guarded
  const signIn = ofDayZero.find(({ command }) => command.startsWith('export '))?.command ?? ''
  fs.mkdirSync(join(home, '.aws'))
  const keys = `[me]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = of-a-test\n`
  fs.writeFileSync(join(home, '.aws/credentials'), keys)
  const { proxy, authority } = scenario.moto
  const screen = done(
    await guard('plan', bootstrap, {
      env: {
        AWS_ACCESS_KEY_ID: undefined,
        AWS_SECRET_ACCESS_KEY: undefined,
        AWS_SESSION_TOKEN: undefined,
        AWS_CREDENTIAL_EXPIRATION: undefined
      },
      // The CLI has its way to moto for itself; the guard's is on its command line.
      wrap: [
        'sh',
        '-c',
        `${signIn.replace('(aws', `(HTTPS_PROXY=${proxy} AWS_CA_BUNDLE=${authority} aws`)}; exec "$@"`,
        'sh'
      ]
    })
  )
  assert.match(screen, /identity +proven +the operator role/)
  assert.match(screen, 'Plan: 0 to add, 1 to change, 0 to destroy.')
})

test('the documents tell day 0, and the operator after it, in the words that were said', () => {
  assert.equal(notSaid(ofDayZero, transcript), [])
})

/** What happens between plan and apply, how it is undone, who applies, and what is said. */
const between = (
  operator: Credentials,
  { root, git, plans, bootstrap }: Guarded
): ReadonlyArray<readonly [string, () => void, () => void, Credentials, ReadonlyArray<string | RegExp>]> => {
  const emitted = join(root, 'out/staging-eu/main.tf.json')
  const text = fs.readFileSync(emitted)
  const record = plans().find((file) => file.endsWith('.json')) ?? ''
  const saved = fs.readFileSync(record)
  const plan = plans().find((file) => file.endsWith('.tfplan')) ?? ''
  const planned = fs.readFileSync(plan)
  const older = saved
    .toString('utf8')
    .replace(/"createdAt": (\d+)/, (_, at) => `"createdAt": ${Number(at) - 16 * 60_000}`)
  const nothing = () => undefined
  return [
    [
      'an edited file',
      () => fs.appendFileSync(emitted, ' '),
      () => fs.writeFileSync(emitted, text),
      operator,
      ['reviewed-file']
    ],
    [
      'another commit',
      () => git('commit', '-q', '--allow-empty', '-m', 'x'),
      () => git('reset', '-q', '--hard', 'HEAD~1'),
      operator,
      ['plan-same-commit']
    ],
    ['other credentials', nothing, nothing, bootstrap, ['plan-same-principal']],
    [
      'an older plan',
      () => fs.writeFileSync(record, older),
      () => fs.writeFileSync(record, saved),
      operator,
      ['plan-fresh', /one of (1[6-9]|2\d) minutes/]
    ],
    [
      'an edited plan',
      () => fs.appendFileSync(plan, ' '),
      () => fs.writeFileSync(plan, planned),
      operator,
      ['plan-unchanged']
    ]
  ]
}

test('another name than that of the environment applies nothing, and the plan is kept', async ({
  guarded,
  ...context
}) => {
  const operator = await context.operator()
  const screen = await refused(guarded, 'apply', operator, { typing: [[QUESTION, 'production\n']] })
  assert.match(screen, 'You typed another name. Nothing was applied, and the plan is kept. Expected: staging')
})

test('a plan that is overtaken by another apply is refused', async ({ guarded, ...context }) => {
  const operator = await context.operator()
  const { scenario, root } = guarded
  fs.copyFileSync(join(root, 'out/staging-eu/main.tf.json'), join(scenario.folder, 'main.tf.json'))
  const init = await scenario.tofu(['init', '-input=false', '-no-color'], operator)
  assert.is(init.code, 0, init.stderr)
  const other = await scenario.tofu(['apply', '-input=false', '-no-color', '-auto-approve'], operator)
  assert.is(other.code, 0, other.stderr)
  assert.match(await refused(guarded, 'apply', operator, { typing: [[QUESTION, 'staging\n']] }), 'plan-not-overtaken')
})

test('a change of IAM is refused to the operator, and the plan is not kept', async ({ guarded, ...context }) => {
  const operator = await context.operator()
  await changeStack(
    guarded,
    'sessionHours: 1,\n      trust: {\n        roles: [],',
    'sessionHours: 2,\n      trust: {\n        roles: [],'
  )
  const screen = await refused(guarded, 'plan', operator)
  assert.match(screen, 'plan-iam')
  assert.equal(guarded.plans(), [])
})

test.run()
