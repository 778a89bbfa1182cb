import type { Declaration } from './declaration.ts'
import type { Path } from '../diagnostics/problem.ts'

/** A role, by exact ARN, that may assume one of the two roles of a stack, and where the stack says so. */
export type Trusted = { readonly by: 'operator' | 'automation'; readonly arn: string; readonly at: Path }

/** One isolated state as OpenTofu will read it: data until somebody writes it. */
export type EmittedFile = {
  /** The stack's name, `<environment>-<logical region>`. */
  readonly stack: string
  /** Where it belongs, relative to the project, with `/` on every system: `out/<stack>/main.tf.json`. */
  readonly path: string
  /** The whole file; written as UTF-8, it ends in one newline. */
  readonly text: string
  /** How many resource blocks it holds. */
  readonly resources: number
  /** What the stack says about itself, decoded: for the programs that ask the live account about it. */
  readonly declaration: Declaration
  /** Who may assume its roles, for the comparison with the other stacks. */
  readonly trusted: ReadonlyArray<Trusted>
}
