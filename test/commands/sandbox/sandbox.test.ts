import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
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
  XDG_STATE_HOME: '/real'
}

test('nothing of the environment comes in but PATH, language and terminal', () => {
  const world = { folder: '/tmp/w', proxy: 'http://127.0.0.1:1', authority: '/tmp/ca', tofu: '/made-up/tofu/tofu' }
  const made = sandboxEnvironment(world, 'staging-eu', 'bootstrap', { AWS_ACCESS_KEY_ID: 'ASIAFAKE' }, outside)
  assert.not.match(JSON.stringify(made), /real/i)
  assert.is(made['LANG'], 'de_DE.UTF-8')
  assert.is(made['HOME'], '/tmp/w/home')
  assert.is(made['HTTPS_PROXY'], 'http://127.0.0.1:1')
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

test.run()
