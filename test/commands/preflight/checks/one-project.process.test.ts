import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Finding } from '../../../../src/diagnostics/finding.ts'
import { type GitProject, inGitProject } from '../git-project.ts'
import { look, reviewed, stack } from '../reviewed-project.ts'

const test = suite('one project in a commit')

const judgedIn = async (project: GitProject): Promise<Finding> => {
  const found = (await look(project)).filter(({ rule }) => rule === 'one-project')
  assert.is(found.length, 1)
  return found[0] as Finding
}

/** A project with one stack in a folder: its file, and what is emitted from it. */
const projectIn = ({ write }: Pick<GitProject, 'write'>, folder: string, name = 'production-eu'): void => {
  write(`${folder}stacks/${name}.ts`, stack)
  write(`${folder}out/${name}/main.tf.json`, '{}')
}

type Layout = readonly [make: (project: GitProject) => void, others: ReadonlyArray<string>]

/** What a commit has beside the project, and which stacks of other projects are to be named. */
const layouts: Readonly<Record<string, Layout>> = {
  'nothing else': [({ write }) => write('README.md', ''), []],
  'a project beside it': [(project) => projectIn(project, 'b/'), ['b/stacks/production-eu.ts']],
  'two of them, deep in it': [
    (project) => ['a/b/c/d/', 'a/x y/'].forEach((folder) => projectIn(project, folder)),
    ['a/b/c/d/stacks/production-eu.ts', 'a/x y/stacks/production-eu.ts']
  ],
  'one in its own stacks/': [
    (project) => projectIn(project, 'stacks/inner/'),
    ['stacks/inner/stacks/production-eu.ts']
  ],
  'one in its own out/': [(project) => projectIn(project, 'out/inner/'), ['out/inner/stacks/production-eu.ts']],
  'a copy of itself, of the same tree': [
    ({ at }) => ['stacks', 'out'].forEach((name) => fs.cpSync(at(name), at(`copy/${name}`), { recursive: true })),
    ['copy/stacks/staging-eu.ts']
  ],
  'one whose folder has a name beyond ASCII': [
    (project) => projectIn(project, 'équipe-β/'),
    ['équipe-β/stacks/production-eu.ts']
  ],
  'the stacks of the tests of this program': [(project) => projectIn(project, 'test/project/'), []],
  'the same in the folder of somebody else': [
    (project) => projectIn(project, 'b/test/project/'),
    ['b/test/project/stacks/production-eu.ts']
  ],
  'folders of that name for another reason': [
    ({ write }) => {
      write('cloud/stacks/web.ts', 'export const web = 1')
      write('cloud/out/index/main.tf.json', '{}')
      write('site/stacks/index.ts', 'export {}')
      write('site/out/index.html', '')
      write('cdk/stacks/production-eu.py', '')
      write('cdk/out/production-eu/manifest.json', '{}')
    },
    []
  ],
  'a folder whose name has capitals, which the guard never takes for one': [
    ({ write }) => {
      write('b/Stacks/production-eu.ts', stack)
      write('b/out/production-eu/main.tf.json', '{}')
    },
    []
  ],
  'a link in the place of stacks/ or of a stack, which is refused where it stands': [
    ({ at, write }) => {
      write('b/out/staging-eu/main.tf.json', '{}')
      fs.symlinkSync('../stacks', at('b/stacks'))
      write('c/out/staging-eu/main.tf.json', '{}')
      fs.mkdirSync(at('c/stacks'))
      fs.symlinkSync('../../stacks/staging-eu.ts', at('c/stacks/staging-eu.ts'))
    },
    []
  ],
  'a submodule, which is another repository': [
    (project) => {
      projectIn(project, 'b/')
      project.git('init', '-q', 'b')
      project.git('-C', 'b', 'add', '.')
      project.git('-C', 'b', 'commit', '-q', '-m', 'x')
    },
    []
  ]
}
for (const [what, [make, others]] of Object.entries(layouts))
  test(`${others.length === 0 ? 'passes' : 'refuses'} beside ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      make(project)
      project.commit('.')
      const { outcome, actual } = await judgedIn(project)
      assert.is(outcome, others.length === 0 ? 'passed' : 'failed')
      assert.is(
        actual,
        others.length === 0 ? 'there are none' : `those of another, which are judged apart: ${others.join(', ')}`
      )
    })
  })

/** What is done once another project was committed; it is in the commit, or it is not, whatever the disk and the index say. */
const afterwards: Readonly<Record<string, readonly [change: (project: GitProject) => void, isThere: boolean]>> = {
  'was deleted by hand': [({ at }) => fs.rmSync(at('b'), { recursive: true }), true],
  'is left out by a sparse checkout': [({ git }) => git('sparse-checkout', 'set', '--no-cone', '/*', '!/b'), true],
  'is said to be unchanged': [
    ({ git }) => git('update-index', '--assume-unchanged', 'b/stacks/production-eu.ts'),
    true
  ],
  'was moved, which is only staged': [({ git }) => git('mv', 'b/stacks/production-eu.ts', 'stacks'), true],
  'is replaced by a tree without it': [
    ({ git }) => {
      const commit = git('rev-parse', 'HEAD').trim()
      git('rm', '-q', '-r', '--cached', 'b')
      git('commit', '-q', '-m', 'x')
      git('replace', commit, 'HEAD')
      git('reset', '-q', commit)
    },
    true
  ],
  'was moved and committed': [
    ({ git }) => {
      git('mv', 'b/stacks/production-eu.ts', 'stacks')
      git('commit', '-q', '-m', 'x')
    },
    false
  ],
  'was committed as removed and is still ignored there': [
    ({ git, write }) => {
      git('rm', '-q', '-r', '--cached', 'b')
      write('.gitignore', 'b')
      git('add', '.gitignore')
      git('commit', '-q', '-m', 'x')
    },
    false
  ],
  'was committed as removed and is meant to be added': [
    ({ git }) => {
      git('rm', '-q', '-r', '--cached', 'b')
      git('commit', '-q', '-m', 'x')
      git('add', '-N', 'b')
    },
    false
  ]
}
for (const [what, [change, isThere]] of Object.entries(afterwards))
  test(`${isThere ? 'refuses' : 'passes'} where another project ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      projectIn(project, 'b/')
      project.commit('.')
      change(project)
      assert.is((await judgedIn(project)).outcome, isThere ? 'failed' : 'passed')
    })
  })

