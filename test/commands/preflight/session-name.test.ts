import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../../src/charter/j-7-0.ts'
import { stateClean } from '../../../src/commands/preflight/checks/state/state-clean.ts'
import { judgeSession } from '../../../src/commands/preflight/session-name.ts'
import type { StateResource } from '../../../src/commands/preflight/checks/state/state-form.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('the session that a state records')

const ACCOUNT = '111122223333'
const ARN = `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaStagingEuOperator/botocore-session-8502241236`
const ID = 'AROARTX3GSDSY76534LVX:botocore-session-8502241236'
const { declaration } = wantedOfStaging()

const address = (text: string): string => text.replace('botocore-session-8502241236', 'somebody@example.com')

type Attributes = Readonly<Record<string, unknown>>

const refusals = (attributes: Attributes, over: Partial<StateResource> = {}): ReadonlyArray<string> => {
  const resource: StateResource = {
    mode: 'data',
    type: 'aws_caller_identity',
    name: 'current',
    provider: 'provider["registry.opentofu.org/hashicorp/aws"]',
    instances: [{ schema_version: 0, attributes }],
    ...over
  }
  const form = {
    version: 4,
    terraform_version: '1.12.6',
    serial: 1,
    lineage: 'x',
    outputs: {},
    resources: [resource]
  } as const
  return stateClean(j70, declaration, form, new Set()).flatMap(({ rule, outcome }) =>
    outcome === 'failed' ? [rule] : []
  )
}

test('may hold a number at random, though it looks like one of a person: OpenTofu keeps it, and no stack can leave it out', () => {
  assert.equal(refusals({ account_id: ACCOUNT, arn: ARN, id: ACCOUNT, user_id: ID }), [])
})

/** Names of sessions that anywhere else in a state would be taken for a bank account, a diagnosis or a token. */
for (const name of ['DE89370400440532013000', 'ICD-10-F32.2', `ghp_${'aB3'.repeat(12)}`])
  test(`may be ${name}: it is the name of a session and nothing else, for a role of any name`, () => {
    const user_id = ID.replace('botocore-session-8502241236', name)
    for (const role of ['ZentheaStagingEuOperator', 'a', 'A+b=c,d.e@f-g_h'])
      assert.equal(
        refusals({ account_id: ACCOUNT, arn: `arn:aws-us-gov:sts::${ACCOUNT}:assumed-role/${role}/${name}`, user_id }),
        []
      )
    assert.ok(refusals({ arn: name }).includes('state-private'), 'without the rest of the ARN')
    assert.ok(refusals({ user_id: name }).includes('state-private'), 'without the id of a role')
    assert.ok(refusals({ user_id: `x${user_id}` }).includes('state-private'), 'with more before the id of a role')
    assert.ok(refusals({ arn: `x${ARN.replace('botocore-session-8502241236', name)}` }).includes('state-private'))
    assert.ok(refusals({ id: `${ACCOUNT} ${name}` }).includes('state-private'), 'under another attribute')
    assert.ok(
      refusals({ arn: `arn:aws:sts::${ACCOUNT}:assumed-role/a/${name}/b` }).includes('state-private'),
      'with more'
    )
  })

const refused: Readonly<Record<string, readonly [Attributes, Partial<StateResource>?]>> = {
  'under another attribute': [{ id: 'somebody@example.com' }],
  'of another resource': [{ arn: address(ARN) }, { mode: 'managed', type: 'aws_iam_role', name: 'operator' }],
  'instead of a session': [{ user_id: 'somebody@example.com', arn: 'arn:aws:iam::somebody@example.com' }],
  'and more beside it': [{ user_id: `${ID} other@example.com`, arn: `${ARN} other@example.com` }]
}
for (const [where, [attributes, over]] of Object.entries(refused))
  test(`an address ${where} is refused`, () => {
    assert.ok(refusals(attributes, over).includes('state-private'))
  })

test('that is an address is refused, with a remedy of its own, and is not shown', () => {
  assert.equal(refusals({ arn: address(ARN), user_id: address(ID) }), ['state-private', 'state-private'])
})

test('a session of another account is refused as that', () => {
  assert.equal(refusals({ arn: ARN.replace(ACCOUNT, '444455556666') }), ['state-own'])
})

const seen = {
  rule: 'caller-session',
  clause: 'J.7.0 §6',
  from: { kind: 'aws', name: 'STS GetCallerIdentity' },
  expected: 'a session name that is not an address of a person, because the state keeps it'
}

test('of a caller is judged by its last part alone, and is never shown', () => {
  for (const arn of [
    ARN,
    'arn:aws:sts::111122223333:assumed-role/a@b/day-0',
    'arn:aws:iam::111122223333:user/a@b/jane'
  ])
    assert.equal(judgeSession(arn), { outcome: 'passed', ...seen, actual: 'its name is not an address' }, arn)
  assert.equal(judgeSession(address(ARN)), {
    outcome: 'failed',
    ...seen,
    actual: 'its name is an address',
    remedy:
      'Take a session with another name, such as day-0: role_session_name in the profile, or --role-session-name. From a session of IAM Identity Center, which is named after its user, assume the declared role.'
  })
})

test.run()
