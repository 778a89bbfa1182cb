import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The programs of this repository, as the copy's package.json runs them. */
const PROGRAMS = ['emit', 'seed', 'preflight', 'tofu', 'sandbox']

const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`

/** Git that reads no configuration but that of the repository. */
const environment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: home,
  GIT_CONFIG_NOSYSTEM: '1',
  LANG: 'C.UTF-8'
})

/** The stack files and emitted files that are not as they are committed, by their names. */
export const uncommitted = (project: string, home: string): ReadonlyArray<string> => {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--', 'stacks', 'out'], {
    cwd: project,
    env: environment(home),
    encoding: 'utf8'
  })
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : []
}

/**
 * Copies what is committed of `stacks/` and `out/` into an empty folder. The copy is a git repository of its own with one
 * commit. Throws where the project is not in git, with git's own words.
 */
export const copyCommitted = (project: string, to: string, checkout: string, home: string): void => {
  const env = environment(home)
  const archived = spawnSync('git', ['-c', 'tar.umask=0022', 'archive', '--format=tar', 'HEAD', 'stacks', 'out'], {
    cwd: project,
    env,
    maxBuffer: 1 << 28
  })
  if (archived.status !== 0)
    throw new Error(`no commit here has stacks/ and out/: ${archived.stderr.toString('utf8').trim()}`)
  execFileSync('tar', ['-xf', '-'], { cwd: to, input: archived.stdout, env })
  const program = quoted(join(checkout, 'bin/zenthea.js'))
  const scripts = Object.fromEntries(PROGRAMS.map((name) => [name, `node ${program} ${name}`]))
  const manifest = { name: 'sandbox', private: true, type: 'module', scripts }
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  writeFileSync(join(to, '.gitignore'), 'node_modules\n.terraform/\n')
  mkdirSync(join(to, 'node_modules'))
  symlinkSync(checkout, join(to, 'node_modules/zenthea-foundation'), 'dir')
  const git = (...args: ReadonlyArray<string>): void => void execFileSync('git', args, { cwd: to, env, stdio: 'pipe' })
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', 'sandbox')
  git('config', 'user.email', 'sandbox@example.invalid')
  git('add', '.')
  git('commit', '-q', '-m', 'The committed stacks, copied into a sandbox')
}
