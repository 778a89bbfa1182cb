import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PolicyDocument, Statement } from '../../src/iam/document.ts'
import { type Policies, type Request, nobody, simulate, simulateAgain } from '../support/simulate.ts'

/**
 * The judge of the matrix, judged by what AWS documents. Source: IAM User Guide, "Policy evaluation logic", "Single-valued
 * vs. multivalued context keys", "Permissions boundaries for IAM entities", "IAM JSON policy elements: Condition operators".
 */
const test = suite('simulator')

const account = '111122223333'
const role = `arn:aws:iam::${account}:role/Some`
const session = `arn:aws:sts::${account}:assumed-role/Some/session`
const table = `arn:aws:dynamodb:eu-central-1:${account}:table/some`
const object = 'arn:aws:s3:::some-bucket/key'

const document = (...statements: ReadonlyArray<Omit<Statement, 'Sid'>>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements.map((statement, index) => ({ Sid: `S${index}`, ...statement }))
})
const everything = document({ Effect: 'Allow', Action: ['*'], Resource: ['*'] })
const request = (action: string, resource: string, context: Request['context'] = {}): Request => ({
  principal: session,
  action,
  resource,
  account,
  context: { 'aws:PrincipalArn': role, 'aws:PrincipalAccount': account, ...context }
})

/** Both ways of asking must agree. */
const decides = async (expected: string, asked: Request, policies: Policies): Promise<void> => {
  assert.is(await simulate(asked, policies), expected)
  assert.is(simulateAgain(asked, policies), expected)
}

test('a denial wins, and what is not allowed is denied', async () => {
  const denied = document({ Effect: 'Deny', Action: ['s3:Get*'], Resource: ['*'] })
  await decides('allowed', request('s3:GetObject', object), { identity: [everything] })
  await decides('denied explicitly', request('s3:GetObject', object), { identity: [everything, denied] })
  await decides('denied', request('s3:GetObject', object), { identity: [] })
})

test('ForAllValues is true of a request without the key, and Null asks that there is one', async () => {
  const ids = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a', 'b'] } }
  const open = document({ Effect: 'Allow', Action: ['dynamodb:PutItem'], Resource: [table], Condition: ids })
  const closed = document({
    Effect: 'Allow',
    Action: ['dynamodb:PutItem'],
    Resource: [table],
    Condition: { ...ids, Null: { 'dynamodb:LeadingKeys': 'false' } }
  })
  const put = (...keys: ReadonlyArray<string>): Request =>
    request('dynamodb:PutItem', table, keys.length === 0 ? {} : { 'dynamodb:LeadingKeys': keys })
  await decides('allowed', put('a'), { identity: [closed] })
  await decides('allowed', put('a', 'b'), { identity: [closed] })
  await decides('denied', put('c'), { identity: [closed] })
  await decides('denied', put('a', 'c'), { identity: [closed] })
  await decides('denied', put(), { identity: [closed] })
  await decides('allowed', put(), { identity: [open] })
})

test('ForAnyValue with a negated operator is true as soon as one value differs, and false without the key', async () => {
  const deny = document({
    Effect: 'Deny',
    Action: ['dynamodb:PutItem'],
    Resource: ['*'],
    Condition: { 'ForAnyValue:StringNotEquals': { 'dynamodb:LeadingKeys': ['a'] } }
  })
  const put = (keys: Request['context']): Request => request('dynamodb:PutItem', table, keys)
  await decides('allowed', put({ 'dynamodb:LeadingKeys': ['a'] }), { identity: [everything, deny] })
  await decides('denied explicitly', put({ 'dynamodb:LeadingKeys': ['a', 'b'] }), { identity: [everything, deny] })
  await decides('allowed', put({}), { identity: [everything, deny] })
})

test('a negated operator matches a key that is not there, any other does not', async () => {
  const unless = (Condition: Statement['Condition'] & object): PolicyDocument =>
    document({ Effect: 'Deny', Principal: '*', Action: ['s3:*'], Resource: ['*'], Condition })
  const put = (keys: Request['context'] = {}): Request => request('s3:PutObject', object, keys)
  const header = unless({ StringNotEquals: { 's3:x-amz-server-side-encryption': 'AES256' } })
  await decides('denied explicitly', put(), { identity: [everything], resource: header })
  await decides('allowed', put({ 's3:x-amz-server-side-encryption': 'AES256' }), {
    identity: [everything],
    resource: header
  })
  const tls = unless({ NumericLessThan: { 's3:TlsVersion': '1.2' } })
  await decides('allowed', put(), { identity: [everything], resource: tls })
  await decides('denied explicitly', put({ 's3:TlsVersion': '1.1' }), { identity: [everything], resource: tls })
  const other = unless({ ArnNotEquals: { 'aws:PrincipalArn': role } })
  await decides('allowed', put(), { identity: [everything], resource: other })
  await decides('denied explicitly', put({ 'aws:PrincipalArn': `${role}2` }), {
    identity: [everything],
    resource: other
  })
})

