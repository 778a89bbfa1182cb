import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GitProject, bareEnvironment, inGitProject } from './git-project.ts'
import { look, path, reviewed, source, stack } from './reviewed-project.ts'
import { refusals } from './staging-subject.ts'

const test = suite('the lines of git that a refusal prints, typed into a shell')

const neighbour = 'stacks/production-eu.ts'
const strange = "stacks/it's here.ts"

/** What happened to a checkout, and the rule whose lines are typed. */
const cases: Readonly<Record<string, readonly [rule: string, happens: (project: GitProject) => void]>> = {
  'a neighbour is left out by a sparse checkout': [
    'neighbours-committed',
    ({ git }) => git('sparse-checkout', 'set', '--no-cone', '/*', `!/${neighbour}`)
  ],
  'a neighbour is removed from the disk': ['neighbours-committed', ({ at }) => fs.rmSync(at(neighbour))],
  'a neighbour is removed, and its removal is staged': [
    'neighbours-committed',
    ({ git }) => git('rm', '-q', neighbour)
  ],
  'a neighbour is edited and staged': [
    'neighbours-committed',
    ({ git, write }) => {
      write(neighbour, 'export default 2\n')
      git('add', neighbour)
    }
  ],
  'the page is removed from the disk': ['file-committed', ({ at }) => fs.rmSync(at('out/staging-eu/REVIEW.md'))],
  'a neighbour is edited': ['neighbours-committed', ({ write }) => write(neighbour, 'export default 2\n')],
  'a neighbour with a quote and a space in its name is edited': [
    'neighbours-committed',
    ({ write }) => write(strange, 'export default 2\n')
  ],
  'a neighbour is replaced by a link': [
    'neighbours-committed',
    ({ at }) => {
      fs.rmSync(at(neighbour))
      fs.symlinkSync('/dev/null', at(neighbour))
    }
  ],
  'the stack is edited': ['source-committed', ({ write }) => write(source, 'export default 2\n')],
  'the stack is edited and staged': [
    'source-committed',
    ({ git, write }) => {
      write(source, 'export default 2\n')
      git('add', source)
    }
  ],
  'an edit of the stack is staged, and taken back on the disk alone': [
    'source-staged',
    ({ git, write }) => {
      write(source, 'export default 2\n')
      git('add', source)
      write(source, stack)
    }
  ],
  'the stack was never committed': [
    'source-committed',
    ({ git }) => {
      git('rm', '-q', '--cached', source)
      git('commit', '-q', '-m', 'x')
    }
  ],
  'the emitted file is ignored and was never committed': [
    'file-committed',
    ({ git, write }) => {
      write('.gitignore', 'out/\n')
      git('rm', '-q', '--cached', path)
      git('commit', '-q', '-m', 'x')
    }
  ]
}

/** Each line that a remedy offers; it offers several as `…: LINE; or …: LINE`. */
const linesIn = (remedy: string): ReadonlyArray<string> =>
  remedy
    .split(/; or /)
    .flatMap((part) => /: ((?:git|rm) .*?)(?:\. |\.$|$)/.exec(part)?.slice(1) ?? [])
    .map((line) => line.trim())

const typed = ({ root }: GitProject, line: string): void => {
  const author = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b.c',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b.c'
  }
  // A person writes the message of a commit in an editor.
  const env = { ...bareEnvironment, ...author, GIT_EDITOR: 'echo reviewed >', GIT_CONFIG_NOSYSTEM: '1' }
  execFileSync('sh', ['-e', '-c', line], { cwd: root, env, stdio: 'pipe' })
}

const laid = (project: GitProject, happens: (project: GitProject) => void): void => {
  reviewed(project)
  for (const file of [neighbour, strange]) project.write(file, stack)
  project.commit('stacks')
  happens(project)
}

for (const [what, [rule, happens]] of Object.entries(cases))
  test(`where ${what}, each line of ${rule} ends the refusal`, async () => {
    let lines: ReadonlyArray<string> = []
    await inGitProject(async (project) => {
      laid(project, happens)
      const found = (await look(project)).find((finding) => finding.rule === rule && finding.outcome === 'failed')
      assert.ok(found?.outcome === 'failed', rule)
      lines = linesIn(found.remedy)
      assert.ok(lines.length > 0, found.remedy)
    })
    for (const line of lines)
      await inGitProject(async (project) => {
        laid(project, happens)
        typed(project, line)
        assert.not.ok(refusals(await look(project)).includes(rule), line)
      })
  })

test('where a partial clone lacks what HEAD has, the line fetches it', async () => {
  await inGitProject(async (origin) => {
    laid(origin, () => undefined)
    origin.git('config', 'uploadpack.allowFilter', 'true')
    await inGitProject(async (project) => {
      project.git('clone', '-q', '--filter=blob:none', '--no-checkout', `file://${origin.root}`, '.')
      project.git('read-tree', 'HEAD')
      for (const file of ['stacks', 'out']) fs.cpSync(origin.at(file), project.at(file), { recursive: true })
      const lacking = (await look(project)).filter(({ actual }) => actual.includes('this repository does not have it'))
      assert.is(lacking.length, 4, refusals(await look(project)).join())
      assert.is(new Set(lacking.map((one) => one.outcome === 'failed' && one.remedy)).size, 1)
      const [line = ''] = lacking.flatMap((one) => (one.outcome === 'failed' ? linesIn(one.remedy) : []))
      typed(project, line)
      assert.equal(refusals(await look(project)), [])
    })
  })
})

test.run()
