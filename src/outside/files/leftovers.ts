import * as IOE from 'fp-ts/lib/IOEither.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { join, posix } from 'node:path'
import type { FileFailure } from './files.port.ts'
import { type OutputCalls, attempt, entriesOfOut, noneWhereMissing } from './calls.ts'

/** The temporary file of one process for a file that it writes. Git ignores it, and OpenTofu reads no dot files. */
const temporaryName = (name: string, pid: number): string => `.${name.replace(/^\./, '')}.${pid}.tmp`

/** The process whose temporary file would have this name; undefined for every other file. */
const pidOf = (name: string): number | undefined => {
  const pid = /^\.(?:main\.tf\.json|REVIEW\.md|terraform\.lock\.hcl|new-stack)\.([1-9]\d*)\.tmp$/.exec(name)?.[1]
  return pid === undefined ? undefined : Number(pid)
}

/** The path of a process's temporary file beside an emitted file. */
export const temporaryBeside = (path: string, pid: number): string =>
  posix.join(posix.dirname(path), temporaryName(posix.basename(path), pid))

const leftoversIn =
  (calls: OutputCalls, project: string, isAlive: (pid: number) => boolean) =>
  (folder: string): IOE.IOEither<FileFailure, ReadonlyArray<string>> =>
    pipe(
      attempt('list', folder, () => calls.readdirSync(join(project, folder))),
      noneWhereMissing,
      IOE.map(O.getOrElse((): ReadonlyArray<string> => [])),
      IOE.map(
        RA.filter((name) => {
          const pid = pidOf(name)
          return pid !== undefined && !isAlive(pid)
        })
      ),
      IOE.map(RA.map((name) => `${folder}/${name}`))
    )

/** The path of a process's temporary file for a new stack file. */
export const temporaryOfStack = (pid: number): string => `stacks/${temporaryName('new-stack', pid)}`

/** Removes every temporary file in `stacks/` and in `out/<folder>/` whose process is gone. */
export const sweepLeftovers = (
  calls: OutputCalls,
  project: string,
  isAlive: (pid: number) => boolean
): IOE.IOEither<FileFailure, void> =>
  pipe(
    entriesOfOut(calls, project),
    IOE.map((entries) => [
      'stacks',
      ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => `out/${name}`)
    ]),
    IOE.flatMap(IOE.traverseSeqArray(leftoversIn(calls, project, isAlive))),
    IOE.map(RA.flatten),
    IOE.flatMap(
      IOE.traverseSeqArray((path) =>
        pipe(
          attempt('remove', path, () => calls.unlinkSync(join(project, path))),
          noneWhereMissing
        )
      )
    ),
    IOE.map(() => undefined)
  )

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Signal 0 reaches no process: the system only says whether it could have been sent. */
const asked = (pid: number): void => void process.kill(pid, 0)

/**
 * Whether another process of this machine has this id, also one of another user. This process does not count: process
 * ids come back, most of all in containers, and no run begins with a temporary file of its own.
 */
export const isRunning = (pid: number, ask: (pid: number) => void = asked): boolean => {
  if (pid === process.pid) return false
  try {
    ask(pid)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
