import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeCaller } from '../../../src/caller/judge-caller.ts'
import { awsFailureRemedy } from '../../../src/backend/aws-failure-text.ts'
import { wantedOfStaging } from '../../support/wanted.ts'
import { judgeLasting } from '../../../src/commands/preflight/foreseen/judge-foreseen.ts'
import type { Credentials } from '../../../src/outside/aws/identity.port.ts'
import { sandboxArguments, stackNamed } from '../../../src/commands/sandbox/arguments.ts'
import { ACCIDENTS } from '../../../src/commands/sandbox/accidents.ts'
import { dayZero } from '../../../src/commands/sandbox/tour.ts'
import { type Step, stepsIn } from '../../../src/commands/sandbox/way-out.ts'
import { sandboxEnvironment } from '../../../src/outside/sandbox/environment.ts'

const test = suite('the sandbox')

test('a stack is named by its name or by its file', () => {
  for (const word of ['staging-eu', 'stacks/staging-eu.ts', './stacks/staging-eu.ts'])
    assert.is(stackNamed(word), 'staging-eu')
})

test('an option that it does not know is refused', () => {
  assert.ok(E.isLeft(sandboxArguments(['--tuor', 'staging-eu'])))
  assert.ok(E.isRight(sandboxArguments(['--tour', '--yes', '--keep', '--offline', 'staging-eu'])))
})

test('each accident has a name of its own and a sentence', () => {
  const names = ACCIDENTS.map(({ name }) => name)
  assert.is(new Set(names).size, names.length)
  assert.ok(names.length >= 16)
  for (const { name, what } of ACCIDENTS) {
    assert.match(name, /^[a-z]+(-[a-z]+)*$/)
    assert.match(what, /^[A-Z].*[^.]\.$/)
  }
})

/** What a shell of an administrator may hold; none of it is of use to a rehearsal. */
const outside = {
  PATH: '/usr/local/bin:bin::/usr/bin',
  LANG: 'de_DE.UTF-8',
  HOME: '/home/a.person',
  AWS_PROFILE: 'production',
  AWS_ACCESS_KEY_ID: 'AKIAREAL',
  AWS_SECRET_ACCESS_KEY: 'real',
  AWS_SESSION_TOKEN: 'real',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/real',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://real',
  AWS_CONFIG_FILE: '/real',
  AWS_ENDPOINT_URL: 'https://real.example',
  HTTPS_PROXY: 'http://real.example:3128',
  NO_PROXY: 'amazonaws.com',
  TF_VAR_secret: 'real',
  TF_CLI_ARGS: '-var=real',
  VAULT_TOKEN: 'real',
  NODE_OPTIONS: '--require /real.js',
  BASH_ENV: '/real',
  XDG_STATE_HOME: '/real',
  TMPDIR: '/real'
}

test('nothing of the environment comes in but PATH, language and terminal', () => {
  const world = { folder: '/tmp/w', proxy: 'http://127.0.0.1:1', authority: '/tmp/ca', tofu: '/made-up/tofu/tofu' }
  const made = sandboxEnvironment(world, 'staging-eu', 'bootstrap', { AWS_ACCESS_KEY_ID: 'ASIAFAKE' }, outside)
  assert.not.match(JSON.stringify(made), /real/i)
  assert.is(made['LANG'], 'de_DE.UTF-8')
  assert.is(made['HOME'], '/tmp/w/home')
  assert.match(made['TMPDIR'] ?? '', /^\/tmp\/w\/./)
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])
    assert.is(made[name], 'http://127.0.0.1:1', name)
  assert.is(made['NO_PROXY'] ?? made['no_proxy'], undefined)
  assert.is(made['AWS_ACCESS_KEY_ID'], 'ASIAFAKE')
  const path = (made['PATH'] ?? '').split(':')
  assert.is(path[0], '/made-up/tofu')
  assert.ok(path.every((folder) => folder.startsWith('/')))
})

const at = { stack: { name: 'staging-eu', account: '111122223333', environment: 'staging' } }
const lines = (screen: string, isObjectRight = false): ReadonlyArray<Step['line']> =>
  stepsIn(screen, at, isObjectRight).map(({ line }) => line)

const refusal = (rule: string, toDo: string): string =>
  [`  ${rule}`, '    expected  this', '    actual    that', '    clause    J.6.2 §5', `    to do     ${toDo}`, ''].join(
    '\n'
  )

const document = readFileSync(new URL('../../../docs/operator/rehearse.md', import.meta.url), 'utf8')

