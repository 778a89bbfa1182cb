import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Judge, startJudge } from '../../../src/outside/sandbox/judge.ts'
import type { Call } from '../../../src/outside/stand-in/stand-in.ts'

const checkout = fileURLToPath(new URL('../../../', import.meta.url))

const test = suite<{ judge: Judge }>('what judges the calls of a sandbox')
test.before(async (context) => {
  const judge = await startJudge(checkout, '/nowhere')
  if (judge === undefined) throw new Error('the development dependencies are not installed')
  context.judge = judge
})
test.after(({ judge }) => judge.stop())

const get: Call = {
  method: 'GET',
  host: 's3.eu-central-1.amazonaws.com',
  path: '/a-bucket/a-key',
  query: '',
  service: 's3',
  region: 'eu-central-1',
  accessKey: 'ASIAEXAMPLE',
  principal: 'arn:aws:sts::111122223333:assumed-role/Operator/me',
  tls: 'TLSv1.3',
  headers: {},
  body: null,
  named: null,
  status: 200
}

const policy = (Effect: string, Action: string, more: Readonly<Record<string, unknown>> = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Action, Resource: 'arn:aws:s3:::a-bucket/*', ...more }]
})
const read = policy('Allow', 's3:GetObject')

const asked = async ({ port }: Judge, more: Readonly<Record<string, unknown>>): Promise<string | null> => {
  const question = {
    ...{ call: get, account: '111122223333', own: '111122223333' },
    ...{ kind: 'AssumedRole', arn: 'arn:aws:iam::111122223333:role/Operator', session: get.principal },
    ...{ identity: [read], boundary: null, resource: null, bounds: null, mfa: { present: null, age: null } },
    ...more
  }
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(question) })
  return ((await answer.json()) as { denied: string | null }).denied
}

test('what an identity policy allows, and nothing takes back, is allowed', async ({ judge }) => {
  assert.is(await asked(judge, {}), null)
  assert.is(await asked(judge, { boundary: read }), null)
})

test('identity policy, boundary, bucket policy and account each deny, in the words of AWS', async ({ judge }) => {
  const deny = policy('Deny', 's3:*', { Principal: '*' })
  for (const more of [
    { identity: [] },
    { identity: [policy('Allow', 's3:PutObject')] },
    { boundary: policy('Allow', 's3:PutObject') },
    { resource: deny },
    { account: '999988887777' }
  ])
    assert.match(
      (await asked(judge, more)) ?? '',
      /^User: arn:aws:sts::111122223333:assumed-role\/Operator\/me is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a-bucket\/a-key (?:because|with)/
    )
})

test('a condition of the bucket policy sees what the call carries', async ({ judge }) => {
  const old = policy('Deny', 's3:*', { Principal: '*', Condition: { NumericLessThan: { 's3:TlsVersion': '1.3' } } })
  assert.is(await asked(judge, { resource: old }), null)
  assert.match((await asked(judge, { resource: old, call: { ...get, tls: 'TLSv1.2' } })) ?? '', 'explicit deny')
})

test('everybody may ask who they are; what cannot be judged is denied', async ({ judge }) => {
  const sts = { ...get, service: 'sts', host: 'sts.amazonaws.com', path: '/', method: 'POST' }
  assert.is(await asked(judge, { identity: [], call: { ...sts, body: 'Action=GetCallerIdentity' } }), null)
  assert.match((await asked(judge, { call: { ...get, query: 'never-heard-of' } })) ?? '', 'so it is denied')
})

test('where the development dependencies are not installed there is none', async () => {
  assert.is(await startJudge('/nowhere', '/nowhere'), undefined)
})

test.run()
