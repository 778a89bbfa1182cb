import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { loaded, partsWith, problemsOf, validDeclaration, validOptions } from '../../support/valid-stack.ts'

const test = suite('what a trust lists once')

const trusting = (roles: ReadonlyArray<string>, users: ReadonlyArray<unknown>) =>
  problemsOf([
    loaded(validDeclaration, partsWith({ ...validOptions, operatorRole: { sessionHours: 1, trust: { roles, users } } }))
  ]).map(({ rule, actual }) => `${rule}: ${actual}`)

const group = (path: string, mfaMaxAgeSeconds: number, account = '029608264753') => ({
  account,
  path,
  mfaMaxAgeSeconds
})

test('both ARNs of one role are named', () => {
  const [one, other] = ['arn:aws:iam::680235478471:role/Desk', 'arn:aws:iam::680235478471:role/x/desk']
  assert.equal(trusting([one, other], []), [`listed-once: "${other}", beside "${one}"`])
})

test('a name may be that of a role in each of two accounts', () => {
  assert.equal(trusting(['arn:aws:iam::680235478471:role/Desk', 'arn:aws:iam::029608264753:role/Desk'], []), [])
})

test('both groups of users are named, with the age of their MFA', () => {
  const users = '"arn:aws:iam::029608264753:user/ops/"'
  assert.equal(trusting([], [group('/ops/', 900), group('/ops/', 3600)]), [
    `listed-once: ${users} with an MFA age of 900 seconds, beside ${users} with an MFA age of 3600 seconds`
  ])
})

test('groups that each let in others stay', () => {
  for (const groups of [
    [group('/ops/', 900), group('/ops/night/', 3600)],
    [group('/ops/', 3600), group('/ops2/', 3600)],
    [group('/ops/', 3600), group('/ops/', 3600, '680235478471')]
  ])
    assert.equal(trusting([], groups), [])
})

test.run()
