import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Machine, machine } from '../support/sandbox-run.ts'
import { needAwsCli } from './bench/aws-cli.ts'
import { bench } from './bench/bench.ts'
import { stacks } from './bench/stacks.ts'

needAwsCli()
const { python } = await bench()

const test = suite<{ own: Machine }>('a sandbox of all stacks')
test.before((context) => {
  context.own = machine()
})
test.after(({ own }) => own.close())

const prompt = (stack: string): string => `SANDBOX ${stack} (bootstrap) `

/** At one stack: its bucket and table are made, and then its account is looked at, with another one's bucket. */
const typedAt = (
  { name, account, bucket }: (typeof stacks)[number],
  other: string
): ReadonlyArray<readonly [string, string]> => [
  [prompt(stacks[0]?.name ?? ''), `use ${name}\r`],
  [prompt(name), 'seed\r'],
  ['Type the account id to create this: ', `${account}\r`],
  [prompt(name), `echo "LOOK" ${name}; aws sts get-caller-identity --query Account --output text\r`],
  [prompt(name), 'aws s3api list-buckets --query "Buckets[].Name" --output text\r'],
  [prompt(name), `aws s3api head-bucket --bucket ${bucket} && echo "OWN" IS THERE\r`],
  [prompt(name), `aws s3api head-bucket --bucket ${other} || echo "OTHER" IS NOT FOR US\r`],
  [prompt(name), 'preflight; echo "LOOKED"\r'],
  [prompt(name), `use ${stacks[0]?.name}\r`]
]

test('each stack lies in an account of its own, and day 0 of one is not seen by another', async ({ own }) => {
  assert.ok(new Set(stacks.map(({ account }) => account)).size > 1, 'the project has stacks of several accounts')
  const typing = stacks.flatMap((stack) =>
    typedAt(stack, stacks.find(({ account }) => account !== stack.account)?.bucket ?? '')
  )
  const { code, stdout } = await own.onTerminal(
    python,
    ['--all'],
    [...typing, [prompt(stacks[0]?.name ?? ''), 'exit 5\r']]
  )
  assert.is(code, 5, stdout)
  for (const { name, account, bucket, lockTable } of stacks) {
    const looked = stdout.split(`\nLOOK ${name}`)[1]?.split('\nLOOKED')[0] ?? ''
    assert.match(stdout, `bucket ${bucket}: to create`)
    assert.match(stdout, `table ${lockTable}: to create`)
    assert.match(looked, new RegExp(`^${account}\\r?$`, 'm'), looked)
    assert.match(looked, new RegExp(`^${bucket}\\r?$`, 'm'), looked)
    assert.match(looked, /^OWN IS THERE\r?$/m, looked)
    assert.match(looked, /^OTHER IS NOT FOR US\r?$/m, looked)
    assert.match(looked, /^ {2}bucket +proven /m, looked)
    assert.match(looked, /^ {2}lock-table +proven /m, looked)
  }
  assert.match(stdout, 'SANDBOX gone: nothing of it is left')
  assert.is(await own.left(), '')
})

test.run()
