import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { listed, questions } from '../../../src/commands/new/questions.ts'

const test = suite('the questions of new')

/** Places of a stack at which a rule can refuse, each with the questions whose answer is wrong then. */
const places: ReadonlyArray<readonly [at: ReadonlyArray<string | number>, names: ReadonlyArray<string>]> = [
  [['account'], ['account']],
  [['environment'], ['environment']],
  [['region', 'logical'], ['logical-region']],
  [['region', 'aws'], ['aws-region']],
  [['region'], []],
  [['backend', 'bucket'], ['bucket']],
  [['backend', 'lockTable'], ['lock-table']],
  [['bootstrapPrincipal'], ['bootstrap-principal']],
  [['operatorRole'], ['operator-role']],
  [
    ['operatorRole', 'trusts', 0],
    ['operators', 'operator-users', 'mfa-seconds']
  ],
  [['operatorRole', 'sessionHours'], ['operator-hours']],
  [['automationRole'], ['automation-role']],
  [['automationRole', 'trusts'], ['planners']],
  [['automationRole', 'sessionHours'], ['automation-hours']],
  [['permissionsBoundary'], ['permissions-boundary']],
  [['trustedAccounts'], ['trusted-accounts']],
  [['trustedAccounts', 0], ['trusted-accounts']],
  [['lockTable', 'recoveryDays'], ['recovery-days']],
  [['versions', 'tofu'], ['tofu-versions']],
  [['versions', 'awsProvider'], ['provider-version']],
  [['versions', 'acceptedProof'], ['accepted-proof']],
  [['nextBootstrapPrincipal'], []]
]
for (const [at, names] of places)
  test(`a problem at ${at.join('.')} is one of ${names.length === 0 ? 'no question' : names.join(', ')}`, () => {
    assert.equal(
      questions.filter(({ owns }) => owns(at)).map(({ name }) => name),
      names
    )
  })

test('a list is parted by commas and spaces, and one that was not answered is empty', () => {
  assert.equal(listed(' a, b\tc,,d '), ['a', 'b', 'c', 'd'])
  assert.equal([listed(''), listed(undefined)], [[], []])
})

test.run()
