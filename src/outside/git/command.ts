import { shellWord } from '../../caller/shell.ts'
import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import { systemWords } from '../files/system-refusal.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { execFile } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import type { RepositoryFailure } from './repository.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { findProgram, pathOutside } from '../process/program.ts'
import { causeOf, wayOut } from './way-out.ts'

/** How git is run: the environment of this process, and how long one command may take. */
export type GitSetting = {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly patienceMillis: number
}

/** What git may know of the environment: where the programs of the system and the settings of the person are. */
const inherited = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT']

/** The one protocol that is allowed: no program can have the name of its helper. */
const NO_PROTOCOL = '/'

/**
 * Nothing of this environment can name another repository, another index or other objects, or make git run or fetch
 * anything. Git writes no trace either: settings of the person can name one, and these variables alone close it. Source:
 * Git, trace2 API.
 */
export const gitEnvironment = (variables: GitSetting['variables']): Readonly<Record<string, string>> => ({
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
  GIT_ALLOW_PROTOCOL: NO_PROTOCOL,
  GIT_TRACE2: '0',
  GIT_TRACE2_PERF: '0',
  GIT_TRACE2_EVENT: '0'
})

/**
 * The settings that are closed beside the environment. By them these commands could run a program, or take
 * a folder of the checkout for a repository of its own. Filters, textconv, diff drivers, pagers, editors, credential
 * helpers and ssh belong to commands that are never run here. Source: Git, git-config.
 */
const closed = [
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.sshCommand=false', 'safe.bareRepository=explicit']
].flatMap((setting) => ['-c', setting])

/** A whole command line: the settings that close git, the project, and what is asked. */
export const gitArguments = (project: string, args: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...closed,
  '--no-pager',
  '--no-replace-objects',
  '-C',
  project,
  ...args
]

/** The largest answer that is taken, in bytes. */
export const LONGEST_ANSWER = 8 * 1024 * 1024

/**
 * How a git that said nothing ended. The message of the error would repeat the whole command, with its places on this
 * machine.
 */
const howEnded = (error: Error): string => {
  if ('signal' in error && typeof error.signal === 'string') return `it was ended by ${error.signal}`
  return 'code' in error && typeof error.code === 'number' ? `it ended with ${error.code}` : systemWords(error)
}

export const noAnswer = (patienceMillis: number): string => `no answer within ${patienceMillis / 1000} seconds`

/** A git that may be run: its file and its whole environment. */
export type FoundGit = { readonly file: AbsolutePath; readonly environment: Readonly<Record<string, string>> }

/**
 * The git of this machine. It is never one that lies in the checkout or that another user could replace, and it finds no
 * program in the checkout either. Left with the reason where there is none.
 */
export const findGit = async (
  { variables }: GitSetting,
  project: string
): Promise<E.Either<RepositoryFailure, FoundGit>> => {
  const path = variables['PATH'] ?? ''
  const found = await findProgram('git', path, project)
  if (found === undefined) return E.left({ what: 'git', cause: 'the PATH names no git outside of the checkout' })
  const [changeable] = await changeableOnTheWay(absolutePath(await realpath(found)))
  return changeable === undefined
    ? E.right({ file: found, environment: gitEnvironment({ ...variables, PATH: await pathOutside(path, project) }) })
    : E.left({
        what: 'git',
        cause: `${changeable} can be changed by others, and the git on the PATH lies there`,
        remedy: `Take that right from them (chmod go-w ${shellWord(changeable)}), or put a git of this user or of root on the PATH.`
      })
}

/** Runs one git command in the project and gives the bytes that it printed. It runs without a shell, and to its end. */
export const git =
  (
    setting: GitSetting,
    project: string,
    args: readonly [string, ...ReadonlyArray<string>]
  ): TE.TaskEither<RepositoryFailure, Uint8Array> =>
  async () => {
    const program = await findGit(setting, project)
    if (E.isLeft(program)) return program
    const { patienceMillis } = setting
    return new Promise((resolve) => {
      execFile(
        program.right.file,
        [...gitArguments(project, args)],
        {
          env: program.right.environment,
          timeout: patienceMillis,
          killSignal: 'SIGKILL',
          maxBuffer: LONGEST_ANSWER,
          encoding: 'buffer',
          windowsHide: true
        },
        (error, stdout, stderr) => {
          const said = stderr.toString('utf8')
          const cause = (ended: Error): string =>
            'killed' in ended && ended.killed === true ? noAnswer(patienceMillis) : causeOf(said, howEnded(ended))
          resolve(
            error === null ? E.right(stdout) : E.left({ what: `git ${args[0]}`, cause: cause(error), ...wayOut(said) })
          )
        }
      )
    })
  }
