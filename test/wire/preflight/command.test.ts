import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PreflightDocument } from '../../../src/commands/preflight/document.ts'
import { checkNames } from '../../../src/commands/preflight/check-names.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { DIGEST_ID, LOCK, LOCK_ID, OPERATOR_KEY, startHealthyDouble } from '../../support/preflight-bench.ts'
import { type PreflightProject, inPreflightProject, preflightProcess } from '../../support/preflight-project.ts'
import { notInTranscript } from '../../support/told-in-documents.ts'
import { ACCOUNT, tableIn } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('npm run preflight')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const writes = ({ calls }: AwsDouble): ReadonlyArray<string> =>
  calls()
    .map(({ operation }) => operation)
    .filter((operation) => /^(Put|Delete|Create|Update)/.test(operation))

test('says that everything is proven, and the commands to type', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { code, stdout, stderr } = await preflightProcess(project, double)
    assert.is(stderr, '')
    assert.is(code, 0)
    for (const name of checkNames) assert.match(stdout, new RegExp(`^  ${name} +proven`, 'm'))
    assert.match(stdout, 'everything is proven: stacks/staging-eu.ts')
    assert.match(stdout, `export HTTPS_PROXY=${double.proxy}`)
    assert.match(stdout, 'tofu -chdir=out/staging-eu plan')
    assert.not.match(stdout, 'a-session')
    assert.equal(writes(double), ['PutItem', 'PutItem', 'DeleteItem', 'DeleteItem'])
  })
})

test('--json is evidence: every finding, file, commit, account, principal and time, and no person', async ({
  double
}) => {
  await inPreflightProject(async (project) => {
    const { code, stdout, stderr } = await preflightProcess(project, double, ['--json'])
    assert.is(stderr, '')
    assert.is(code, 0)
    const document = JSON.parse(stdout) as PreflightDocument
    const { checks, time, commit, file, guard, ...rest } = document
    assert.equal(rest, {
      version: 2,
      passed: true,
      only: null,
      stack: 'staging-eu',
      source: 'stacks/staging-eu.ts',
      declared: {
        phase: 'J.7.0',
        account: ACCOUNT,
        environment: 'staging',
        region: 'eu-central-1',
        provider: { version: '5.100.0', proof: 'proven by run' }
      },
      caller: {
        kind: 'operator role',
        seen: `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaStagingEuOperator`,
        declared: `arn:aws:iam::${ACCOUNT}:role/zenthea/foundation/ZentheaStagingEuOperator`
      },
      proxy: double.proxy,
      state: { serial: 7, lineage: '0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10', versionId: 'v7' }
    })
    assert.equal(
      checks.map(({ name, outcome }) => [name, outcome]),
      checkNames.map((name) => [name, 'proven'])
    )
    assert.ok(checks.every(({ findings }) => findings.length > 0))
    assert.ok(guard.some(({ id }) => id === 'credentials-last'))
    assert.match(time, /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    assert.match(commit ?? '', /^[0-9a-f]{40}$/)
    const bytes = project.read('out/staging-eu/main.tf.json')
    assert.equal(file, {
      path: 'out/staging-eu/main.tf.json',
      sha256: createHash('sha256').update(bytes).digest('hex')
    })
    assert.not.match(stdout, 'a-session')
    assert.not.match(stdout, '"secret"')
  })
})

test('a credential_process that fails is named with its exit and first line, and nothing else of it', async ({
  double
}) => {
  await inPreflightProject(async (project) => {
    const lines = ['password: hunter2-of-a-test', 'a second line'].map((line) => `echo ${line} >&2;`).join(' ')
    const process = (first: string): string => `sh -c "echo output-of-it; ${first} ${lines} exit 4" hidden-argument`
    const config = `[profile good]\ncredential_process = ${process('echo the vault is sealed >&2;')}\n[profile bad]\ncredential_process = ${process('')}\n`
    // Outside of the checkout, from where no sign-in is taken.
    const home = mkdtempSync(join(tmpdir(), 'zenthea-home-'))
    mkdirSync(join(home, '.aws'))
    writeFileSync(join(home, '.aws', 'config'), config)
    for (const [profile, words] of [
      ['good', 'The credential_process of the profile good ended with 4: the vault is sealed'],
      ['bad', 'not shown: ']
    ] as const)
      for (const args of [[], ['--json']]) {
        const { code, stdout, stderr } = await preflightProcess(project, double, args, {
          HOME: home,
          AWS_PROFILE: profile,
          AWS_ACCESS_KEY_ID: undefined,
          AWS_SECRET_ACCESS_KEY: undefined
        })
        assert.is(code, 1)
        assert.match(stdout, words)
        assert.not.match(`${stdout}${stderr}`, /output-of-it|hidden-argument|hunter2|a second line/)
      }
  })
})

/** Everything passes, and the guard would refuse; each of these by a rule of its own. */
const foreseen = async (project: PreflightProject, double: AwsDouble, args: ReadonlyArray<string>) => {
  project.write('bin/tofu', '#!/bin/sh\n')
  chmodSync(project.at('bin/tofu'), 0o777)
  chmodSync(project.at('stacks/staging-eu.ts'), 0o666)
  const temporary = project.at('tmp')
  project.write('tmp/zf-of-a-killed-run/project/out/staging-eu/errored.tfstate', '{}')
  chmodSync(project.at('tmp/zf-of-a-killed-run'), 0o700)
  return preflightProcess(project, double, args, {
    PATH: `${project.at('bin')}:${process.env['PATH']}`,
    TMPDIR: temporary,
    GITLAB_CI: 'true',
    AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 10 * 60_000).toISOString()
  })
}