test('NotAction and NotResource deny what they do not name', async () => {
  const action = document({ Effect: 'Deny', NotAction: ['s3:GetObject'], Resource: ['*'] })
  const resource = document({ Effect: 'Deny', Action: ['s3:GetObject'], NotResource: [object] })
  await decides('allowed', request('s3:GetObject', object), { identity: [everything, action, resource] })
  await decides('denied explicitly', request('s3:PutObject', object), { identity: [everything, action] })
  await decides('denied explicitly', request('s3:GetObject', `${object}2`), { identity: [everything, resource] })
})

test('a boundary caps what an identity allows; a policy of the resource goes past it, save where it denies', async () => {
  const boundary = document({ Effect: 'Allow', Action: ['s3:PutObject'], Resource: ['*'] })
  const denial = document(
    { Effect: 'Deny', Action: ['s3:GetObject'], Resource: ['*'] },
    { Effect: 'Allow', Action: ['*'], Resource: ['*'] }
  )
  const to = (Principal: Statement['Principal']): PolicyDocument =>
    document({ Effect: 'Allow', ...(Principal && { Principal }), Action: ['s3:*'], Resource: ['*'] })
  const get = request('s3:GetObject', object)
  await decides('denied', get, { identity: [everything], boundary })
  await decides('allowed', get, { identity: [everything], boundary, resource: to('*') })
  await decides('allowed', get, { identity: [everything], boundary, resource: to({ AWS: [session] }) })
  await decides('denied', get, { identity: [everything], boundary, resource: to({ AWS: [role] }) })
  await decides('denied explicitly', get, { identity: [everything], boundary: denial, resource: to('*') })
})

test('across accounts both sides must allow it, and the boundary too', async () => {
  const foreign: Request = { ...request('s3:GetObject', object), account: '999988887777' }
  const open = document({ Effect: 'Allow', Principal: '*', Action: ['s3:*'], Resource: ['*'] })
  const boundary = document({ Effect: 'Allow', Action: ['s3:PutObject'], Resource: ['*'] })
  await decides('denied', foreign, { identity: [everything] })
  await decides('denied', foreign, { identity: [], resource: open })
  await decides('allowed', foreign, { identity: [everything], resource: open })
  await decides('denied', foreign, { identity: [everything], resource: open, boundary })
})

test('a role is assumed only by whom its trust policy names; an account that it names decides by its own policies', async () => {
  const assume = request('sts:AssumeRole', `arn:aws:iam::${account}:role/Other`)
  const trust = (arn: string): PolicyDocument =>
    document({ Effect: 'Allow', Principal: { AWS: [arn] }, Action: ['sts:AssumeRole'] })
  await decides('denied', assume, { identity: [everything], resource: trust(`${role}2`) })
  await decides('allowed', assume, { identity: [], resource: trust(role) })
  await decides('denied', assume, { identity: [], resource: trust(`arn:aws:iam::${account}:root`) })
  await decides('allowed', assume, { identity: [everything], resource: trust(`arn:aws:iam::${account}:root`) })
})

test('an anonymous caller is allowed what a policy of the resource allows to everybody, and nothing else', async () => {
  const anonymous: Request = { ...request('s3:GetObject', object), principal: nobody, context: {} }
  await decides('denied', anonymous, { identity: [] })
  await decides('allowed', anonymous, {
    identity: [],
    resource: document({ Effect: 'Allow', Principal: '*', Action: ['s3:*'], Resource: ['*'] })
  })
})

const refused = async (asked: Request, policies: Policies, pattern: RegExp): Promise<void> => {
  const message = await simulate(asked, policies).then(
    (decision) => `no error: ${decision}`,
    (error: unknown) => String(error)
  )
  assert.match(message, pattern)
}

test('a request that AWS does not know is an error, and so is a policy that is none', async () => {
  const identity = [everything]
  await refused(request('s3:HeadBucket', 'arn:aws:s3:::some-bucket'), { identity }, /invalid\.action/)
  await refused(request('s3:GetObject', table), { identity }, /no\.resource\.types/)
  await refused(
    request('dynamodb:DescribeTable', table, { 'dynamodb:LeadingKeys': ['a'] }),
    { identity },
    /cannot carry: dynamodb:LeadingKeys/
  )
  await refused(
    request('s3:GetObject', object),
    { identity: [document({ Effect: 'Allow', Resource: ['*'] })] },
    /no identity policy/
  )
})

test.run()
