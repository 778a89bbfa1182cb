import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from '../private/failure.port.ts'

/** What is known of a program before it is run. Paths are absolute. */
export type TofuBinary = {
  /** As it was named, or found on PATH. */
  readonly path: string
  /** Where it lies when every link is followed. What is run is a private copy of these bytes. */
  readonly realPath: string
  readonly form: 'ELF' | 'Mach-O' | 'script' | 'something else'
  /** Whether its build information names OpenTofu's own main package. Source: Go, debug/buildinfo. */
  readonly namesOpenTofu: boolean
  /** The file, or the folders on the way to it, that anybody but its user and the administrator could change. */
  readonly changeable: ReadonlyArray<string>
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
}

export type NoTofu = { readonly _tag: 'NoTofu' } | Extract<PrivateFailure, { readonly _tag: 'SystemRefused' }>

/** Finds the one tofu of a run. Runs nothing. */
export type TofuFinder = {
  /** The file that is named; otherwise the first executable `tofu` in an absolute folder of this PATH. */
  readonly find: (named: string | undefined, path: string | undefined) => TE.TaskEither<NoTofu, TofuBinary>
}

/** Private copies of programs, one for each digest: what was judged is what runs, whatever becomes of the original. */
export type ProgramStore = {
  /** The path of the copy of the program at that real path, which has exactly this digest; a failure where it has another. */
  readonly keep: (binary: Pick<TofuBinary, 'realPath' | 'sha256'>) => TE.TaskEither<PrivateFailure, string>
}