const guardRefuses = [
  ...['by-hand', 'credentials-last', 'checkout-unchanged-by-others'],
  ...['tofu-itself', 'tofu-outside', 'tofu-unchanged-by-others', 'private-folders', 'state-stored']
]

test('what the guard would refuse although everything passes is said, with what to do', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { code, stdout } = await foreseen(project, double, [])
    assert.is(code, 0, stdout)
    assert.match(stdout, 'everything is proven: stacks/staging-eu.ts')
    const [, said = ''] = stdout.split('npm run tofu would refuse plan and apply now:\n')
    assert.equal(
      [...said.matchAll(/^ {2}([a-z-]+)$/gm)].map(([, rule]) => rule),
      guardRefuses
    )
    assert.is(said.match(/^ {4}to do /gm)?.length, guardRefuses.length)
  })
})

test('--json holds the same; a run that is refused holds nothing of it', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { stdout } = await foreseen(project, double, ['--json'])
    assert.equal(
      (JSON.parse(stdout) as PreflightDocument).guard.map(({ id }) => id),
      guardRefuses
    )
    project.write('out/staging-eu/override.tf.json', '{}')
    const refused = JSON.parse((await foreseen(project, double, ['--json'])).stdout) as PreflightDocument
    assert.equal([refused.passed, refused.guard], [false, []])
  })
})

test('what is refused says what to do, and ends with 1; the rest goes on where it can', async ({ double }) => {
  await inPreflightProject(async (project) => {
    project.write('out/staging-eu/main.tf.json', `${project.read('out/staging-eu/main.tf.json')} `)
    project.write('out/staging-eu/override.tf.json', '{}')
    const { code, stdout } = await preflightProcess(project, double)
    assert.is(code, 1)
    assert.match(stdout, /^ {2}reviewed-file +refused/m)
    assert.match(stdout, /^ {2}working-directory +refused/m)
    assert.match(stdout, /^ {2}state-clean +proven/m)
    assert.match(stdout, 'to do')
    assert.not.match(stdout, 'Next, by hand')
  })
})

test('every file that the stack is made of has to be committed', async ({ double }) => {
  await inPreflightProject(async (project) => {
    project.write('stacks/shared/purpose.ts', "export const purpose = 'OpenTofu state lock'\n")
    const text = project.read('stacks/staging-eu.ts').replace("'OpenTofu state lock'", 'purpose')
    project.write('stacks/staging-eu.ts', `import { purpose } from './shared/purpose.ts'\n${text}`)
    const { code, stdout } = await preflightProcess(project, double, ['--check', 'reviewed-file'])
    assert.is(code, 1)
    assert.match(stdout, 'stacks/staging-eu.ts committed, byte for byte')
    assert.match(stdout, 'stacks/shared/purpose.ts committed, byte for byte')
    assert.equal(double.calls(), [])
  })
})

