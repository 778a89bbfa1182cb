import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Problem } from '../diagnostics/problem.ts'

/** A stack that emits nothing, and why. */
export type Refusal = { readonly source: string; readonly problems: ReadonlyNonEmptyArray<Problem> }
