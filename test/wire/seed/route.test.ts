import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { type Memory, seedProgram } from '../../../src/commands/seed/program.ts'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { carrier } from '../../../src/outside/aws/route.ts'
import { awsPorts } from '../../../src/outside/aws/session.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { ACCESS_KEY, ACCOUNT, bucketIn, runSeed, startStagingDouble, tableIn } from '../../support/seed-bench.ts'
import { evaluatorWith } from '../../support/stack-evaluator.ts'

const project = fileURLToPath(new URL('../../project/', import.meta.url))
const stackEvaluator = evaluatorWith({ patienceSeconds: 60 })

/** What one run of `npm run seed` says on both outputs, and what it would say where it was interrupted. */
const told = async (double: AwsDouble, profile?: string) => {
  let screen = ''
  const write = (text: string): void => {
    screen += text
  }
  const memory: Memory = { exists: () => [] }
  const pause = () => () => Promise.resolve()
  const keys = profile === undefined ? { AWS_ACCESS_KEY_ID: ACCESS_KEY, AWS_SECRET_ACCESS_KEY: 'secret' } : {}
  const code = await seedProgram(
    {
      stackEvaluator,
      outputFiles: outputFiles(),
      variables: profile === undefined ? keys : { AWS_PROFILE: profile },
      sharedConfig: T.of({
        config: {
          day0: { sso_session: 'organisation', sso_account_id: ACCOUNT, sso_role_name: 'Bootstrap' },
          'sso-session.organisation': {
            sso_region: 'eu-central-1',
            sso_start_url: 'https://organisation.example/start'
          }
        },
        credentials: {}
      }),
      open: ({ declaration }, route, retrying) =>
        profile === undefined
          ? pipe(
              carrier(route, 5000),
              TE.map((way) => ({
                accessKeyId: ACCESS_KEY,
                aws: awsPorts({ accessKeyId: ACCESS_KEY, secretAccessKey: 'secret' }, way, {
                  ...{ region: declaration.region.aws, patienceMillis: 5000, pause, retrying }
                })
              }))
            )
          : TE.left(`Profile ${profile} requires multi-factor authentication, but no MFA code callback was provided.`),
      person: { isThere: true, ask: () => T.of(ACCOUNT) },
      pause
    },
    { out: write, err: write, paintOut: plain, paintErr: plain },
    memory,
    project,
    ['stacks/staging-eu.ts', '--proxy', double.proxy, '--ca-bundle', double.caBundle]
  )()
  return { code, screen, interrupted: memory.exists().join('\n') }
}

/** The commands in a text that go to AWS, each with what stands before it on its line. */
const commandsIn = (text: string): ReadonlyArray<{ readonly command: string; readonly line: string }> =>
  text
    .split('\n')
    .flatMap((line) =>
      [...line.matchAll(/\b(?:npm run (?:seed|preflight|tofu) -- |aws (?:s3api|dynamodb|iam|account) )\S.*/g)].map(
        ([command]) => ({ command, line })
      )
    )

const goesTheWay = (double: AwsDouble, { command, line }: ReturnType<typeof commandsIn>[number]): boolean =>
  command.startsWith('npm run ')
    ? command.includes(` --proxy ${double.proxy} --ca-bundle ${double.caBundle}`)
    : line.includes(`export HTTPS_PROXY=${double.proxy} && export AWS_CA_BUNDLE=${double.caBundle} && `)

const old = (double: AwsDouble): void => {
  Object.assign(bucketIn(double) ?? {}, { tags: {}, created: '2020-01-01T00:00:00Z' })
  delete bucketIn(double)?.versioning
  delete bucketIn(double)?.policy
}

/** Each end of a run that tells commands, and how the world is before it. */
const ends: Readonly<Record<string, (double: AwsDouble) => void | Promise<void>>> = {
  'an untouched bucket that may be left': async (double) => {
    await runSeed(double)
    old(double)
  },
  'another policy than the declared one': async (double) => {
    await runSeed(double)
    Object.assign(bucketIn(double) ?? {}, { policy: '{"Version":"2012-10-17","Statement":[]}' })
  },
  'a role of the same name with another path': ({ world }) => {
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaFoundationBootstrap/x`
    const role = `arn:aws:iam::${ACCOUNT}:role/elsewhere/ZentheaFoundationBootstrap`
    world.principals.set(ACCESS_KEY, { account: ACCOUNT, arn, role })
  },
  'a step that AWS refuses': (double) =>
    double.misbehave({ at: ({ operation }) => operation === 'PutBucketVersioning', fault: 'access denied' }),
  'a connection that breaks': (double) =>
    double.misbehave({ at: ({ operation }) => operation === 'CreateTable', fault: 'reset' }),
  'a table that is not ready': (double) => {
    double.world.asksUntilActive = 1000
  },
  'everything made': () => undefined,
  'everything there': async (double) => {
    await runSeed(double)
  }
}

const test = suite<{ double: AwsDouble }>('seed, the way to AWS in what it says')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
})
test.after.each(({ double }) => double.stop())

for (const [what, make] of Object.entries(ends))
  test(`${what}: each command on the screen goes the way that the run went`, async ({ double }) => {
    await make(double)
    const { screen } = await told(double)
    const commands = commandsIn(screen)
    assert.ok(commands.length > 0, screen)
    for (const one of commands) assert.ok(goesTheWay(double, one), one.line)
  })

test('a run that is interrupted after the first thing was made tells its command with the way too', async ({
  double
}) => {
  double.misbehave({ at: ({ operation }) => operation === 'PutBucketTagging', fault: 'access denied' })
  const { interrupted } = await told(double)
  const [command, ...others] = commandsIn(interrupted)
  assert.is(others.length, 0)
  assert.ok(command !== undefined && goesTheWay(double, command), interrupted)
  assert.match(interrupted, 'npm run seed -- stacks/staging-eu.ts --proxy')
})

test('each refusal of a thing that exists says which call of AWS it was read from', async ({ double }) => {
  await runSeed(double)
  Object.assign(bucketIn(double) ?? {}, { versioning: 'Suspended', encryption: { algorithm: 'aws:kms', key: 'k' } })
  Object.assign(tableIn(double) ?? {}, { isProtected: false })
  const { screen } = await told(double)
  for (const [name, call] of [
    ['versioning', 'S3 GetBucketVersioning'],
    ['encryption', 'S3 GetBucketEncryption'],
    ['deletion protection', 'DynamoDB DescribeTable']
  ] as const)
    assert.match(screen, new RegExp(`^  ${name}\\n.*\\n.*\\n    from      what AWS answers to ${call}$`, 'm'))
})

test('missing credentials are refused with where they were looked for', async ({ double }) => {
  const { screen } = await told(double, 'day0')
  assert.match(screen, /^ {2}from +.*\bday0\b/m)
  assert.match(screen, /^ {2}to do +Take its session into the shell/m)
})

test.run()