test('the page shows each step of the tour and each accident', () => {
  const stack = { name: 'staging-eu', account: '111122223333', environment: 'staging' }
  const steps = dayZero(stack)
  steps.forEach(({ why, line, as, answers }, index) => {
    assert.match(document, `    ${index + 1}/${steps.length}  ${why}\n    SANDBOX (${as}) $ ${line}\n`)
    for (const [asked, typed] of answers) assert.match(document, `    ${asked}${typed?.trim()}\n`)
  })
  for (const { name, what } of ACCIDENTS) assert.match(document, new RegExp(`^\\| \`${name}\` +\\| ${what} +\\|$`, 'm'))
  assert.is(document.match(/^\| `/gm)?.length, ACCIDENTS.length)
})

test('only what a screen tells is typed', () => {
  assert.equal(lines('refused: nothing is said'), [])
  assert.equal(
    lines(
      refusal('lock-free', 'remove the lock by hand: tofu -chdir=out/staging-eu force-unlock 1; never while it writes')
    ),
    ['tofu -chdir=out/staging-eu force-unlock 1']
  )
  assert.equal(lines(refusal('bucket-versioning', 'bring the bucket back to what is declared: aws s3api a b')), [
    'aws s3api a b'
  ])
  assert.equal(lines(refusal('bucket-versioning', 'bring the bucket back to what is declared')), [])
})

test('of a torn state a person knows which of both is right', () => {
  const screen = refusal(
    'state-digest',
    'the object is right: give the item of the digest its MD5: aws dynamodb put-item x; if not, somebody else wrote it: ask the bootstrap principal to bring back the version that the digest belongs to: aws s3api copy-object y'
  )
  assert.equal(lines(screen, true), ['aws dynamodb put-item x'])
  assert.equal(lines(screen, false), ['aws s3api copy-object y'])
})

test('who has the wrong credentials takes others, as the guard tells it', () => {
  const expected = wantedOfStaging().declaration
  const session = (account: string, role: string) => ({
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/me`
  })
  const of = (account: string, role: string) => {
    const judged = judgeCaller(expected, ['operator role', 'bootstrap principal'], session(account, role))
    return E.isLeft(judged) ? [judged.left] : []
  }
  const told = [
    ...of('999988887777', 'ZentheaFoundationBootstrap'),
    ...of('111122223333', 'SomebodyElse'),
    ...judgeLasting({ accessKeyId: 'ASIA', expiration: 120_000 } as Credentials, 15, 0)
  ]
  assert.is(told.length, 3)
  for (const { rule, remedy } of told) assert.equal(lines(refusal(rule, remedy)), ['as bootstrap'])
})

test('an organisation that denies is asked, and nothing else is typed', () => {
  const remedy = awsFailureRemedy({
    _tag: 'Denied',
    call: 'DynamoDB PutItem',
    calledRegion: 'eu-central-1',
    code: 'AccessDeniedException',
    message: 'with an explicit deny in a service control policy',
    status: 400,
    requestId: undefined,
    region: undefined,
    attempts: 1
  })
  assert.equal(lines(refusal('lock-accepts', remedy)), ['rm ../aws/organisation.json'])
})

test('a run that is at work is let end', () => {
  const screen = refusal(
    'run-alone',
    'Let it end, or end it with Ctrl-C in its terminal; then run this again.'
  ).replace('that\n', 'apply has been at work since 2026-11-26T22:17:49.415Z, as process 24899\n')
  assert.equal(lines(screen), ['while kill -0 24899 2>/dev/null; do sleep 1; done'])
})

test('what changed by hand is planned back by the bootstrap principal', () => {
  const both = ['npm run tofu -- stacks/staging-eu.ts plan', 'npm run tofu -- stacks/staging-eu.ts apply']
  const policy =
    'Find out in CloudTrail who changed it. Then have the bootstrap principal plan and apply this: as X, npm run tofu -- stacks/staging-eu.ts plan, then apply.'
  assert.equal(lines(refusal('bucket-policy', policy)), both)
  const drift = 'find out in CloudTrail who changed it and why; then plan as arn:aws:iam::111122223333:role/Owner'
  assert.equal(lines(refusal('plan-drift', drift)), both.slice(0, 1))
})

test('a handover is two reviewed steps, each planned and applied', () => {
  const [old, next] = ['arn:aws:iam::111122223333:role/Old', 'arn:aws:iam::111122223333:role/New']
  const told = `Hand the stack over in two reviewed steps: declare bootstrapPrincipal: '${old}' with nextBootstrapPrincipal: '${next}' and apply that as ${old}; then declare bootstrapPrincipal: '${next}' alone and apply that as ${next}.`
  const steps = lines(refusal('bucket-policy', told))
  assert.is(steps.length, 6)
  assert.equal(
    steps.map((line) => line.split(' ').at(-1)),
    ["step'", 'plan', 'apply', "step'", 'plan', 'apply']
  )
  const edited = steps.map((line) => /"s\|(.*?)\|(.*?)\|"/.exec(line)?.slice(1))
  const before = `bootstrapPrincipal: '${next}'`
  const between = `bootstrapPrincipal: '${old}', nextBootstrapPrincipal: '${next}'`
  assert.equal(edited[0], [before, between])
  assert.equal(edited[3], [between, before])
})

test.run()
