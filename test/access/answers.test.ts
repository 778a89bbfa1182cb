import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { answers } from '../../src/access/answers.ts'
import { type Documents, access, account, allow, bucket, deny, role, trusts } from './documents.ts'

const test = suite('what each of them gets')

const anna = `arn:aws:iam::${account}:user/anna`
const documents: Documents = {
  policy: [
    allow({ Sid: 'Zed' }),
    allow({ Sid: 'Abe' }),
    allow({
      Sid: 'Put',
      Action: 's3:PutObject',
      Condition: { StringEquals: { 'aws:Via': ['b', 'a'], 'aws:Tag': 'x' } }
    }),
    allow({ Sid: 'Put', Action: 's3:PutObject', Condition: { StringEquals: { 'aws:Alone': 'y' } } }),
    allow({ Sid: 'Copy', Action: 's3:CopyObject' }),
    deny({ Sid: 'NotLate', Action: 's3:CopyObject', Condition: { StringEquals: { 'aws:Late': 'y' } } }),
    allow({ Sid: 'Odd', Action: 's3:OddObject', Condition: { Odd: { k: 'a' } } })
  ],
  bucket: [deny({ Sid: 'NotAnna', Principal: { AWS: anna }, Resource: `${bucket}/*` })],
  trust: [trusts({ Sid: 'Account' })]
}

/** Each answer in one line. */
const said = (action: string, resource: string): ReadonlyArray<string> =>
  answers(access(documents), [{ action, resource }])
    .flat()
    .map(
      ({ who, isRole, verdict, by, conditions }) =>
        `${isRole ? 'role' : 'other'} ${who}: ${[verdict, ...by].join(', ')}${conditions.map((one) => ` if ${one}`).join('')}`
    )

test('what is allowed is told with the statements that say so, in order', () => {
  assert.equal(said('s3:GetObject', `${bucket}/a`), [
    'role the role: allowed, the policy of the role Abe, the policy of the role Zed',
    `other ${anna}: denied, the bucket policy NotAnna`
  ])
})

test('an action has no case, and what is allowed on conditions is told with each way, in order', () => {
  assert.equal(said('S3:PUTOBJECT', `${bucket}/a`), [
    'role the role: allowed on conditions, the policy of the role Put if aws:Alone is not y and aws:Tag is x and aws:Via is a or b if aws:Alone is y',
    `other ${anna}: left to its account`
  ])
})

test('of what is allowed on conditions only the statements that allow it are told', () => {
  assert.equal(
    said('s3:CopyObject', `${bucket}/a`)[0],
    'role the role: allowed on conditions, the policy of the role Copy if aws:Late is not y'
  )
})

test('what cannot be decided is said to be so', () => {
  assert.is(said('s3:OddObject', `${bucket}/a`)[0], 'role the role: not decided, the policy of the role Odd')
})

test('a trust policy that names an account leaves it to that account, and the others of it are one', () => {
  assert.equal(said('sts:AssumeRole', role), [
    'role the role: denied',
    `other ${anna}: left to its account, the trust policy of the role Account`,
    `other any other principal of the account ${account}: left to its account, the trust policy of the role Account`
  ])
})

test('an ask that no policy names is denied to each', () => {
  assert.equal(said('iam:ListUsers', '*'), ['role the role: denied'])
})

test('there is one list for each ask, in the same order', () => {
  const asks = ['s3:GetObject', 's3:DeleteObject'].map((action) => ({ action, resource: `${bucket}/a` }))
  assert.equal(
    answers(access(documents), asks).map(([one]) => one?.verdict),
    ['allowed', 'denied']
  )
})

test('principals of the partition of the region are asked, not of another', () => {
  const user = 'arn:aws-eusc:iam::444455556666:user/x'
  const written = access({ trust: [trusts({ Principal: { AWS: user } })] })
  const roles = written.roles.map((one) => ({ ...one, arn: one.arn.replace('aws', 'aws-eusc') }))
  const there = { ...written, roles, partition: 'aws-eusc' }
  const given = answers(there, [{ action: 'sts:AssumeRole', resource: role.replace('aws', 'aws-eusc') }])
  assert.equal(
    given.flat().map(({ who, verdict }) => `${who}: ${verdict}`),
    ['the role: denied', `${user}: left to its account`]
  )
})

test.run()
