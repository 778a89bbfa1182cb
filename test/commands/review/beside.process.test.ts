import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GitProject, inBranch } from '../../support/review-project.ts'
import { runCommand } from '../../support/temp-project.ts'

const test = suite('what lies beside the emitted files, by every way to look')

type Plant = readonly [act: (project: GitProject) => void, review: 0 | 1 | 3, untracked: 0 | 1 | 3, said: RegExp]

const also = (names: string): RegExp =>
  new RegExp(`MAY WIDEN {2}out/staging-eu also has ${names}: OpenTofu may read it`)

/** What a branch brings, the exit code of a review once it is committed and before, and what a review says. */
const plants: Readonly<Record<string, Plant>> = {
  'an override and a folder of tests': [
    ({ at, write }) => {
      fs.mkdirSync(at('out/staging-eu/tests'))
      write('out/staging-eu/tests/a.tftest.hcl', '')
      write('out/staging-eu/override.tf', 'x')
    },
    3,
    3,
    also('override.tf, tests')
  ],
  'variables that are hidden': [({ write }) => write('out/staging-eu/.auto.tfvars', ''), 3, 3, also('.auto.tfvars')],
  'the data directory of init': [
    ({ at, write }) => {
      fs.mkdirSync(at('out/staging-eu/.terraform'))
      write('out/staging-eu/.terraform/environment', 'default')
    },
    3,
    0,
    also('.terraform')
  ],
  'the lock file of the provider': [({ write }) => write('out/staging-eu/.terraform.lock.hcl', ''), 0, 0, /./],
  'a folder without a stack that OpenTofu would read': [
    ({ at, write }) => {
      fs.mkdirSync(at('out/evil'))
      write('out/evil/other.tf.json', '{}')
    },
    1,
    1,
    /out\/evil[^]*to do {5}Bring (?:back the|its) stack file/
  ],
  'a link in the place of a folder': [
    ({ at }) => fs.symlinkSync('staging-eu', at('out/other-eu')),
    1,
    1,
    /out\/other-eu/
  ]
}

const emitCheck = (project: GitProject) => runCommand('emit', ['--check'], { cwd: project.root })

for (const [what, [act, committed, untracked, said]] of Object.entries(plants))
  test(`${what}: two commits, the working tree and emit --check say the same`, () =>
    inBranch(async (project) => {
      act(project)
      const before = await project.review()
      assert.is(before.code, untracked, before.stdout + before.stderr)
      assert.is((await emitCheck(project)).code, untracked === 0 ? 0 : 1)
      project.git('add', '-f', 'out')
      const staged = await project.review()
      assert.is(staged.code, committed, staged.stdout + staged.stderr)
      project.git('commit', '-q', '-m', 'y')
      for (const sides of [[], ['main'], ['main', 'HEAD']]) {
        const { code, stdout, stderr } = await project.review(...sides)
        assert.is(code, committed, `${sides.join(' ')}: ${stdout}${stderr}`)
        assert.match(stdout + stderr, said)
        assert.not.match(stderr, 'Run this in a clone', 'it is one')
      }
    }))

test('a folder that OpenTofu would read in the base of a review: another base ends it', () =>
  inBranch(async (project) => {
    fs.mkdirSync(project.at('out/evil'))
    project.write('out/evil/other.tf.json', '{}')
    project.git('add', '-f', 'out')
    project.git('commit', '-q', '-m', 'y')
    project.git('rm', '-q', '-r', 'out/evil')
    project.git('commit', '-q', '-m', 'z')
    const { code, stderr } = await project.review('HEAD~1', 'HEAD')
    assert.is(code, 1)
    assert.match(stderr, 'to do     Name a commit without it to compare with: npm run review -- COMMIT')
    assert.is((await project.review('main', 'HEAD')).code, 0)
  }))

test('of a stack that is named, emit --check looks at its own folder alone', () =>
  inBranch(async (project) => {
    project.write('out/staging-eu/override.tf', 'x')
    const check = (name: string) => runCommand('emit', ['--check', name], { cwd: project.root })
    assert.is((await check('production-eu')).code, 0)
    const found = await check('staging-eu')
    assert.is(found.code, 1)
    assert.match(found.stdout, 'out/staging-eu/override.tf  may not lie there\n')
    assert.match(found.stderr, 'npm run explain -- beside-emitted')
  }))

test.run()
