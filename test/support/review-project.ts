import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as assert from 'uvu/assert'
import { type Ended, type TempProject, inTempProject, runCommand } from './temp-project.ts'

const read = (path: string): string => fs.readFileSync(new URL(`../project/${path}`, import.meta.url), 'utf8')
/** The stacks of the project. */
export const names = ['staging-eu', 'production-eu']
const files = Object.fromEntries(
  names
    .flatMap((name) => [`stacks/${name}.ts`, `out/${name}/main.tf.json`, `out/${name}/REVIEW.md`])
    .map((path) => [path, read(path)])
)

/** A project in git, and what a test does in it. */
export type GitProject = TempProject & {
  readonly git: (...args: ReadonlyArray<string>) => string
  readonly review: (...args: ReadonlyArray<string>) => Promise<Ended>
  readonly edit: (path: string, from: string, to: string) => void
}

/** A project whose main branch has both stacks, on a branch that left it. */
export const inBranch = (use: (project: GitProject) => Promise<void>): Promise<void> =>
  inTempProject(files, async (made) => {
    const git = (...args: ReadonlyArray<string>): string =>
      execFileSync('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', ...args], {
        cwd: made.root,
        env: { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
        encoding: 'utf8',
        stdio: 'pipe'
      })
    git('init', '-q', '-b', 'main')
    git('add', 'stacks', 'out')
    git('commit', '-q', '-m', 'x')
    git('checkout', '-q', '-b', 'change')
    await use({
      ...made,
      git,
      review: (...args) => runCommand('review', args, { cwd: made.root }),
      edit: (path, from, to) => {
        assert.is(made.read(path).split(from).length > 1, true, from)
        made.write(path, made.read(path).replace(from, to))
      }
    })
  })
