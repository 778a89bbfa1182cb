import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accountOfKey, callerOf } from '../../src/caller/caller.ts'

const test = suite('the account of an access key')

test('reads the account of a key that was published with its account', () => {
  assert.is(accountOfKey('ASIAQNZGKIQY56JQ7WML'), '029608264753')
})

for (const key of [
  'AKIAIOSFODNN7EXAMPLE',
  'AKIAJOSFODNN7EXAMPLE',
  'AROAQNZGKIQY56JQ7WML',
  'ASIAQNZGKIQY56JQ7WM',
  'ASIAQNZGKIQY56JQ7WM1',
  '',
  'AKIA'
])
  test(`says nothing about '${key}'`, () => {
    assert.is(accountOfKey(key), undefined)
  })

const of = (kind: string, name: string) => ({ partition: 'aws-eusc', account: '111122223333', kind, name })

/** ARNs of callers, taken apart by hand. Source: AWS STS, GetCallerIdentity; IAM, "IAM identifiers". */
const callers: Readonly<Record<string, unknown>> = {
  'sts::111122223333:assumed-role/Ops/jane@example.com': of('assumed role', 'Ops'),
  'sts::111122223333:federated-user/jane': of('federated user', 'jane'),
  'iam::111122223333:root': of('account root', ''),
  'iam::111122223333:user/jane': of('IAM user', 'jane'),
  'iam::111122223333:user/a/path/jane': of('IAM user', 'jane'),
  'sts::111122223333:assumed-role/Ops': undefined,
  'sts::111122223333:assumed-role/Ops/': undefined,
  'sts::111122223333:assumed-role//jane': undefined,
  'iam::111122223333:assumed-role/Ops/jane': undefined,
  'iam::111122223333:federated-user/jane': undefined,
  'sts::111122223333:root': undefined,
  'sts::111122223333:user/jane': undefined,
  'iam::111122223333:role/Ops': undefined,
  'iam::11112222333:root': undefined,
  'iam::1111222233334:root': undefined
}
for (const [rest, caller] of Object.entries(callers))
  test(`the caller of ${rest} is ${caller === undefined ? 'not known' : JSON.stringify(caller)}`, () => {
    assert.equal(callerOf(`arn:aws-eusc:${rest}`), caller)
  })

test.run()
