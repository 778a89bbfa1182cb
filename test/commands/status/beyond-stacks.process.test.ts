import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GitProject, inBranch } from '../../support/review-project.ts'
import { runCommand } from '../../support/temp-project.ts'

const test = suite('npm run status, about what has no stack file or lies beside the emitted one')

const statusIn = async (project: GitProject, ...args: ReadonlyArray<string>) => {
  const env = { HOME: project.root, XDG_STATE_HOME: `${project.root}/state` }
  const { code, stdout } = await runCommand('status', args, { cwd: project.root, env })
  return { code, stdout }
}

const broughtBack =
  /stacks\/staging-eu\.ts is not on the disk\. If the stack is to go, see docs\/operator\/retire\.md\..+: git sparse-checkout disable && .+/

type Case = readonly [act: (project: GitProject) => void, said: RegExp, ends: (project: GitProject) => void]

const all = ['sparse-checkout', 'disable'] as const

/** What happened to the stack, what status says of it, and what ends that. */
const cases: Readonly<Record<string, Case>> = {
  'a stack file was removed from the disk': [
    ({ at }) => fs.rmSync(at('stacks/staging-eu.ts')),
    broughtBack,
    ({ git }) => git('restore', 'stacks/staging-eu.ts')
  ],
  'its removal is staged, with its folder': [
    ({ git }) => git('rm', '-q', '-r', 'stacks/staging-eu.ts', 'out/staging-eu'),
    broughtBack,
    ({ git }) => git('reset', '-q', '--hard')
  ],
  'a sparse checkout left it out': [
    ({ git }) => git('sparse-checkout', 'set', '--no-cone', '/*', '!/stacks/staging-eu.ts'),
    broughtBack,
    ({ git }) => git(...all)
  ],
  'its removal is committed, and out/ has its folder': [
    ({ git }) => {
      git('rm', '-q', 'stacks/staging-eu.ts')
      git('commit', '-q', '-m', 'y')
    },
    /out\/staging-eu has no stack file: bring stacks\/staging-eu\.ts back, or see docs\/operator\/retire\.md/,
    ({ git }) => git('reset', '-q', '--hard', 'HEAD~1')
  ],
  'an override lies beside the emitted file': [
    ({ write }) => write('out/staging-eu/override.tf', ''),
    /override\.tf may not lie in out\/staging-eu: npm run emit -- --check staging-eu/,
    ({ at }) => fs.rmSync(at('out/staging-eu/override.tf'))
  ],
  'a comment was added to the stack file': [
    (project) => project.write('stacks/staging-eu.ts', `${project.read('stacks/staging-eu.ts')}// why\n`),
    /stacks\/staging-eu\.ts not as committed: npm run preflight -- staging-eu --check reviewed-file/,
    ({ git }) => git('commit', '-q', '-a', '-m', 'y')
  ],
  'the page for reviewers is gone': [
    ({ at }) => fs.rmSync(at('out/staging-eu/REVIEW.md')),
    /out\/staging-eu\/REVIEW\.md not as emitted: npm run emit -- staging-eu/,
    ({ git }) => git('restore', 'out/staging-eu/REVIEW.md')
  ],
  'the page for reviewers was never committed, nor the stack file': [
    ({ git }) => {
      git('rm', '-q', '--cached', 'out/staging-eu/REVIEW.md', 'stacks/staging-eu.ts')
      git('commit', '-q', '-m', 'y')
    },
    /stacks\/staging-eu\.ts, out\/staging-eu\/REVIEW\.md not as committed: npm run preflight -- staging-eu/,
    ({ git }) => {
      git('add', '.')
      git('commit', '-q', '-m', 'z')
    }
  ],
  'a folder in out/ is a link': [
    ({ at }) => fs.symlinkSync('staging-eu', at('out/other-eu')),
    /out\/other-eu is a symbolic link, where a folder belongs/,
    ({ at }) => fs.rmSync(at('out/other-eu'))
  ]
}

for (const [what, [act, said, ends]] of Object.entries(cases))
  test(`${what}: it needs attention until that is ended`, () =>
    inBranch(async (project) => {
      assert.is((await statusIn(project)).code, 0)
      act(project)
      const found = await statusIn(project)
      assert.is(found.code, 1, found.stdout)
      assert.match(found.stdout, said)
      assert.match(found.stdout, 'npm run explain -- ')
      ends(project)
      assert.is((await statusIn(project)).code, 0)
    }))

test('of stacks that are named, the others are not told', () =>
  inBranch(async (project) => {
    fs.rmSync(project.at('stacks/staging-eu.ts'))
    assert.is((await statusIn(project, 'production-eu')).code, 0)
  }))

test('emit of a stack that a sparse checkout left out says how it is brought back, and that ends it', () =>
  inBranch(async (project) => {
    project.git('sparse-checkout', 'set', '--no-cone', '/*', '!/stacks/staging-eu.ts')
    const emit = () => runCommand('emit', ['stacks/staging-eu.ts'], { cwd: project.root })
    const { code, stderr } = await emit()
    assert.is(code, 1)
    assert.match(stderr, 'on the disk, and the commit at HEAD has it')
    const [, line = ''] = /check out all of stacks\/: (git .+)$/m.exec(stderr) ?? []
    execFileSync('sh', ['-e', '-c', line], { cwd: project.root, stdio: 'pipe' })
    assert.is((await emit()).code, 0)
  }))

test('after the last stack file is gone, every stack of the commit is told', () =>
  inBranch(async (project) => {
    for (const name of fs.readdirSync(project.at('stacks'))) fs.rmSync(project.at(`stacks/${name}`))
    const { code, stdout } = await statusIn(project)
    assert.is(code, 1)
    assert.match(stdout, '2 stacks: 0 as they must be, 2 need attention')
  }))

test('a thing in the place of the emitted file is moved away first, since emit leaves it alone', () =>
  inBranch(async (project) => {
    fs.rmSync(project.at('out/staging-eu/main.tf.json'))
    fs.mkdirSync(project.at('out/staging-eu/main.tf.json'))
    const { code, stdout } = await statusIn(project)
    assert.is(code, 1)
    assert.match(
      stdout,
      'file unreadable: move out/staging-eu/main.tf.json away or make it readable, then emit: npm run emit -- staging-eu'
    )
  }))

test.run()
