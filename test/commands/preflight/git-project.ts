import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A git repository on disk, under a folder that holds nothing else. */
export type GitProject = {
  readonly root: AbsolutePath
  readonly at: (path: string) => AbsolutePath
  readonly write: (path: string, text: string) => void
  /** Runs git with no settings but its own, and gives what it printed. */
  readonly git: (...args: ReadonlyArray<string>) => string
  readonly commit: (...paths: ReadonlyArray<string>) => void
}

/** An environment in which git finds itself, and no settings of anybody. */
export const bareEnvironment = { PATH: process.env['PATH'], HOME: '/nonexistent' }

const projectAt = (root: AbsolutePath): GitProject => {
  const at = (path: string): AbsolutePath => absolutePath(join(root, path))
  const git = (...args: ReadonlyArray<string>): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', '-c', 'init.defaultBranch=main', ...args],
      { cwd: root, env: { ...bareEnvironment, GIT_CONFIG_NOSYSTEM: '1' }, encoding: 'utf8', stdio: 'pipe' }
    )
  return {
    root,
    at,
    write: (path, text) => {
      fs.mkdirSync(dirname(at(path)), { recursive: true })
      fs.writeFileSync(at(path), text)
    },
    git,
    commit: (...paths) => {
      git('add', '-f', '--', ...paths)
      git('commit', '-q', '-m', 'x')
    }
  }
}

/** The folder of a project that is made once, to be copied; it is removed when this process ends. */
export const gitTemplate = (make: (project: GitProject) => void): string => {
  const root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-git-'))))
  process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }))
  make(projectAt(root))
  return root
}

/** Hands over a new folder without a repository, and removes it whatever happens. */
export const inGitProject = async (use: (project: GitProject) => Promise<void>): Promise<void> => {
  const root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-git-'))))
  try {
    await use(projectAt(root))
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}
