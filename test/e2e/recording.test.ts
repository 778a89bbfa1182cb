import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { authorizationOf } from './bench/authorization.ts'
import { bench } from './bench/bench.ts'
import { openScenario, type Scenario } from './bench/scenario.ts'
import { stacks } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'

const tools = await bench()
const [stack] = stacks
if (stack === undefined) throw new Error('no stack is committed in out/')
const { account, region, bucket, key, lockTable } = stack
const test = suite<{ scenario: Scenario }>('recording')

test.before(async (context) => {
  context.scenario = await openScenario(tools, stack)
  await context.scenario.seed()
})

test.after(async ({ scenario }) => {
  await scenario.close()
})

const principal = `arn:aws:sts::${account}:assumed-role/Recorded/session`
const signed = { 'aws:RequestedRegion': region, 'aws:SecureTransport': 'true' }
const overTls = { ...signed, 's3:TlsVersion': '1.3' }
const object = `arn:aws:s3:::${bucket}/${key}`
const table = `arn:aws:dynamodb:${region}:${account}:table/${lockTable}`

test('what init asks, and as whom (reference: the sequence of the S3 backend)', async ({ scenario }) => {
  const role = await scenario.assume('/recorded/Recorded', 'session')
  const [init, calls] = await scenario.during(() => scenario.tofu(['init', '-input=false', '-no-color'], role))
  assert.ok(succeeded(init), said(init))
  const asked = calls.map((call) => authorizationOf(call, account))
  const list = {
    principal,
    action: 's3:ListBucket',
    resource: `arn:aws:s3:::${bucket}`,
    conditions: { ...overTls, 's3:max-keys': '1000', 's3:prefix': 'env:/' }
  }
  const identity = { principal, action: 'sts:GetCallerIdentity', resource: '*', conditions: signed }
  assert.equal(asked, [
    identity,
    identity,
    list,
    list,
    { principal, action: 's3:GetObject', resource: object, conditions: overTls },
    {
      principal,
      action: 'dynamodb:GetItem',
      resource: table,
      conditions: { ...signed, 'dynamodb:LeadingKeys': `${bucket}/${key}-md5` }
    }
  ])
})

test('writes, with the leading key and the encryption header', async ({ scenario }) => {
  const role = await scenario.assume('/recorded/Recorded', 'session')
  const [, calls] = await scenario.during(() =>
    scenario.python('write_state.py', [region, bucket, key, lockTable], role)
  )
  const lock = { principal, resource: table, conditions: { ...signed, 'dynamodb:LeadingKeys': `${bucket}/${key}` } }
  const asked = calls.map((call) => authorizationOf(call, account))
  const header = { 's3:x-amz-server-side-encryption': 'AES256' }
  assert.equal(asked.slice(0, 3), [
    { ...lock, action: 'dynamodb:PutItem' },
    { principal, action: 's3:PutObject', resource: object, conditions: { ...overTls, ...header } },
    { ...lock, action: 'dynamodb:DeleteItem' }
  ])
  assert.is(asked.length, 3)
})

test('the key behind an alias, and a role by its name, have their ARNs', async ({ scenario }) => {
  const role = await scenario.assume('/recorded/Recorded', 'session')
  const [, calls] = await scenario.during(() => scenario.python('name_things.py', [region, 'Recorded'], role))
  const [key, list, ...others] = calls.map((call) => authorizationOf(call, account))
  assert.equal(
    { ...key, resource: key?.resource.replace(/[0-9a-f-]{36}$/, 'ID') },
    {
      principal,
      action: 'kms:DescribeKey',
      resource: `arn:aws:kms:${region}:${account}:key/ID`,
      conditions: { ...signed, 'kms:RequestAlias': 'alias/aws/dynamodb' }
    }
  )
  assert.equal(list, {
    principal,
    action: 'iam:ListRolePolicies',
    resource: `arn:aws:iam::${account}:role/recorded/Recorded`,
    conditions: { ...signed, 'aws:RequestedRegion': 'us-east-1' }
  })
  assert.equal(others, [])
})

test('who has no role is recorded by access key, and no token or secret is', async ({ scenario }) => {
  const [, calls] = await scenario.during(() => scenario.lockIds())
  assert.equal(
    calls.map((call) => [call.principal, authorizationOf(call, account).principal]),
    [[null, 'AKIAIOSFODNN7EXAMPLE']]
  )
  assert.not.match(JSON.stringify(scenario.moto.calls()), /x-amz-security-token|signature=/i)
})

test.run()
