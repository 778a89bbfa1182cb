import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { execFile } from 'node:child_process'
import type { ReadFailure } from '../../ports/read-failure.ts'

/** How git is run: the environment of this process, and how long one command may take. */
export type GitSetting = {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly patienceMillis: number
}

/** What git may know of the environment: how it is found, and where the settings of the person are. */
const inherited = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT']

/** Nothing of this environment can name another repository, another index or other objects, or make git run or fetch anything. */
const environment = (variables: GitSetting['variables']): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    inherited.flatMap((name) => {
      const value = variables[name]
      return value === undefined ? [] : [[name, value]]
    })
  ),
  LANG: 'C',
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'none'
})

const options = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-pager']

const longestOutput = 8 * 1024 * 1024

const causeOf = (error: Error, stderr: string, patienceMillis: number): string => {
  if ('code' in error && error.code === 'ENOENT') return 'there is no git on the PATH'
  if ('killed' in error && error.killed === true) return `no answer within ${patienceMillis / 1000} seconds`
  const said = stderr.trim().split('\n')[0] ?? ''
  return said === '' ? error.message : said
}

/** Runs one git command in the project and gives the bytes that it printed; without a shell, and to its end. */
export const git =
  (
    { variables, patienceMillis }: GitSetting,
    project: string,
    args: readonly [string, ...ReadonlyArray<string>]
  ): TE.TaskEither<ReadFailure, Uint8Array> =>
  () =>
    new Promise((resolve) => {
      execFile(
        'git',
        [...options, '-C', project, ...args],
        {
          env: environment(variables),
          timeout: patienceMillis,
          killSignal: 'SIGKILL',
          maxBuffer: longestOutput,
          encoding: 'buffer',
          windowsHide: true
        },
        (error, stdout, stderr) => {
          resolve(
            error === null
              ? E.right(stdout)
              : E.left({ what: `git ${args[0]}`, cause: causeOf(error, stderr.toString('utf8'), patienceMillis) })
          )
        }
      )
    })
