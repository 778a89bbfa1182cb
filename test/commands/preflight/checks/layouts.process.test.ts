import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GitProject, inGitProject } from '../git-project.ts'
import { look, reviewed, source, stack } from '../reviewed-project.ts'
import { refusals } from '../staging-subject.ts'

/** Ways to lay out a checkout so that a stack of the commit is not judged among the others, and what refuses each. */
const test = suite('layouts of a checkout')

const neighbour = 'stacks/production-eu.ts'
const edited = (project: GitProject): void => project.write(neighbour, 'export default 2\n')

type Layout = readonly [change: (project: GitProject) => void, refusedBy: ReadonlyArray<string>]

const layouts: Readonly<Record<string, Layout>> = {
  'a neighbour that is edited and said to be unchanged': [
    (project) => {
      project.git('update-index', '--assume-unchanged', neighbour)
      edited(project)
    },
    ['neighbours-committed']
  ],
  'a neighbour that is edited and left out of the work tree': [
    (project) => {
      project.git('update-index', '--skip-worktree', neighbour)
      edited(project)
    },
    ['neighbours-committed']
  ],
  'a neighbour that is gone and left out of the work tree': [
    (project) => {
      project.git('update-index', '--skip-worktree', neighbour)
      fs.rmSync(project.at(neighbour))
    },
    ['neighbours-committed']
  ],
  'a neighbour that was only moved': [
    (project) => project.git('mv', neighbour, 'stacks/x-eu.ts'),
    ['neighbours-committed']
  ],
  'a neighbour that is replaced by another object': [
    ({ at, git, write }) => {
      write('other', 'export default 2\n')
      git('replace', git('rev-parse', `HEAD:${neighbour}`).trim(), git('hash-object', '-w', 'other').trim())
      fs.rmSync(at(neighbour))
      git('checkout', '-q', 'HEAD', '--', neighbour)
      assert.is(fs.readFileSync(at(neighbour), 'utf8'), 'export default 2\n')
    },
    ['neighbours-committed']
  ],
  'a neighbour in the place of which is a folder': [
    ({ at, write }) => {
      fs.rmSync(at(neighbour))
      write(`${neighbour}/x`, '')
    },
    ['neighbours-committed']
  ],
  'a neighbour in the place of which is a pipe': [
    ({ at, git }) => {
      fs.rmSync(at(neighbour))
      git('-c', "alias.pipe=!mkfifo 'stacks/production-eu.ts'", 'pipe')
    },
    ['neighbours-committed']
  ],
  'a neighbour whose name has capitals on the disk': [
    ({ at }) => fs.renameSync(at(neighbour), at('stacks/Production-EU.ts')),
    ['neighbours-committed']
  ],
  'a neighbour in a folder below, which is gone': [
    (project) => {
      project.write('stacks/shared/a.ts', stack)
      project.commit('stacks/shared')
      fs.rmSync(project.at('stacks/shared'), { recursive: true })
    },
    ['neighbours-committed']
  ],
  'stacks/ that is a link to the same files': [
    ({ at }) => {
      fs.renameSync(at('stacks'), at('moved'))
      fs.symlinkSync('moved', at('stacks'))
    },
    []
  ],
  'stacks/ that is committed as a link': [
    ({ at, git }) => {
      fs.renameSync(at('stacks'), at('moved'))
      fs.symlinkSync('moved', at('stacks'))
      git('add', '-A')
      git('commit', '-q', '-m', 'x')
    },
    ['neighbours-committed', 'source-committed']
  ],
  'a repository of its own in stacks/, as a submodule': [
    (project) => {
      project.write('stacks/inner/b-eu.ts', stack)
      project.git('init', '-q', 'stacks/inner')
      project.git('-C', 'stacks/inner', 'add', '.')
      project.git('-C', 'stacks/inner', 'commit', '-q', '-m', 'x')
      project.commit('stacks')
    },
    ['neighbours-committed']
  ],
  'a name beyond UTF-8': [
    ({ at, commit }) => {
      fs.writeFileSync(Buffer.concat([Buffer.from(`${at('stacks')}/`), Buffer.from([0xff]), Buffer.from('.ts')]), stack)
      commit('stacks')
    },
    ['neighbours-committed']
  ],
  'a name in another normal form than the disk has': [
    (project) => {
      project.write('stacks/é-eu.ts', stack)
      project.commit('stacks')
      fs.renameSync(project.at('stacks/é-eu.ts'), project.at('stacks/e\u0301-eu.ts'))
    },
    ['neighbours-committed']
  ],
  'a stack that is only meant to be added': [
    ({ git }) => {
      git('rm', '-q', '--cached', source)
      git('commit', '-q', '-m', 'x')
      git('add', '-N', source)
    },
    ['source-committed']
  ],
  'a file that no stack has, which is ignored': [
    ({ write }) => {
      write('.git/info/exclude', 'stacks/extra-eu.ts\n')
      write('stacks/extra-eu.ts', stack)
    },
    []
  ],
  'files of other kinds': [
    ({ commit, write }) => {
      for (const name of ['a-eu.mts', 'a-eu.js', 'a-eu.tsx', 'a-eu.cts', 'a-eu.d.mts', 'README.md'])
        write(`stacks/${name}`, stack)
      commit('stacks')
    },
    []
  ],
  'a work tree of its own': [({ git }) => git('worktree', 'add', '-q', 'elsewhere'), []]
}
for (const [what, [change, refusedBy]] of Object.entries(layouts))
  test(`${refusedBy.length === 0 ? 'passes' : 'refuses'} ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      project.write(neighbour, stack)
      project.commit('stacks')
      change(project)
      assert.equal([...new Set(refusals(await look(project)))], refusedBy)
    })
  })

test.run()
