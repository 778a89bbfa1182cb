import * as E from 'fp-ts/lib/Either.js'
import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { gitRepository } from '../../../src/outside/git/repository.ts'
import { type GitProject, bareEnvironment, inGitProject } from '../../commands/preflight/git-project.ts'

const test = suite('the way out of what git refuses')

const PATH = 'stacks/staging-eu.ts'
const { head, staged } = gitRepository({ variables: bareEnvironment, patienceMillis: 10_000 })

/** Why a project cannot be read, and the way out; nothing where it can. */
const refusalIn = async (root: string): Promise<{ readonly cause: string; readonly remedy?: string } | undefined> => {
  const project = absolutePath(root)
  const [commit, index] = [await head(project)(), await staged(project, PATH)()]
  for (const read of [commit, index]) if (E.isLeft(read)) return read.left
  return undefined
}

const WHO = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, 'nobody'],
    [`GIT_${who}_EMAIL`, 'nobody@example.com']
  ])
)

const shell = (project: GitProject, line: string): string =>
  execFileSync('sh', ['-c', line], {
    cwd: project.root,
    env: { ...bareEnvironment, ...WHO },
    encoding: 'utf8',
    stdio: 'pipe'
  })

/** The command that a remedy ends with. */
const commandOf = (remedy: string): string => /: ((?:git|rm) .*)$/.exec(remedy)?.[1] ?? ''

type Case = {
  readonly broken: (project: GitProject) => void
  readonly cause: RegExp
  readonly remedy: RegExp
  /** Does what the remedy says. */
  readonly cured: (project: GitProject, remedy: string) => void
}

const lineOf = (project: GitProject): string => readFileSync(project.at('.git/config'), 'utf8')
const [broken, whole] = ['[broken\n', (text: string): string => text.replace('[broken\n', '')]

const cases: Readonly<Record<string, Case>> = {
  'a line of its settings that is none': {
    broken: (project) => appendFileSync(project.at('.git/config'), broken),
    cause: /^fatal: bad config line \d+ in file \.git\/config$/,
    remedy: /^Correct that line of the file that git names, and run the command again\.$/,
    cured: (project) => writeFileSync(project.at('.git/config'), whole(lineOf(project)))
  },
  'a setting of another kind': {
    broken: (project) => project.git('config', 'core.filemode', 'perhaps'),
    cause: /^fatal: bad boolean config value 'perhaps' for 'core\.filemode'$/,
    remedy: /^Correct that setting where it stands; this shows where: git config /,
    cured: (project, remedy) => {
      assert.is(shell(project, commandOf(remedy)), 'file:.git/config\tperhaps\n')
      project.git('config', 'core.filemode', 'true')
    }
  },
  'a format of a later git': {
    broken: (project) => project.git('config', 'core.repositoryformatversion', '7'),
    cause: /^fatal: Expected git repo version <= 1, found 7$/,
    remedy: /^A newer git made this repository: install one/,
    cured: (project) => writeFileSync(project.at('.git/config'), lineOf(project).replace('version = 7', 'version = 0'))
  },
  'an extension of a later git': {
    broken: (project) => {
      project.git('config', 'core.repositoryformatversion', '1')
      project.git('config', 'extensions.other', 'true')
    },
    cause: /^fatal: unknown repository extension found:?$/,
    remedy: /^A newer git made this repository: install one/,
    cured: (project) => writeFileSync(project.at('.git/config'), lineOf(project).replace('other = true', ''))
  },
  'an index that was cut off': {
    broken: (project) => writeFileSync(project.at('.git/index'), 'DIRC'),
    cause: /^fatal: .*index file smaller than expected$/,
    remedy: /^Let git build its index again, which changes no file: rm /,
    cured: (project, remedy) => shell(project, commandOf(remedy))
  },
  'an index of other bytes': {
    broken: (project) => writeFileSync(project.at('.git/index'), 'x'.repeat(100)),
    cause: /^error: bad signature/,
    remedy: /^Let git build its index again, which changes no file: rm /,
    cured: (project, remedy) => shell(project, commandOf(remedy))
  },
  'no commit': {
    broken: (project) => project.git('update-ref', '-d', 'HEAD'),
    cause: /^this repository has no commit yet$/,
    remedy: /^Make the first commit: git add -A && git commit$/,
    cured: (project, remedy) => shell(project, `${commandOf(remedy)} -q -m first`)
  }
}
for (const [what, { broken, cause, remedy, cured }] of Object.entries(cases))
  test(`${what}: git's words and a way out that ends it`, async () => {
    await inGitProject(async (project) => {
      project.git('init', '-q')
      project.write(PATH, 'export default 1\n')
      project.commit('.')
      assert.is(await refusalIn(project.root), undefined)
      broken(project)
      const refusal = await refusalIn(project.root)
      assert.match(refusal?.cause ?? '', cause)
      assert.match(refusal?.remedy ?? '', remedy)
      cured(project, refusal?.remedy ?? '')
      assert.is(await refusalIn(project.root), undefined)
    })
  })

test('a work tree whose clone was moved is repaired in the clone', async () => {
  await inGitProject(async (project) => {
    const [clone, moved, tree] = ['clone', 'moved', 'tree'].map((name) => project.at(name))
    project.write(`clone/${PATH}`, 'export default 1\n')
    shell(
      project,
      `git init -q clone && cd clone && git add . && git commit -q -m first && git worktree add -q ../tree`
    )
    assert.is(await refusalIn(tree ?? ''), undefined)
    renameSync(clone ?? '', moved ?? '')
    const refusal = await refusalIn(tree ?? '')
    assert.match(refusal?.cause ?? '', /^fatal: not a git repository: .*\/worktrees\/tree$/)
    assert.match(refusal?.remedy ?? '', /: run git worktree repair in it, and name this folder\.$/)
    shell(project, `cd moved && git worktree repair ../tree`)
    assert.is(await refusalIn(tree ?? ''), undefined)
  })
})

test.run()
