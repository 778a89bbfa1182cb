import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seedInTerminal, type Typing } from '../support/in-terminal.ts'
import type { AwsDouble } from '../support/aws-double/aws-double.ts'
import { ACCESS_KEY, ACCOUNT, bucketIn, startStagingDouble, tableIn } from '../support/seed-bench.ts'
import { missing, onPath } from '../../src/outside/stand-in/on-path.ts'

const python = onPath('python3')
if (python === undefined) throw missing('A pseudo-terminal', 'put python3 on PATH', 'it is not there')

const run = (double: AwsDouble, typing: Typing) =>
  seedInTerminal(python, ['stacks/staging-eu.ts', '--proxy', double.proxy, '--ca-bundle', double.caBundle], typing, {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: 'secret'
  })
const question = 'Type the account id to create this: '

const test = suite<{ double: AwsDouble }>('seed at a terminal')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
})
test.after.each(({ double }) => double.stop())

test('shows what it will create, asks, makes it, shows each step, and says what comes next', async ({ double }) => {
  const { code, screen } = await run(double, [[question, `${ACCOUNT}\n`]])
  assert.is(code, 0, screen)
  const order = [
    'versioning            Enabled  (J.6.2 §7)',
    question,
    'done     turn versioning on',
    'done     set the bucket policy',
    'waiting  table: until it is active',
    'done     turn point-in-time recovery on',
    'bucket and table are there, as declared',
    `npm run tofu -- stacks/staging-eu.ts init --proxy ${double.proxy}`,
    'npm run tofu -- stacks/staging-eu.ts plan',
    'npm run tofu -- stacks/staging-eu.ts apply',
    `export HTTPS_PROXY=${double.proxy}`,
    'tofu -chdir=out/staging-eu init',
    'tofu -chdir=out/staging-eu plan',
    'tofu -chdir=out/staging-eu apply'
  ]
  const places = order.map((text) => screen.indexOf(text))
  assert.equal(
    places,
    places.toSorted((a, b) => a - b),
    screen
  )
  assert.ok(
    places.every((place) => place >= 0),
    screen
  )
  assert.is(tableIn(double)?.recoveryDays, 35)
})

test('another id is refused, and nothing is made', async ({ double }) => {
  const { code, screen } = await run(double, [[question, '444455556666\n']])
  assert.is(code, 1)
  assert.match(screen, 'You typed another account id. Nothing was created. Expected: 111122223333')
  assert.is(bucketIn(double), undefined)
})

test('Ctrl-C at the question: nothing was created', async ({ double }) => {
  const { code, screen } = await run(double, [[question, '\u0003']])
  assert.is(code, 130, screen)
  assert.match(screen, 'interrupted\nnothing was created')
  assert.is(bucketIn(double), undefined)
})

test('the end of input at the question creates nothing', async ({ double }) => {
  const { code } = await run(double, [[question, '\u0004']])
  assert.is(code, 1)
  assert.is(bucketIn(double), undefined)
})

test('Ctrl-C in the middle: what exists, what is not known, what to do next; and the next run finishes', async ({
  double
}) => {
  double.world.hasDefaults = false
  double.misbehave({ at: 8, fault: 'no answer' })
  const { code, screen } = await run(double, [
    [question, `${ACCOUNT}\n`],
    ['done     block public access', '\u0003']
  ])
  assert.is(code, 130, screen)
  const told = screen.slice(screen.indexOf('What exists now'))
  assert.match(told, /bucket zenthea-staging-eu-tfstate: created\n/)
  assert.match(
    told,
    /done {7}block public access\n.*not known {2}encrypt by default\n.*not done {3}turn versioning on\n.*not done {3}set the bucket policy\n/
  )
  assert.match(told, 'table zenthea-staging-eu-tflock: not created')
  assert.match(
    told,
    `Run npm run seed -- stacks/staging-eu.ts --proxy ${double.proxy} --ca-bundle ${double.caBundle} again`
  )
  double.misbehave(undefined)
  const second = await run(double, [[question, `${ACCOUNT}\n`]])
  assert.is(second.code, 0, second.screen)
  assert.match(second.screen, 'half made by an earlier run, to finish')
  assert.is(bucketIn(double)?.versioning, 'Enabled')
})

test.run()
