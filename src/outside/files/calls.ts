import * as E from 'fp-ts/lib/Either.js'
import type * as IOE from 'fp-ts/lib/IOEither.js'
import type fs from 'node:fs'
import type { FileAction, FileFailure } from './output-files.port.ts'

/**
 * The few calls of node:fs that output files need. They are the blocking ones on purpose: reading 1,000 small files
 * takes a sixth of the time of the promised ones, and nothing else wants to run meanwhile.
 */
export type OutputCalls = Pick<
  typeof fs,
  | 'closeSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'writeFileSync'
>

const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** One call that the system may refuse. What is thrown without a system code is a defect and stays thrown. */
export const attempt =
  <A>(action: FileAction, path: string, call: () => A): IOE.IOEither<FileFailure, A> =>
  () => {
    try {
      return E.right(call())
    } catch (error) {
      if (!isSystemError(error)) throw error
      return E.left({ _tag: 'SystemRefused', action, path, code: error.code, message: error.message })
    }
  }

/** True for a refusal with one of these codes, such as `ENOENT`. */
export const refusedWith =
  (...codes: ReadonlyArray<string>) =>
  (failure: FileFailure): boolean =>
    failure._tag === 'SystemRefused' && codes.includes(failure.code)
