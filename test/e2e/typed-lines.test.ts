import * as E from 'fp-ts/lib/Either.js'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsFailureRemedy } from '../../src/backend/aws-failure-text.ts'
import { bucketRemedy } from '../../src/backend/wordless.ts'
import { throughRoute } from '../../src/caller/shell.ts'
import { signIn } from '../../src/caller/sign-in.ts'
import { stopLines } from '../../src/commands/seed/stop-text.ts'
import type { AwsFailure } from '../../src/outside/aws/failure.port.ts'
import { awsPorts } from '../../src/outside/aws/session.ts'
import { carrier } from '../../src/outside/aws/route.ts'
import { mustRun } from '../../src/outside/stand-in/run-command.ts'
import { type AwsDouble, startAwsDouble } from '../support/aws-double/aws-double.ts'
import { s3Error } from '../support/aws-double/xml.ts'
import { ACCESS_KEY, ACCOUNT, BUCKET, bucketIn, runSeed, startStagingDouble } from '../support/seed-bench.ts'
import { bucketOf } from '../support/bucket-of.ts'
import { wantedOfStaging } from '../support/wanted.ts'
import { needAwsCli } from './bench/aws-cli.ts'

needAwsCli()

const test = suite('lines for an administrator, typed into a real shell with the AWS CLI')

/** The environment of a shell that has credentials, and nothing else that could help a line. */
const shell = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  AWS_ACCESS_KEY_ID: ACCESS_KEY,
  AWS_SECRET_ACCESS_KEY: 'x'
}
const cwd = fileURLToPath(new URL('../project/', import.meta.url))

const typed = (double: AwsDouble, line: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
  const told = throughRoute({ proxy: double.proxy, caBundle: double.caBundle }, line)
  assert.match(told, `HTTPS_PROXY=${double.proxy}`)
  return mustRun('sh', ['-e', '-c', told], { cwd, env: { ...shell, ...more } })
}

/** The line behind the last sentence of a remedy. */
const lineOf = (remedy: string): string => /: (aws .*?)\)?$/.exec(remedy)?.[1] ?? remedy

/** What a call of one region answers, of a bucket or of who is calling. */
const asked = async (double: AwsDouble, region: string) => {
  const way = await carrier({ proxy: double.proxy, caBundle: double.caBundle }, 10_000)()
  assert.ok(E.isRight(way))
  const calling = {
    region,
    patienceMillis: 10_000,
    pause: () => () => Promise.resolve(),
    retrying: () => () => undefined
  }
  const { identity, bucket } = awsPorts({ accessKeyId: ACCESS_KEY, secretAccessKey: 'x' }, way.right, calling)
  const seen = { caller: await identity.caller()(), region: await bucket.region(bucketOf(BUCKET, ACCOUNT))() }
  way.right.close()
  return seen
}

const failureOf = (outcome: E.Either<AwsFailure, unknown>): AwsFailure => {
  assert.ok(E.isLeft(outcome))
  return outcome.left
}

test('a region that is off is enabled by the line, and AWS is reached', async () => {
  const double = await startAwsDouble('eu-south-2')
  double.world.principals.set(ACCESS_KEY, { account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/x` })
  double.world.regionsOff.add('eu-south-2')
  const failure = failureOf((await asked(double, 'eu-south-2')).caller)
  assert.is(failure._tag, 'RegionOff')
  const line = lineOf(awsFailureRemedy(failure))
  await typed(double, line)
  assert.ok(E.isRight((await asked(double, 'eu-south-2')).caller))
  await double.stop()
})

test('a token that does not count in a region: the line says whether the region is on', async () => {
  const double = await startAwsDouble('eu-south-1')
  double.world.principals.set(ACCESS_KEY, { account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/x` })
  const failure: AwsFailure = {
    ...{ _tag: 'CredentialsRefused', call: 'STS GetCallerIdentity', calledRegion: 'eu-south-1', attempts: 1 },
    ...{ code: 'InvalidClientTokenId', message: 'no', status: 403, requestId: undefined, region: undefined }
  }
  const [, line = ''] = /\((aws account [^)]*)\)/.exec(awsFailureRemedy(failure)) ?? []
  double.world.regionsOff.add('eu-south-1')
  assert.match(await typed(double, line), /"?RegionOptStatus"?: "DISABLED"/)
  double.world.regionsOff.clear()
  assert.match(await typed(double, line), /"?RegionOptStatus"?: "ENABLED"/)
  await double.stop()
})

