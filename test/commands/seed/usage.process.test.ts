import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dayZeroPolicy } from '../../../src/iam/day-zero-policy.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { startStagingDouble } from '../../support/seed-bench.ts'
import { seedProcess as seed } from '../../support/seed-process.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite<{ double: AwsDouble; way: ReadonlyArray<string> }>('npm run seed, what it does not understand')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
  context.way = ['--proxy', context.double.proxy, '--ca-bundle', context.double.caBundle]
})
test.after.each(({ double }) => double.stop())

const stack = 'stacks/staging-eu.ts'

const mistakes: Readonly<Record<string, readonly [ReadonlyArray<string>, string]>> = {
  'no stack': [[], 'name one stack, such as production-eu'],
  'two stacks': [[stack, 'stacks/production-eu.ts'], 'name one stack, such as production-eu'],
  'a stack that is not there': [['stacks/nowhere-eu.ts'], 'stacks/nowhere-eu.ts'],
  'a policy and a dry run': [[stack, '--policy', '--dry-run'], 'choose one of --dry-run and --policy'],
  'an unknown option': [[stack, '--yes'], "Unknown option '--yes'"],
  'a password in the proxy': [[stack, '--proxy', 'http://me:pass-word@proxy:1'], '--proxy takes an address'],
  'no address for the proxy': [[stack, '--proxy', 'proxy:1'], '--proxy takes an address']
}
for (const [what, [args, text]] of Object.entries(mistakes))
  test(`${what} is not understood`, async () => {
    const { code, stdout, stderr } = await seed(args)
    assert.is(code, 2)
    assert.is(stdout, '')
    assert.match(stderr, text)
    assert.not.match(stderr, 'pass-word')
  })

test('a CA bundle that cannot be read is said, and nothing is asked', async ({ double }) => {
  const { code, stderr } = await seed([
    stack,
    '--dry-run',
    '--proxy',
    double.proxy,
    '--ca-bundle',
    '/nonexistent/ca.pem'
  ])
  assert.is(code, 1)
  assert.match(stderr, "ENOENT: no such file or directory, open '/nonexistent/ca.pem'")
  assert.is(double.calls().length, 0)
})

test('--policy prints the policy of day 0 and nothing else, under CI and without credentials too, and asks AWS nothing', async ({
  double,
  way
}) => {
  const env = { CI: 'true', AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }
  const { code, stdout, stderr } = await seed([stack, '--policy', ...way], env)
  assert.is(code, 0, stderr)
  assert.is(stderr, '')
  assert.equal(JSON.parse(stdout), dayZeroPolicy(wantedOfStaging().declaration))
  assert.is(double.calls().length, 0)
})

test('--help says what it does', async () => {
  const { code, stdout } = await seed(['--help'])
  assert.is(code, 0)
  assert.match(stdout, '--dry-run')
})

test.run()
