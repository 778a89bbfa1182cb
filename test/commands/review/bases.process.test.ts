import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runCommand } from '../../support/temp-project.ts'
import { type GitProject, inBranch } from '../../support/review-project.ts'

const test = suite('review, from where to where')

type Setting = readonly [prepare: (project: GitProject) => void, branch: string]

/** How a clone can know the main branch, and what it is called then. */
const settings: Readonly<Record<string, Setting>> = {
  'a branch that is called master': [({ git }) => git('branch', '-q', '-m', 'main', 'master'), 'master'],
  'a branch that only the remote has': [
    ({ git }) => {
      git('update-ref', 'refs/remotes/origin/main', 'main')
      git('branch', '-q', '-D', 'main')
    },
    'origin/main'
  ],
  'a remote whose main branch is called master': [
    ({ git }) => {
      git('update-ref', 'refs/remotes/origin/master', 'main')
      git('branch', '-q', '-D', 'main')
    },
    'origin/master'
  ],
  'a HEAD that is on no branch': [({ git }) => git('checkout', '-q', '--detach'), 'main'],
  'a main branch that went on': [
    ({ git }) => {
      git('checkout', '-q', 'main')
      git('commit', '-q', '--allow-empty', '-m', 'z')
      git('checkout', '-q', 'change')
    },
    'main'
  ]
}
for (const [what, [prepare, branch]] of Object.entries(settings))
  test(`${what}: review begins where HEAD left it`, () =>
    inBranch(async (project) => {
      const id = project.git('rev-parse', 'HEAD').slice(0, 12)
      prepare(project)
      const { code, stdout, stderr } = await project.review()
      assert.equal([code, stderr], [0, ''])
      assert.is(stdout.split('\n')[0], `where this branch left ${branch} (${id}) → the working tree`)
    }))

/** Types the line of git that a refusal has in brackets. */
const typed = (clone: string, stderr: string): void => {
  const [, line = 'false'] = /\((git fetch [^)]*)\)/.exec(stderr) ?? []
  execFileSync('sh', ['-e', '-c', line], { cwd: clone, stdio: 'pipe' })
}

const ended = async (clone: string): Promise<readonly [code: number | null, stderr: string]> => {
  const { code, stderr } = await runCommand('review', [], { cwd: clone })
  return [code, stderr]
}

test('a shallow clone has no commit in common: what it says to fetch leads to a review', () =>
  inBranch(async (project) => {
    project.git('commit', '-q', '--allow-empty', '-m', 'y')
    project.git('checkout', '-q', 'main')
    const clone = project.at('clone')
    execFileSync(
      'git',
      ['clone', '-q', '--depth', '1', '--no-single-branch', '--branch', 'change', `file://${project.root}`, clone],
      {
        stdio: 'pipe'
      }
    )
    const { code, stdout, stderr } = await runCommand('review', [], { cwd: clone })
    assert.equal([code, stdout], [1, ''])
    assert.match(stderr, 'HEAD and the main branch have no commit in common here')
    assert.not.match(stderr, project.root)
    typed(clone, stderr)
    assert.equal(await ended(clone), [0, ''])
  }))

test('a clone of one branch alone has no main branch: what it says to fetch leads to a review', () =>
  inBranch(async (project) => {
    project.git('commit', '-q', '--allow-empty', '-m', 'y')
    project.git('checkout', '-q', 'main')
    const clone = project.at('clone')
    const source = `file://${project.root}`
    execFileSync('git', ['clone', '-q', '--single-branch', '--branch', 'change', source, clone], { stdio: 'pipe' })
    const { code, stderr } = await runCommand('review', [], { cwd: clone })
    assert.is(code, 1)
    assert.match(stderr, 'none of these branches exists: origin/main, main, origin/master, master')
    typed(clone, stderr)
    assert.equal(await ended(clone), [0, ''])
  }))

type Attack = readonly [act: (project: GitProject) => void, code: 1 | 3, said: RegExp]

/** Ways to bring a wider access past a reviewer, in a commit that nobody emitted. */
const attacks: Readonly<Record<string, Attack>> = {
  'a second file that OpenTofu merges': [
    ({ write }) => write('out/staging-eu/main_override.tf.json', '{}'),
    3,
    /MAY WIDEN {2}out\/staging-eu also has main_override\.tf\.json: OpenTofu may read it/
  ],
  'variables beside it': [
    ({ write }) => write('out/staging-eu/terraform.tfvars', ''),
    3,
    /MAY WIDEN {2}out\/staging-eu also has terraform\.tfvars/
  ],
  'a folder of a stack that is a link': [
    ({ at }) => {
      fs.rmSync(at('out/staging-eu'), { recursive: true })
      fs.symlinkSync('production-eu', at('out/staging-eu'))
    },
    1,
    /out\/staging-eu\n {2}actual {4}what is committed there is not a regular file/
  ],
  'a stack whose file has another name': [
    ({ at, write, read }) => {
      fs.mkdirSync(at('out/other-eu'))
      write('out/other-eu/stack.tf.json', read('out/staging-eu/main.tf.json'))
    },
    1,
    /out\/other-eu\n {2}actual {4}it has no main\.tf\.json, but stack\.tf\.json/
  ],
  'a stack that went and came under another name, with the same bucket': [
    ({ at }) => fs.renameSync(at('out/staging-eu'), at('out/test-eu')),
    3,
    /WIDENS {5}the stack is new[^]*MAY WIDEN {2}the stack is gone/
  ],
  'a stack in a folder below': [
    ({ at }) => {
      fs.mkdirSync(at('out/group'))
      fs.renameSync(at('out/staging-eu'), at('out/group/staging-eu'))
    },
    3,
    /MAY WIDEN {2}the stack is gone/
  ]
}
for (const [what, [act, code, said]] of Object.entries(attacks))
  test(`${what}: ${code}`, () =>
    inBranch(async (project) => {
      act(project)
      project.git('add', '-A', 'out')
      project.git('commit', '-q', '-m', 'y')
      const ended = await project.review('main', 'HEAD')
      assert.is(ended.code, code, ended.stdout + ended.stderr)
      assert.match(ended.stdout + ended.stderr, said)
    }))

test.run()