test('a quota that is used up: the line names it, and after it is raised seed goes through', async () => {
  const double = await startStagingDouble()
  double.world.bucketQuota = 0
  const { outcome } = await runSeed(double)
  assert.ok(E.isLeft(outcome) && outcome.left._tag === 'StepFailed')
  const line = lineOf(awsFailureRemedy(outcome.left.failure))
  assert.match(await typed(double, line), '"QuotaName": "Buckets"')
  double.world.bucketQuota = 1
  assert.ok(E.isRight((await runSeed(double)).outcome))
  await double.stop()
})

test('a role with another path: the line says its whole ARN, with which seed goes through', async () => {
  const double = await startStagingDouble()
  const role = `arn:aws:iam::${ACCOUNT}:role/ops/ZentheaFoundationBootstrap`
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaFoundationBootstrap/a`
  double.world.principals.set(ACCESS_KEY, { account: ACCOUNT, arn, role })
  const { outcome } = await runSeed(double)
  assert.ok(E.isLeft(outcome) && outcome.left._tag === 'CallerNotDeclared')
  const said = stopLines((_, text) => text, outcome.left, wantedOfStaging()).join('\n')
  const [, line = ''] = /: (aws iam get-role .*?)\. Declare/.exec(said) ?? []
  assert.is((await typed(double, line)).trim(), role)
  await double.stop()
})

const wordless: AwsFailure = {
  ...{ _tag: 'Denied', call: 'S3 HeadBucket', calledRegion: 'eu-central-1', attempts: 1 },
  ...{ code: '403', message: 'UnknownError', status: 403, requestId: undefined, region: undefined }
}

test('a role that a caller may not assume: the line shows who may assume it', async () => {
  const double = await startStagingDouble()
  const role = `arn:aws:iam::${ACCOUNT}:role/ops/Operators`
  double.world.principals.set('AKIAOPS', { account: ACCOUNT, arn: role, role })
  const remedy = signIn(
    `User: arn:aws:iam::${ACCOUNT}:user/x is not authorized to perform: sts:AssumeRole on resource: ${role}`
  )
  assert.match(await typed(double, lineOf(remedy)), '"sts:AssumeRole"')
  await double.stop()
})

test('a refusal of S3 without words: the line brings them, and each of them has its own way out', async () => {
  const double = await startStagingDouble()
  await runSeed(double)
  for (const [status, code, message] of [
    [403, 'NotSignedUp', 'Your account is not signed up for the S3 service.'],
    [403, 'AccessDenied', 'because no identity-based policy allows the s3:ListBucket action'],
    [400, 'ExpiredToken', 'The provided token has expired.']
  ] as const) {
    double.misbehave({ at: ({ service }) => service === 's3', fault: s3Error(status, code, message) })
    const failure = failureOf((await asked(double, 'eu-central-1')).region)
    const line = lineOf(bucketRemedy(wantedOfStaging(), failure))
    const said = await typed(double, line).then(String, String)
    assert.match(said, code)
    assert.match(said, message)
  }
  double.misbehave(undefined)
  assert.is((await typed(double, lineOf(bucketRemedy(wantedOfStaging(), wordless)))).trim(), '0')
  await double.stop()
})

test('the bucket that an interrupted seed left is removed by the line, and seed makes it again', async () => {
  const double = await startStagingDouble()
  await runSeed(double)
  const bucket = bucketIn(double)
  if (bucket !== undefined) Object.assign(bucket, { tags: {}, policy: undefined, versioning: undefined })
  double.world.tables.clear()
  const { outcome } = await runSeed(double)
  assert.ok(E.isLeft(outcome))
  const said = stopLines((_, text) => text, outcome.left, wantedOfStaging()).join('\n')
  const line = lineOf(said.split('\n').find((one) => one.includes('aws s3api delete-bucket')) ?? said)
  await typed(double, line)
  assert.is(bucketIn(double), undefined)
  assert.ok(E.isRight((await runSeed(double)).outcome))
  await double.stop()
})

test.run()
