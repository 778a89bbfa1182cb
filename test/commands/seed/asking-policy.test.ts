import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askingPolicy, isAsking } from '../../../src/commands/seed/asking-policy.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('the policy with which seed asks who is calling')

const asking = askingPolicy(wantedOfStaging())
const [only] = asking.Statement
const policy = (...Statement: ReadonlyArray<unknown>): string => JSON.stringify({ Version: '2012-10-17', Statement })

test('refuses one harmless question to all but the declared principal, and nothing more', () => {
  assert.equal(asking, {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SeedAsksWhoCalls',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:ListBucketVersions'],
        Resource: ['arn:aws:s3:::zenthea-staging-eu-tfstate'],
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap' } }
      }
    ]
  })
})

test('is known again by its one statement; a policy with another one beside it is of other hands', () => {
  assert.ok(isAsking(JSON.stringify(asking)))
  for (const other of [
    policy(only, { ...only, Sid: 'Other' }),
    policy({ ...only, Sid: 'Other' }, only),
    policy({ ...only, Sid: 'Other' }),
    policy(),
    policy('SeedAsksWhoCalls'),
    JSON.stringify({ Statement: only }),
    '[]',
    'null',
    'no JSON'
  ])
    assert.not.ok(isAsking(other), other)
})

test.run()
