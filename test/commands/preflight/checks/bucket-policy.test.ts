import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgePolicy, lastApplied } from '../../../../src/commands/preflight/checks/bucket-policy.ts'
import { stagingIn } from '../staging-subject.ts'

const test = suite('how a live bucket policy differs from the declared one')

const subject = stagingIn('/project')
const { policy } = subject.wanted.bucket
const text = JSON.stringify(policy)
const BOOTSTRAP = 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap'

const drifted = (live: O.Option<string>): string => judgePolicy(subject, 'operator role', live, E.right(text)).actual

test('the first three sentences about access are told, and the others are counted', () => {
  const without = (sids: ReadonlyArray<string>): string =>
    JSON.stringify({ ...policy, Statement: policy.Statement.filter(({ Sid }) => !sids.includes(Sid)) })
  const parts = (sids: ReadonlyArray<string>): ReadonlyArray<string> =>
    drifted(O.some(without(sids))).split(/; (?=widens|the statement|and \d)/)
  const one = parts(['TlsNotBelow12'])
  assert.is(one[0], 'changed from the declared one since the last apply: the statement TlsNotBelow12 is missing')
  assert.match(one[1] ?? '', /^widens: .* is no longer denied s3:\*/)
  const all = policy.Statement.map(({ Sid }) => Sid)
  const many = parts(all)
  assert.equal(
    many.slice(1, all.length),
    all.slice(1).map((sid) => `the statement ${sid} is missing`)
  )
  const told = many.slice(all.length)
  assert.equal(
    told.slice(0, 3).map((sentence) => sentence.split(':')[0]),
    ['widens', 'widens', 'widens']
  )
  assert.is(told.length, 4)
  assert.match(told[3] ?? '', /^and [1-9]\d* sentences more about access$/)
})

const setBy = (...arns: ReadonlyArray<string>) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Others',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutBucketPolicy',
      Resource: `arn:aws:s3:::${subject.wanted.bucket.name}`,
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': arns } }
    }
  ]
})

test('where only others may set it, all of them are named, and only one of them can hand it over', () => {
  const [one, two] = ['arn:aws:iam::111122223333:role/One', 'arn:aws:iam::111122223333:role/Two']
  const found = (...arns: ReadonlyArray<string>) => {
    const live = JSON.stringify(setBy(...arns))
    const finding = judgePolicy(subject, 'bootstrap principal', O.some(live), E.right(live))
    return [finding.actual, finding.outcome === 'failed' ? finding.remedy.split(/: |\. /)[0] : 'passed']
  }
  assert.equal(found(one), [`one that lets only ${one} set it`, 'Hand the stack over in two reviewed steps'])
  assert.equal(found(one, two), [
    `one that lets only ${one} and ${two} set it`,
    `Find out who may set this policy, and have them let ${BOOTSTRAP} set it first`
  ])
})

const [A, B] = ['{"Version":"2012-10-17","Statement":[]}', '{"Version":"2012-10-17","Statement":[{"Sid":"B"}]}']
const policyOf = (policy: unknown, more: object = {}) => ({
  mode: 'managed',
  type: 'aws_s3_bucket_policy',
  name: 'state',
  instances: [{ schema_version: 0, attributes: { policy } }],
  ...more
})
const applied = (...resources: ReadonlyArray<object>) =>
  lastApplied({ findings: [], state: O.some({ form: { resources } }) } as never)

test('what the last apply wrote is read from the one policy of the one bucket in the root module', () => {
  const others = [
    policyOf(B, { module: 'module.m' }),
    policyOf(B, { mode: 'data' }),
    policyOf(B, { type: 'aws_s3_bucket' }),
    policyOf(B, { name: 'other' })
  ]
  assert.equal(applied(...others, policyOf(A), policyOf(B)), E.right(A))
  const none = E.left('the state records no bucket policy')
  const { instances } = policyOf(A)
  for (const resources of [
    [],
    others,
    [policyOf(1)],
    [policyOf(undefined)],
    [policyOf(A, { instances: [] })],
    [policyOf(A, { instances: [{ schema_version: 0 }] })],
    [policyOf(A, { instances: [{ schema_version: 0, attributes: Object.create({ policy: A }) }] })],
    [policyOf(A, { instances: [...instances, ...instances] })]
  ])
    assert.equal(applied(...resources), none, JSON.stringify(resources))
})

test('what the last apply wrote is not known where nothing was applied, or the state is not proven', () => {
  const finding = (outcome: 'passed' | 'failed') => ({ outcome }) as never
  assert.equal(lastApplied({ findings: [finding('passed')], state: O.none }), E.left('nothing was applied yet'))
  assert.equal(
    lastApplied({ findings: [finding('passed'), finding('failed')], state: O.none }),
    E.left('the state is not proven')
  )
})

test('a change that a plan brings passes by a name of its own, which the guard waits for', () => {
  const live = JSON.stringify({ ...policy, Statement: policy.Statement.slice(1) })
  const found = judgePolicy(subject, 'bootstrap principal', O.some(live), E.right(live))
  const [first] = policy.Statement
  assert.equal(
    { ...found, actual: found.actual.split('; ')[0] },
    {
      outcome: 'passed',
      rule: 'bucket-policy-planned',
      clause: 'J.7.0 §7',
      from: { kind: 'aws', name: 'S3 GetBucketPolicy' },
      expected: 'the declared bucket policy, or one that a plan brings to it',
      actual: `the policy that the last apply wrote, and a plan changes it to the declared one: the statement ${first?.Sid} is missing`
    }
  )
})

test.run()
