import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusedCommand, refusedCommand } from '../../../src/commands/guard/commands.ts'

const test = suite('commands of OpenTofu that the guard refuses')

/** What a person reads of each: a part of the reason, and of what to do. Source of the names: `tofu -help`, OpenTofu 1.12. */
const said: Readonly<Record<string, readonly [why: RegExp, todo: RegExp]>> = {
  destroy: [/holds the state and its history/, /docs\/operator\/retire\.md/],
  import: [/without a plan that was judged/, /npm run tofu -- stacks\/a\.ts plan$/],
  'force-unlock': [/another person may hold/, /preflight -- stacks\/a\.ts --check lock-free$/],
  state: [/changes the state without a plan/, /npm run tofu -- stacks\/a\.ts plan$/],
  taint: [/changes the state without a plan/, /npm run tofu -- stacks\/a\.ts plan$/],
  untaint: [/changes the state without a plan/, /npm run tofu -- stacks\/a\.ts plan$/],
  refresh: [/changes the state without a plan/, /npm run tofu -- stacks\/a\.ts plan$/],
  workspace: [/one state and no workspaces/, /a stack for each environment/],
  env: [/one state and no workspaces/, /a stack for each environment/],
  console: [/may show the state/, /npm run preflight -- stacks\/a\.ts$/],
  output: [/may show the state/, /npm run preflight -- stacks\/a\.ts$/],
  show: [/may show the state/, /npm run preflight -- stacks\/a\.ts$/],
  graph: [/may show the state/, /npm run preflight -- stacks\/a\.ts$/],
  login: [/stores credentials on this machine/, /from AWS alone/],
  logout: [/stores credentials on this machine/, /from AWS alone/],
  validate: [/emit has done it/, /npm run emit -- --check$/],
  fmt: [/emit has done it/, /npm run emit -- --check$/],
  test: [/makes and destroys/, /npm test/],
  get: [/no modules/, /npm run tofu -- stacks\/a\.ts init$/],
  providers: [/none of the three/, /\.terraform\.lock\.hcl/],
  metadata: [/none of the three/, /plain tofu/],
  version: [/none of the three/, /version and digest of tofu/],
  push: [/none of the three/, /npm run tofu -- stacks\/a\.ts plan$/]
}

for (const [name, [why, todo]] of Object.entries(said))
  test(`${name}: why it is refused, and what to do in its place for this stack`, () => {
    const { rule, clause, from, expected, actual, remedy } = refusedCommand(name, 'stacks/a.ts')
    assert.ok(isRefusedCommand(name))
    assert.equal(
      [rule, clause, from, expected],
      ['three-commands', 'J.7.0 §2', { kind: 'flag', name }, 'init, plan or apply']
    )
    assert.match(actual, new RegExp(`^${name}: \\w+ \\w+ `))
    assert.match(actual, why)
    assert.match(remedy, todo)
    assert.match(remedy, /^[A-Z][\s\S]{15,}[\w.]$/)
    assert.not.match(remedy, 'STACK')
  })

test('init, plan and apply are not refused; an unknown word is, with the nearest of the three', () => {
  for (const name of ['init', 'plan', 'apply']) assert.not.ok(isRefusedCommand(name))
  assert.match(refusedCommand('pln').remedy, 'plan')
  assert.is(refusedCommand('xyzzy').remedy, 'See npm run tofu -- --help')
  assert.match(refusedCommand('xyzzy').actual, 'xyzzy: the guard does not know this command')
})

test.run()