test('a lock file that was committed has to be what was committed', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const lock = 'out/staging-eu/.terraform.lock.hcl'
    const look = () => preflightProcess(project, double, ['--check', 'reviewed-file', '--json'])
    assert.match((await look()).stdout, /"id": "lock-file-committed",\s+"outcome": "passed"/)
    project.git('add', '-f', lock)
    project.git('commit', '-q', '-m', 'the reviewed provider')
    assert.is((await look()).code, 0)
    project.write(lock, `${project.read(lock)}# another provider\n`)
    const { code, stdout } = await look()
    assert.is(code, 1)
    assert.match(stdout, `git restore --source=HEAD --staged --worktree ${lock}`)
  })
})

test('an environment that is not clear ends the run before any request', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { code, stdout } = await preflightProcess(project, double, [], { TF_CLI_ARGS_plan: '-lock=false' })
    assert.is(code, 1)
    assert.match(stdout, 'TF_CLI_ARGS_plan')
    assert.match(stdout, /^ {2}identity +not run +because environment is not proven$/m)
    assert.equal(double.calls(), [])
  })
})

test('no credentials at all, and no endpoint to ask for any, is a refusal', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { code } = await preflightProcess(project, double, [], { AWS_ACCESS_KEY_ID: undefined })
    assert.is(code, 1)
    assert.equal(double.calls(), [])
  })
})

test('--check runs one check with those that it rests on, and does not say that all is proven', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { code, stdout } = await preflightProcess(project, double, ['--check', 'lock-free'])
    assert.is(code, 0)
    assert.equal(
      [...stdout.matchAll(/^ {2}([a-z-]+) +proven/gm)].map(([, name]) => name),
      ['environment', 'identity', 'lock-free']
    )
    assert.not.match(stdout, 'everything is proven')
    assert.equal(writes(double), [])
    const offline = await preflightProcess(project, double, ['--check', 'reviewed-file', '--json'])
    const { only, passed, caller } = JSON.parse(offline.stdout) as PreflightDocument
    assert.equal([only, passed, caller], ['reviewed-file', true, null])
  })
})

test('a session name in the words of AWS is left out', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const arn = double.world.principals.get(OPERATOR_KEY)?.arn ?? ''
    double.misbehave({
      at: ({ operation }) => operation === 'DescribeTable',
      fault: {
        status: 400,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: JSON.stringify({
          __type: 'com.amazon.coral.service#AccessDeniedException',
          message: `User: ${arn} is not authorized to perform: dynamodb:DescribeTable on resource: x`
        })
      }
    })
    const { code, stdout } = await preflightProcess(project, double)
    assert.is(code, 1)
    assert.match(stdout, 'assumed-role/ZentheaStagingEuOperator/… is not authorized to perform: dynamodb:DescribeTable')
    assert.not.match(stdout, 'a-session')
  })
})

test('the document shows what it says', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const proven = await preflightProcess(project, double)
    tableIn(double)?.items.push({ LockID: { S: LOCK_ID }, Info: { S: LOCK } })
    const held = await preflightProcess(project, double)
    assert.equal([proven.code, held.code], [0, 1])
    assert.equal(notInTranscript(['operator/preflight.md'], `${proven.stdout}${held.stdout}`), [])
  })
})

const mistakes: Readonly<Record<string, readonly [ReadonlyArray<string>, string]>> = {
  'an unknown option': [['--yes'], "Unknown option '--yes'"],
  'a second stack': [['stacks/production-eu.ts'], 'name one stack, such as production-eu'],
  'an unknown check': [['--check', 'luck'], '--check takes one of reviewed-file']
}
for (const [what, [args, text]] of Object.entries(mistakes))
  test(`${what} is not understood`, async ({ double }) => {
    await inPreflightProject(async (project) => {
      const { code, stdout, stderr } = await preflightProcess(project, double, args)
      assert.equal([code, stdout], [2, ''])
      assert.match(stderr, text)
    })
  })

test('a stack that has problems is shown with all of them, and nothing is asked', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const text = project.read('stacks/staging-eu.ts').replaceAll('eu-central-1', 'eu-west-2')
    project.write('stacks/staging-eu.ts', text)
    const { code, stderr } = await preflightProcess(project, double)
    assert.is(code, 2)
    assert.match(stderr, 'eu-west-2')
    assert.equal(double.calls(), [])
  })
})

test('the table keeps its one item: the digest', async ({ double }) => {
  await inPreflightProject(async (project) => {
    await preflightProcess(project, double)
    assert.equal(
      tableIn(double)?.items.map((item) => (item['LockID'] as { S: string }).S),
      [DIGEST_ID]
    )
  })
})

test.run()
