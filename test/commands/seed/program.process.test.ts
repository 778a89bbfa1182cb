import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { ACCESS_KEY, startStagingDouble } from '../../support/seed-bench.ts'
import { seedProcess as seed } from '../../support/seed-process.ts'

const test = suite<{ double: AwsDouble; way: ReadonlyArray<string> }>('npm run seed, as a process without a terminal')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
  context.way = ['--proxy', context.double.proxy, '--ca-bundle', context.double.caBundle]
})
test.after.each(({ double }) => double.stop())

const stack = 'stacks/staging-eu.ts'

test('a dry run shows each setting with its clause and prints the commands, and only looks', async ({
  double,
  way
}) => {
  const { code, stdout, stderr } = await seed([stack, '--dry-run', ...way])
  assert.is(stderr, '')
  assert.is(code, 0)
  for (const line of [
    'versioning            Enabled  (J.6.2 §7)',
    'encryption            AES256  (J.7.0 §3.2)',
    'recovery              on, 35 days  (J.6.2 §7)'
  ])
    assert.match(stdout, line)
  const commands = stdout.split('\n').filter((line) => line.startsWith('aws '))
  assert.equal(
    commands.map((line) => line.split(' --')[0]),
    [
      'aws s3api create-bucket',
      'aws s3api wait bucket-exists',
      'aws s3api put-bucket-tagging',
      'aws s3api put-public-access-block',
      'aws s3api put-bucket-encryption',
      'aws s3api put-bucket-versioning',
      'aws s3api put-bucket-policy',
      'aws s3api put-bucket-policy',
      'aws dynamodb create-table',
      'aws dynamodb wait table-exists',
      'aws dynamodb update-continuous-backups'
    ]
  )
  assert.match(
    stdout,
    `export HTTPS_PROXY=${double.proxy}\nexport AWS_CA_BUNDLE=${double.caBundle}\nexport AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled\n`
  )
  assert.is(execFileSync('sh', ['-n'], { input: stdout }).length, 0)
  assert.equal(
    double.calls().map(({ operation }) => operation),
    ['GetCallerIdentity', 'HeadBucket', 'DescribeTable']
  )
})

test('a dry run refuses the key of another account before it asks AWS anything', async ({ double, way }) => {
  const { code, stderr } = await seed([stack, '--dry-run', ...way], { AWS_ACCESS_KEY_ID: 'ASIAQNZGKIQY56JQ7WML' })
  assert.is(code, 1)
  assert.match(stderr, 'an access key that was made for the account 029608264753')
  assert.is(double.calls().length, 0)
})

test('a dry run refuses another account after one call', async ({ double, way }) => {
  double.world.principals.set(ACCESS_KEY, {
    account: '444455556666',
    arn: 'arn:aws:sts::444455556666:assumed-role/ZentheaFoundationBootstrap/x'
  })
  const { code, stdout, stderr } = await seed([stack, '--dry-run', ...way])
  assert.is(code, 1)
  assert.is(stdout, '')
  assert.match(
    stderr,
    'expected  the account 111122223333\n    actual    the account 444455556666\n    from      what AWS answers to STS GetCallerIdentity\n    clause    J.7.0 §4'
  )
  assert.equal(
    double.calls().map(({ operation }) => operation),
    ['GetCallerIdentity']
  )
})

test("AWS's own words for a refusal, and never a secret", async ({ double, way }) => {
  double.misbehave({ at: 1, fault: 'expired token' })
  const { code, stdout, stderr } = await seed([stack, '--dry-run', ...way])
  assert.is(code, 1)
  assert.match(
    stderr,
    'STS GetCallerIdentity: AWS refused the credentials. AWS says ExpiredToken: The security token has expired (status 403, request REQUEST-1)'
  )
  assert.not.match(stdout + stderr, 'a-secret-key')
})

test('a retry is shown', async ({ double, way }) => {
  double.misbehave({ at: 3, fault: 'throttling' })
  const { code, stderr } = await seed([stack, '--dry-run', ...way])
  assert.is(code, 0)
  assert.match(
    stderr,
    /again {4}DynamoDB DescribeTable: throttled by AWS\. AWS says ThrottlingException: Rate exceeded .*attempt 2 of 5 in 0\.4 s/
  )
})

test('takes credentials of a profile of the shared files, and refuses what makes them ambiguous', async ({
  double,
  way
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-shared-'))
  const [config, credentials] = [join(folder, 'config'), join(folder, 'credentials')]
  writeFileSync(credentials, `[day0]\naws_access_key_id = ${ACCESS_KEY}\naws_secret_access_key = a-secret-key\n`)
  const env = {
    ...{ AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_PROFILE: 'day0' },
    ...{ AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials }
  }
  assert.is((await seed([stack, '--dry-run', ...way], env)).code, 0)
  assert.is(double.calls()[0]?.accessKey, ACCESS_KEY)
  double.forget()
  writeFileSync(config, '[profile day0]\nservices = odd\n[services odd]\nsts =\n  endpoint_url = http://127.0.0.1:9\n')
  const { code, stderr } = await seed([stack, '--dry-run', ...way], env)
  rmSync(folder, { recursive: true })
  assert.is(code, 1)
  assert.match(stderr, 'the services section odd of the shared config sets sts.endpoint_url')
  assert.is(double.calls().length, 0)
})

test.run()
