import type { PrivateFailure } from '../ports/private-failure.ts'

type SystemRefused = Extract<PrivateFailure, { readonly _tag: 'SystemRefused' }>

/** What the system said; an error without a code of the system is a defect and is thrown again. */
export const systemRefusal = (path: string, error: unknown): SystemRefused => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return { _tag: 'SystemRefused', path, code: error.code, message: error.message }
  throw error
}
