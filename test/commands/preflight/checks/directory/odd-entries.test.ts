import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeDirectory } from '../../../../../src/commands/preflight/checks/directory/judge-directory.ts'
import { nameDiagnostics } from '../../../../../src/commands/preflight/checks/directory/names.ts'
import type { Entry } from '../../../../../src/outside/tofu/checkout.port.ts'
import { stagingIn } from '../../staging-subject.ts'

const test = suite('odd entries of a working directory')

const folder = 'out/staging-eu'
type Kind = Entry['kind']
const kinds: ReadonlyArray<Kind> = ['regular file', 'folder', 'symbolic link', 'special file']

/** Names and kinds, each with the rule that refuses it in the checkout, or none; in the folder of a run all are refused. */
const rows: ReadonlyArray<readonly [name: string, of: ReadonlyArray<Kind>, rule: string | undefined]> = [
  ['REVIEW.md', ['regular file'], undefined],
  ['REVIEW.md', ['folder', 'symbolic link', 'special file'], 'nothing-else-read'],
  ['day0.tfplan', ['regular file'], undefined],
  ['day0.tfplan', ['folder', 'symbolic link', 'special file'], 'nothing-else-read'],
  ['-day0.tfplan', kinds, 'nothing-else-read'],
  ['day0.tfplan.', kinds, 'nothing-else-read'],
  ['main.tf.json.', kinds, 'nothing-else-read'],
  ['main.TF.JSON', kinds, 'nothing-else-read'],
  ['Main.tf.json', kinds, 'nothing-else-read'],
  ['ｍain.tf.json', kinds, 'nothing-else-read'],
  ['main.tf.json\n', kinds, 'nothing-else-read'],
  ['\u202Emain.tf.json', kinds, 'nothing-else-read'],
  ['a\u001b[31m.tf', kinds, 'nothing-else-read'],
  ['a\ufffd.tf', kinds, 'nothing-else-read'],
  [`${'a'.repeat(248)}.tofu`, kinds, 'nothing-else-read'],
  ['crash.log', kinds, 'nothing-else-read'],
  ['crash.1700000000.log', kinds, 'nothing-else-read'],
  ['override.tofu.json', kinds, 'nothing-else-read'],
  ['X_OVERRIDE.TF', kinds, 'nothing-else-read'],
  ['a.tofutest.hcl', kinds, 'nothing-else-read'],
  ['tests', kinds, 'nothing-else-read'],
  ['node_modules', kinds, 'nothing-else-read'],
  ['terraform.d', kinds, 'nothing-else-read'],
  ['.x.auto.tfvars', kinds, 'nothing-else-read'],
  // OpenTofu reads its settings from the home and from a variable, which the check of the environment judges.
  ['.terraformrc', kinds, undefined],
  ['.tofurc', kinds, undefined],
  ['.gitignore', kinds, undefined],
  ['.terraform.lock.hcl.orig', kinds, undefined],
  ['main.tf.json~', kinds, undefined],
  ['.terraform.tfstate.lock.info', kinds, 'no-local-state'],
  ['errored.tfstate', kinds, 'no-local-state'],
  ['.hidden.tfstate', kinds, 'no-local-state'],
  ['a.tfstate.backup~', kinds, 'no-local-state']
]

for (const [name, of, rule] of rows)
  test(`${JSON.stringify(name.slice(0, 40))}, ${of.length === 4 ? 'of any kind' : of.join(' or ')}, is ${rule === undefined ? 'let be' : `refused by ${rule}`}`, () => {
    for (const kind of of) {
      const [refused] = nameDiagnostics('the checkout', folder, [{ name, kind }])
      assert.is(refused?.rule, rule, kind)
      const [inRun] = nameDiagnostics('a run', folder, [{ name, kind }])
      assert.is(inRun?.rule, rule ?? 'nothing-else-read', `${kind}, in a run`)
    }
  })

test('the emitted file is a regular file, and nothing else of that name', () => {
  const { file, providerBuilds } = stagingIn('/')
  const none = E.right(O.none)
  for (const kind of kinds) {
    const names = E.right(O.some([{ name: 'main.tf.json', kind }]))
    const seen = { names, lockFile: none, dataNames: none, backend: none, workspace: none }
    const found = judgeDirectory('before init', file, providerBuilds, seen).filter(
      ({ outcome }) => outcome === 'failed'
    )
    const wanted = kind === 'regular file' ? [] : [['nothing-else-read', `it is a ${kind}`]]
    assert.equal(
      found.map(({ rule, actual }) => [rule, actual]),
      wanted
    )
  }
})

test.run()
