import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { otherThanRole } from '../../src/iam/arn-kinds.ts'

const test = suite('what an ARN names')

const iam = 'arn:aws:iam::680235478471:'

test('an ARN of IAM is told by its kind', () => {
  for (const [text, words] of [
    ['saml-provider/Desk', 'a SAML provider'],
    ['oidc-provider/id.desk.example/path', 'an OpenID Connect provider'],
    ['instance-profile/ops/Desk', 'an instance profile'],
    ['policy/Desk', 'a policy'],
    ['group/Desk', 'a group of users'],
    ['mfa/Desk', 'an MFA device']
  ] as const)
    assert.is(otherThanRole(iam + text), words)
  assert.is(otherThanRole('arn:aws:iam::aws:policy/job-function/Billing'), 'a policy')
})

test('a role that cannot be assumed, and an ARN of another service', () => {
  assert.is(otherThanRole(`${iam}role/aws-reserved/desk.amazonaws.com/Role`), 'a role that AWS keeps for itself')
  assert.is(otherThanRole('arn:aws:s3:::desk'), 'something of the service s3')
  assert.is(otherThanRole('arn:aws:lambda:eu-north-1:680235478471:function:desk'), 'something of the service lambda')
})

test('what is not an ARN has no kind', () => {
  for (const text of ['', 'Desk', 'AROA1234567890ABCDEFG', '680235478471', 'arn:aws:iam::680235478471:role//Desk'])
    assert.is(otherThanRole(text), undefined, text)
  for (const text of ['policy', 'policy/', 'policy//Desk', 'policy/Dësk', 'constructor/Desk', 'role/Desk/'])
    assert.is(otherThanRole(iam + text), undefined, text)
  assert.is(otherThanRole('arn:aws:iam::policy/Desk'), undefined)
  assert.is(otherThanRole('arn:aws:iam:::policy/Desk'), undefined)
})

test.run()