test('refuses the project of the tests beside the one that it is left out of', async () => {
  await inGitProject(async (project) => {
    const inner = { ...project, root: project.at('test/project') }
    projectIn(project, '')
    reviewed(inner)
    fs.rmSync(project.at('test/project/.git'), { recursive: true })
    project.git('init', '-q')
    project.commit('.')
    assert.match((await judgedIn(inner)).actual, /: stacks\/production-eu\.ts$/)
    assert.is((await judgedIn(project)).outcome, 'passed')
  })
})

test('reads a tree of a billion folders once for each of its kinds', async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    projectIn(project, 'b/')
    project.commit('.')
    let tree = project.git('rev-parse', 'HEAD:b').trim()
    for (let depth = 0; depth < 30; depth += 1) {
      project.write('tree', `040000 tree ${tree}\tl\n040000 tree ${tree}\tr\n`)
      tree = project.git('-c', "alias.make=!git mktree < 'tree'", 'make').trim()
    }
    const commit = project.git('commit-tree', '-m', 'x', '-p', 'HEAD', tree).trim()
    project.git('update-ref', 'HEAD', commit)
    const { outcome, actual } = await judgedIn(project)
    assert.is(outcome, 'failed')
    assert.is(actual.split(', ').length, 11)
  })
})

test.run()
