import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ordered, policyDocument } from '../../src/iam/document.ts'

const test = suite('a policy document')

const [forwards, backwards] = [
  ['a', 'b', 'c'],
  ['c', 'b', 'a']
]

test('actions and resources have one order, in whichever they were given; everything else stays', () => {
  const allow = {
    Sid: 'B',
    Effect: 'Allow',
    Action: backwards,
    Resource: backwards,
    Condition: { StringEquals: { x: backwards } }
  } as const
  const deny = {
    Sid: 'A',
    Effect: 'Deny',
    Principal: { AWS: backwards },
    NotAction: backwards,
    NotResource: backwards
  } as const
  assert.equal(policyDocument(allow, deny), {
    Version: '2012-10-17',
    Statement: [
      { ...allow, Action: forwards, Resource: forwards },
      { ...deny, NotAction: forwards, NotResource: forwards }
    ]
  })
})

test('the order is that of the code units, and a list that has it is the same list', () => {
  assert.equal(ordered(['s3:b', 's3:B', 'ec2:a', 's3:B']), ['ec2:a', 's3:B', 's3:B', 's3:b'])
  for (const list of [[], ['a'], forwards, ['a', 'a', 'b']]) assert.is(ordered(list), list)
  for (const list of [
    ['', 'b', 'a', 'c'],
    ['b', 'a'],
    ['b', 'c', 'a']
  ])
    assert.equal(ordered(list), list.toSorted(), list.join())
})

test.run()
