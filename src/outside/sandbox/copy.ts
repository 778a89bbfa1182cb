import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemWords } from '../files/system-refusal.ts'
import { gitArguments, gitEnvironment } from '../git/command.ts'
import { isLacking, lacking } from '../git/objects.ts'
import { causeOf, wayOut } from '../git/way-out.ts'

/** The programs of this repository, as the copy's package.json runs them: what a refusal tells to type works there too. */
const PROGRAMS = 'new emit review seed tofu preflight status doctor explain sandbox completion'.split(' ')

const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`

/** Git that reads no configuration but that of the repository. */
const environment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: home,
  GIT_CONFIG_NOSYSTEM: '1',
  LANG: 'C.UTF-8'
})

/** Rights of one owner, and line ends as they are committed. A setting of Windows would put others into the copy. */
const AS_COMMITTED = ['tar.umask=0022', 'core.autocrlf=false', 'core.eol=lf'].flatMap((setting) => ['-c', setting])

/** What git cannot do where its answer is not one, in words that its own follow. */
type Without = 'git cannot say what is not committed' | 'no commit here has stacks/ and out/'

/**
 * What git answers about the project. It is asked as every command asks it and knows the person's settings, so that a checkout
 * of another user is trusted where the person trusts it. Throws with git's own words and way out.
 */
const ofProject = (project: string, without: Without, args: ReadonlyArray<string>): Buffer => {
  const { status, stdout, stderr, error } = spawnSync('git', gitArguments(project, args), {
    env: gitEnvironment(process.env),
    maxBuffer: 1 << 28
  })
  if (status === 0) return stdout
  const said = error === undefined ? stderr.toString('utf8') : systemWords(error)
  const { remedy } = isLacking(said) ? lacking(without) : wayOut(said)
  throw new Error(`${without}: ${causeOf(said, `it ended with ${status}`)}${remedy === undefined ? '' : `\n${remedy}`}`)
}

/** The stack files and emitted files that are not as they are committed, by their names. Throws where git cannot say so. */
export const uncommitted = (project: string): ReadonlyArray<string> =>
  ofProject(project, 'git cannot say what is not committed', ['status', '--porcelain', '--', 'stacks', 'out'])
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')

/**
 * Copies what is committed of `stacks/` and `out/` into an empty folder. The copy is a git repository of its own with one
 * commit. Throws where the project is not in git, with git's own words.
 */
export const copyCommitted = (project: string, to: string, checkout: string, home: string): void => {
  const env = environment(home)
  const archive = ofProject(project, 'no commit here has stacks/ and out/', [
    ...AS_COMMITTED,
    ...['archive', '--format=tar', 'HEAD', 'stacks', 'out']
  ])
  execFileSync('tar', ['-xf', '-'], { cwd: to, input: archive, env })
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
