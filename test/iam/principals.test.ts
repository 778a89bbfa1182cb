import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { principalsOf } from '../../src/iam/principals.ts'
import type { Json } from '../../src/terraform/json.ts'

const test = suite('principals')

const trusting = (...principals: ReadonlyArray<Json>): Json => ({
  Version: '2012-10-17',
  Statement: principals.map((Principal) => ({ Effect: 'Allow', Principal, Action: ['sts:AssumeRole'] }))
})

const kinds = (principal: Json): ReadonlyArray<string> => principalsOf(trusting(principal)).map(({ kind }) => kind)

/** Source: IAM User Guide, "AWS JSON policy elements: Principal", and "Service-linked roles". */
const told: ReadonlyArray<readonly [kind: string, principal: string]> = [
  ['role', 'arn:aws:iam::111122223333:role/Planner'],
  ['role', 'arn:aws:iam::111122223333:role/some/path/Planner'],
  ['role', 'arn:aws-eusc:iam::111122223333:role/Planner'],
  [
    'role',
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Some_0f1e2d3c4b5a6978'
  ],
  ['account', 'arn:aws:iam::111122223333:root'],
  ['user', 'arn:aws:iam::111122223333:user/alice'],
  ['user', 'arn:aws:iam::111122223333:user/operators/alice'],
  ['user', 'arn:aws:sts::111122223333:assumed-role/Planner/session'],
  ['user', 'arn:aws:sts::111122223333:federated-user/alice'],
  ['service', 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'],
  ['wildcard', '*'],
  ['wildcard', 'arn:aws:iam::*:role/Planner'],
  ['wildcard', 'arn:aws:iam::111122223333:role/Plann?r'],
  ['unknown', '111122223333'],
  ['unknown', 'arn:aws:iam::111122223333:group/administrators'],
  ['unknown', 'arn:aws:iam::11112222333:role/Planner'],
  ['unknown', 'arn:aws:iam::111122223333:role/'],
  ['unknown', ' arn:aws:iam::111122223333:role/Planner'],
  ['unknown', 'xarn:aws:iam::111122223333:root'],
  ['unknown', 'arn:aws:iam::111122223333:rootx'],
  ['unknown', 'xarn:aws:iam::111122223333:user/alice'],
  ['unknown', 'arn:aws:iam::111122223333:role/aws-reserved/another.amazonaws.com/Its'],
  ['unknown', 'ZentheaStagingPlanner']
]

test('what an AWS principal is follows from its text', () => {
  assert.equal(
    told.map(([, principal]) => [kinds({ AWS: [principal] })[0], principal]),
    told
  )
})

test('the kind of a principal of another type follows from the type, not from the text', () => {
  assert.equal(kinds({ Service: ['ec2.amazonaws.com'] }), ['service'])
  assert.equal(kinds({ Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' }), [
    'federated'
  ])
  assert.equal(kinds({ CanonicalUser: ['79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'] }), [
    'unknown'
  ])
  assert.equal(kinds({ aws: ['arn:aws:iam::111122223333:role/Planner'] }), ['unknown'])
  assert.equal(kinds('*'), ['wildcard'])
})

test('every principal is found, a single one and several, with its account and where it stands', () => {
  const document = trusting(
    { AWS: 'arn:aws:iam::111122223333:role/A' },
    { AWS: ['arn:aws:iam::111122223333:role/B', 'arn:aws:iam::444455556666:root'], Service: ['ec2.amazonaws.com'] }
  )
  assert.equal(
    principalsOf(document).map(({ at, account }) => [at.join('/'), account]),
    [
      ['Statement/0/Principal/AWS/0', '111122223333'],
      ['Statement/1/Principal/AWS/0', '111122223333'],
      ['Statement/1/Principal/AWS/1', '444455556666'],
      ['Statement/1/Principal/Service/0', '']
    ]
  )
  assert.equal(principalsOf({ Version: '2012-10-17' }), [])
  assert.equal(
    principalsOf(trusting(7)).map(({ kind, text }) => [kind, text]),
    [['unknown', '7']]
  )
})

test('a principal is told with its partition, its account and its statement', () => {
  const told = (Principal: Json, text: string) => {
    const statement = { Effect: 'Allow', Principal, Action: ['sts:AssumeRole'] }
    const [first] = principalsOf({ Version: '2012-10-17', Statement: ['x', statement] })
    assert.equal([first?.statement, first?.text], [statement, text])
    return [first?.at.join('/'), first?.kind, first?.partition, first?.account]
  }
  assert.equal(told('*', '*'), ['Statement/1/Principal', 'wildcard', '', ''])
  const kindsOf = { role: 'role/A', user: 'user/a', account: 'root' }
  for (const [kind, end] of Object.entries(kindsOf))
    for (const partition of ['aws', 'aws-eusc']) {
      const arn = `arn:${partition}:iam::111122223333:${end}`
      assert.equal(told({ AWS: arn }, arn), ['Statement/1/Principal/AWS/0', kind, partition, '111122223333'])
    }
  const service = 'ec2.amazonaws.com'
  assert.equal(told({ Service: service }, service), ['Statement/1/Principal/Service/0', 'service', '', ''])
  assert.equal(principalsOf({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }, 'x'] }), [])
})

test.run()
