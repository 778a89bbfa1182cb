import { seenAs } from '../support/seen.ts'
import { variables } from '../../src/diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeAccessKey, judgeCaller } from '../../src/caller/judge-caller.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('who is calling')

const { declaration } = wantedOfStaging()
const both = ['bootstrap principal', 'operator role'] as const
const judge = (arn: string, allowed: ReadonlyArray<(typeof both)[number]> = both, account = arn.split(':')[4] ?? '') =>
  judgeCaller(declaration, allowed, { account, arn })
const role = (name: string): string => `arn:aws:sts::111122223333:assumed-role/${name}/a.person@example.com`

test('tells the two declared principals apart', () => {
  assert.equal(
    judge(role('ZentheaFoundationBootstrap')),
    E.right({ principal: 'bootstrap principal', seen: seenAs('ZentheaFoundationBootstrap') })
  )
  assert.equal(
    judge(role('ZentheaStagingEuOperator')),
    E.right({ principal: 'operator role', seen: seenAs('ZentheaStagingEuOperator') })
  )
})

test('an operator may not do what only the bootstrap principal may', () => {
  assert.ok(E.isLeft(judge(role('ZentheaStagingEuOperator'), ['bootstrap principal'])))
})

const refused: Readonly<Record<string, string>> = {
  'the automation role': role('ZentheaStagingEuAutomation'),
  'a role of another name': role('ZentheaFoundationBootstrap2'),
  'the name in other letters': role('zentheafoundationbootstrap'),
  'a user of that name': 'arn:aws:iam::111122223333:user/ZentheaFoundationBootstrap',
  'the role itself': 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap',
  'a session without a name': 'arn:aws:sts::111122223333:assumed-role/ZentheaFoundationBootstrap',
  'the root': 'arn:aws:iam::111122223333:root',
  'a federated user': 'arn:aws:sts::111122223333:federated-user/ZentheaFoundationBootstrap',
  'another partition': 'arn:aws-eusc:sts::111122223333:assumed-role/ZentheaFoundationBootstrap/x',
  'another account': 'arn:aws:sts::444455556666:assumed-role/ZentheaFoundationBootstrap/x',
  'no ARN': 'somebody',
  nothing: ''
}
for (const [who, arn] of Object.entries(refused))
  test(`refuses ${who}`, () => {
    assert.ok(E.isLeft(judge(arn)))
  })

test('account and ARN must agree with the declaration both', () => {
  const elsewhere = 'arn:aws:sts::444455556666:assumed-role/ZentheaFoundationBootstrap/x'
  assert.ok(E.isLeft(judge(elsewhere, both, '111122223333')))
  assert.ok(E.isLeft(judge(role('ZentheaFoundationBootstrap'), both, '444455556666')))
})

test('no diagnostic shows the name of a session, which is often a person', () => {
  for (const arn of Object.values(refused)) assert.not.match(JSON.stringify(judge(arn)), 'a.person')
})

test('each refused caller is told what it is, who may call, and what to do', () => {
  const told = (arn: string, allowed: Parameters<typeof judge>[1] = both): unknown => {
    const found = judge(arn, allowed)
    return E.isLeft(found) && [found.left.expected, found.left.actual, found.left.remedy]
  }
  const bootstrap = 'the bootstrap principal arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap'
  const operator = 'the operator role arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator'
  const assume = 'Assume the declared role and run this again; no other right that you have counts here.'
  assert.equal(told(refused['the automation role'] ?? ''), [
    `${bootstrap} or ${operator}`,
    'the assumed role ZentheaStagingEuAutomation of the account 111122223333',
    'Run the plan of automation with plain tofu and its role: tofu plan -input=false -lock=true -out=FILE. Seed, preflight and the guard are for a person with the declared role (J.7.0 §2).'
  ])
  assert.equal(told(refused['another partition'] ?? '', ['bootstrap principal']), [
    bootstrap,
    'the assumed role ZentheaFoundationBootstrap of the account 111122223333 in the partition aws-eusc',
    assume
  ])
})

test('in a handover the next owner waits for the step that names it alone', () => {
  const handed = {
    ...declaration,
    nextBootstrapPrincipal: 'arn:aws:iam::111122223333:role/admins/ZentheaPlatformOwner'
  } as typeof declaration
  const next = judgeCaller(handed, both, { account: '111122223333', arn: role('ZentheaPlatformOwner') })
  assert.match(
    E.isLeft(next) ? next.left.remedy : '',
    'Wait for arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap, which applies this step'
  )
  assert.equal(
    judgeCaller(handed, both, { account: '111122223333', arn: role('ZentheaFoundationBootstrap') }),
    E.right({ principal: 'bootstrap principal', seen: seenAs('ZentheaFoundationBootstrap') })
  )
})

test('refuses the key of another account before any call', () => {
  assert.ok(E.isLeft(judgeAccessKey(declaration, 'ASIAQNZGKIQY56JQ7WML', variables('AWS_ACCESS_KEY_ID'))))
  assert.ok(E.isRight(judgeAccessKey(declaration, 'AKIAIOSFODNN7EXAMPLE', variables('AWS_ACCESS_KEY_ID'))))
})

test.run()
