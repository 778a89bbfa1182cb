import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('what a sandbox knows of a stack')

const file = emittedStaging()
const account = '111122223333'
const role = (name: string, of = account): string => `arn:aws:iam::${of}:role/${name}`

/** By hand, from test/project/stacks/staging-eu.ts. */
const staging = {
  name: 'staging-eu',
  account,
  environment: 'staging',
  region: 'eu-central-1',
  bucket: 'zenthea-staging-eu-tfstate',
  key: '111122223333/staging/eu/terraform.tfstate',
  lockTable: 'zenthea-staging-eu-tflock',
  awsProvider: '5.100.0',
  bootstrap: role('ZentheaFoundationBootstrap'),
  operator: role('zenthea/foundation/ZentheaStagingEuOperator'),
  automation: role('zenthea/foundation/ZentheaStagingEuAutomation'),
  trusted: [role('ZentheaStagingPlanner')],
  person: `arn:aws:iam::${account}:user/operators/Ada`,
  via: { operator: `arn:aws:iam::${account}:user/operators/Ada`, automation: role('ZentheaStagingPlanner') }
}

test('its names, its people and its roles are those that the stack declares', () => {
  assert.equal(sandboxStack(file), staging)
})

/** The stack where its emitted text and whom it trusts are otherwise. */
const where = (text: string, trusted: typeof file.trusted = []) => {
  const { person, via } = sandboxStack({ ...file, text, trusted })
  return [person, via.operator, via.automation]
}

test('a person is below the path of users of its own account, and of no other', () => {
  const users = (of: string, path = '/a/b/*') => `["arn:aws:iam::${of}:user${path}"]`
  const ada = `arn:aws:iam::${account}:user/a/b/Ada`
  assert.equal(where(users(account)), [ada, ada, null])
  assert.equal(where(users(account, '/*')).slice(0, 1), [`arn:aws:iam::${account}:user/Ada`])
  assert.is(where(`["arn:aws-eusc:iam::${account}:user/*"]`)[0], `arn:aws-eusc:iam::${account}:user/Ada`)
  for (const text of [
    users('999988887777'),
    users(account, '/a/b'),
    `"x${users(account).slice(2)}`,
    `["arn:aws:iam::${account}:role/a/*"]`
  ])
    assert.equal(where(text), [null, null, null], text)
})

test('where no user may go, the first role of its own account that each role trusts goes there', () => {
  const trusts = (by: 'operator' | 'automation', arn: string) => ({ by, arn })
  assert.equal(
    where('', [
      trusts('automation', role('Elsewhere', '999988887777')),
      trusts('operator', role('People')),
      trusts('automation', role('Plans')),
      trusts('automation', role('Plans2'))
    ] as never),
    [null, role('People'), role('Plans')]
  )
  assert.equal(where('', [trusts('operator', role('People', '999988887777'))] as never), [null, null, null])
})

test.run()
