import type { Emission } from './evaluator.port.ts'
import type { StackFiles } from './files.ts'

/** What a worker is given: all files as they were read, and the stacks among them that it evaluates. */
export type StackTask = { readonly files: StackFiles; readonly sources: ReadonlyArray<string> }

/** What a worker answers: one emission after the other, in the order of the sources. */
export type StackAnswer = Omit<Emission, 'read'>
