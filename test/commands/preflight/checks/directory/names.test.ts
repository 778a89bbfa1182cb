import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dataNameDiagnostics, nameDiagnostics } from '../../../../../src/commands/preflight/checks/directory/names.ts'
import type { Entry } from '../../../../../src/outside/tofu/checkout.port.ts'

const test = suite('names beside the emitted file')

const FOLDER = 'out/a-eu'
const told = (name: string, kind: Entry['kind'] = 'regular file', place: 'the checkout' | 'a run' = 'the checkout') =>
  nameDiagnostics(place, FOLDER, [{ name, kind }])

const asTest = 'tofu init reads it as a test and fetches the modules and providers that it names'
const instead = 'OpenTofu reads it instead of the emitted file'
const over = 'OpenTofu lets it replace what the emitted file says, the backend included'
const part = 'OpenTofu reads it as a part of the configuration'
const values = 'OpenTofu takes values from it'
const named = 'OpenTofu takes values from it where a command names it'
const nothing = 'a regular file that neither OpenTofu nor this project puts there'

/** Names with what OpenTofu would do with each. Sources: OpenTofu, "Files and Directories", "Override Files", "Tests", "Input Variables". */
const refused: Readonly<Record<string, string>> = {
  'a.tftest.hcl': asTest,
  'a.tftest.json': asTest,
  'a.tofutest.hcl': asTest,
  'a.tofutest.json': asTest,
  'atftest.hcl': nothing,
  'a.tftest.hcl.txt': nothing,
  'main.tofu': instead,
  'main.tofu.json': instead,
  'main.tofu.json.txt': nothing,
  'amain.tofu': part,
  'override.tf': over,
  'override.tofu.json': over,
  'a_override.tf.json': over,
  'a_override.tofu': over,
  'myoverride.tf': part,
  'override.tf.txt': nothing,
  'terraform.tfvars.txt': nothing,
  'terraform.d.txt': nothing,
  'modules.txt': nothing,
  'tests.txt': nothing,
  'more.tf': part,
  'more.tf.json': part,
  'more.tofu': part,
  'more.tofu.json': part,
  'more.tf.txt': nothing,
  morextf: nothing,
  'terraform.tfvars': values,
  'terraform.tfvars.json': values,
  'a.auto.tfvars': values,
  'a.auto.tfvars.json': values,
  '.auto.tfvars': values,
  '.a.auto.tfvars.json': values,
  'a.auto.tfvars~': '',
  'my-terraform.tfvars': named,
  'a.tfvars': named,
  'a.tfvars.json': named,
  'a.tfvars.txt': nothing,
  'REVIEW.md': '',
  'review.md': nothing,
  'REVIEW.md.txt': nothing,
  'a.tfplan': '',
  '7.B_c-d.tfplan': '',
  '-a.tfplan': nothing,
  'a b.tfplan': nothing,
  'a.tfplan.txt': nothing,
  '.hidden': '',
  'a~': '',
  '#a#': '',
  '#a': nothing,
  'a#': nothing,
  'main.tf.json': '',
  '.terraform.lock.hcl': '',
  '.terraform': '',
  ...Object.fromEntries(
    ['xtests', 'tests2', 'mymodules', 'modules2', 'my.terraform.d', 'terraform.d2', 'terraformxd'].map((name) => [
      name,
      nothing
    ])
  ),
  modules: 'OpenTofu reads modules from it where a configuration names them, and a stack has no modules',
  'terraform.d': 'OpenTofu takes providers from it',
  tests: 'tofu init reads the tests in it, and fetches the modules and providers that they name'
}
for (const [name, why] of Object.entries(refused))
  test(`${name}: ${why === '' ? 'may lie there' : why}`, () => {
    assert.equal(
      told(name).map(({ rule, actual }) => [rule, actual]),
      why === '' ? [] : [['nothing-else-read', `${FOLDER}/${name} is there: ${why}`]]
    )
  })

test('what may not lie there is moved out, and the stack file that says what is needed is named', () => {
  assert.is(
    told('more.tf')[0]?.remedy,
    `Move more.tf out of ${FOLDER}, or remove it; what the stack needs is declared in stacks/a-eu.ts.`
  )
})

test('of another kind than a regular file neither a plan nor the page may lie there, and a link says why', () => {
  for (const name of ['REVIEW.md', 'a.tfplan']) {
    assert.match(
      told(name, 'symbolic link')[0]?.actual ?? '',
      'it is a symbolic link, and what is behind it can change'
    )
    assert.match(told(name, 'special file')[0]?.actual ?? '', 'it is a special file, and what it gives can change')
    assert.match(told(name, 'folder')[0]?.actual ?? '', 'a folder that neither OpenTofu nor this project puts there')
  }
})

test('in the folder of a run, which no person uses, only what tofu itself needs may lie', () => {
  for (const name of ['main.tf.json', '.terraform.lock.hcl', '.terraform'])
    assert.equal(told(name, 'regular file', 'a run'), [], name)
  for (const name of ['REVIEW.md', 'a.tfplan', '.hidden', 'a~'])
    assert.is(told(name, 'regular file', 'a run').length, 1, name)
})

/** Names of states and of locks of them. Source: OpenTofu, "Backend Type: local". */
const states: Readonly<Record<string, boolean>> = {
  'terraform.tfstate': true,
  'terraform.tfstate.backup': true,
  'errored.tfstate': true,
  'a.tfstate.1700000000.backup': true,
  '.terraform.tfstate.lock.info': true,
  '.a.lock.info': true,
  'a.lock.info': false,
  '.a.lock.infos': false,
  'a.tfstates': false,
  'a.tfstate-old': false,
  'a.tfstate_1': false,
  tfstate: false
}
for (const [name, isState] of Object.entries(states))
  test(`${name} is ${isState ? '' : 'not '}a local state`, () => {
    const [first] = told(name)
    assert.is(first?.rule === 'no-local-state', isState)
    if (!isState) return
    assert.equal(
      [first?.clause, first?.expected, first?.actual],
      ['J.6.2 §3', `no state in ${FOLDER}: it is remote and nowhere else`, `${FOLDER}/${name} is there`]
    )
    assert.is(first?.remedy.startsWith(`Keep ${name}: it alone knows`), name.startsWith('errored'))
  })

test('in the data directory lies what init makes, each of its kind', () => {
  const data = (name: string, kind: Entry['kind']) => dataNameDiagnostics(FOLDER, [{ name, kind }])[0]?.actual
  for (const [name, kind] of [
    ['providers', 'folder'],
    ['terraform.tfstate', 'regular file'],
    ['environment', 'regular file']
  ] as const) {
    assert.is(data(name, kind), undefined, name)
    assert.is(data(name, 'symbolic link'), `${name}, a symbolic link: tofu init does not put it there for a stack`)
  }
  assert.is(
    data('plugin_path', 'regular file'),
    'plugin_path, a regular file: OpenTofu takes providers from the folders that it names'
  )
  assert.is(data('plugins', 'folder'), 'plugins, a folder: OpenTofu once took providers from it')
  assert.is(data('modules', 'folder'), 'modules, a folder: a stack has no modules')
  assert.is(data('toString', 'folder'), 'toString, a folder: tofu init does not put it there for a stack')
})

test.run()
