import * as E from 'fp-ts/lib/Either.js'
import * as IOE from 'fp-ts/lib/IOEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { dirname, join } from 'node:path'
import type { FileFailure } from './files.port.ts'
import { type OutputCalls, attempt, exists, refusedWith } from './calls.ts'

type Step<A> = IOE.IOEither<FileFailure, A>

const nothing: Step<void> = IOE.right(undefined)

const quietly = (step: Step<void>): Step<void> =>
  pipe(
    step,
    IOE.orElse(() => nothing)
  )

const closed = (calls: OutputCalls, path: string, descriptor: number): Step<void> =>
  attempt('close', path, () => calls.closeSync(descriptor))

/** Opens, uses and closes; the failure of the use is the one that is told. */
const withOpened = (calls: OutputCalls, path: string, open: () => number, use: (descriptor: number) => Step<void>) =>
  IOE.bracket<FileFailure, number, void>(attempt('open', path, open), use, (descriptor, used) =>
    E.isLeft(used) ? quietly(closed(calls, path, descriptor)) : closed(calls, path, descriptor)
  )

const flushed = (calls: OutputCalls, path: string, descriptor: number): Step<void> =>
  attempt('sync', path, () => calls.fsyncSync(descriptor))

/** Makes a new name in a folder last. Some file systems cannot flush a folder and say so with one of three codes. */
const syncFolder = (calls: OutputCalls, project: string, path: string): Step<void> =>
  withOpened(
    calls,
    path,
    () => calls.openSync(join(project, path), 'r'),
    (descriptor) =>
      pipe(
        flushed(calls, path, descriptor),
        IOE.orElse((failure) => (refusedWith('EINVAL', 'ENOTSUP', 'EPERM')(failure) ? nothing : IOE.left(failure)))
      )
  )

const makeFolder = (calls: OutputCalls, project: string, path: string): Step<void> =>
  pipe(
    attempt('make', path, () => calls.mkdirSync(join(project, path))),
    IOE.matchE(
      (failure) => (refusedWith('EEXIST')(failure) ? nothing : IOE.left(failure)),
      () => syncFolder(calls, project, dirname(path))
    )
  )

const folder = (calls: OutputCalls, project: string, path: string): Step<void> =>
  pipe(
    exists(calls, project, path, 'folder'),
    IOE.flatMap((there) =>
      there
        ? nothing
        : pipe(
            makeFolder(calls, project, path),
            IOE.flatMap(() => exists(calls, project, path, 'folder')),
            IOE.map(() => undefined)
          )
    )
  )

const written = (calls: OutputCalls, project: string, path: string, bytes: Uint8Array): Step<void> =>
  withOpened(
    calls,
    path,
    () => calls.openSync(join(project, path), 'wx', 0o644),
    (descriptor) =>
      pipe(
        attempt('write', path, () => calls.writeFileSync(descriptor, bytes)),
        IOE.flatMap(() => flushed(calls, path, descriptor))
      )
  )

/**
 * Writes a file so that each moment shows the old one or the new one. A temporary file beside it is written and flushed,
 * then renamed, then the folder is flushed. A failure removes the temporary file again; a SIGKILL leaves it to the next
 * sweep.
 */
export const writeWhole = (
  calls: OutputCalls,
  project: string,
  path: string,
  temporary: string,
  bytes: Uint8Array
): Step<void> =>
  pipe(
    folder(calls, project, dirname(dirname(path))),
    IOE.flatMap(() => folder(calls, project, dirname(path))),
    IOE.flatMap(() => exists(calls, project, path, 'regular file')),
    IOE.flatMap(() =>
      pipe(
        written(calls, project, temporary, bytes),
        IOE.flatMap(() =>
          attempt('rename', path, () => calls.renameSync(join(project, temporary), join(project, path)))
        ),
        IOE.orElseFirst(() => quietly(attempt('remove', temporary, () => calls.unlinkSync(join(project, temporary)))))
      )
    ),
    IOE.flatMap(() => syncFolder(calls, project, dirname(path)))
  )
