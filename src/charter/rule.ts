import type { Declaration } from '../declaration/declaration.ts'
import type { Trusted } from '../declaration/emitted-file.ts'
import type { Problem } from '../diagnostics/problem.ts'
import type { RenderedBlock } from '../terraform/block.ts'
import type { Charter } from './charter.ts'

/**
 * A rule about what a stack declares. It names the fields that it needs and is asked when these are well formed, so
 * that one malformed field does not hide what is wrong with the others.
 */
export type DeclarationRule = {
  readonly name: string
  readonly needs: ReadonlyArray<keyof Declaration>
  readonly check: (subject: DeclarationSubject) => ReadonlyArray<Problem>
}

/** `declaration` holds at least the fields that the rule needs. */
export type DeclarationSubject = {
  readonly declaration: Declaration
  readonly stackName: string
  readonly charter: Charter
}

/** A rule about the blocks that a stack would emit, expressions written out. */
export type ConfigurationRule = {
  readonly name: string
  readonly check: (subject: ConfigurationSubject) => ReadonlyArray<Problem>
}

export type ConfigurationSubject = {
  readonly declaration: Declaration
  readonly charter: Charter
  readonly blocks: ReadonlyArray<RenderedBlock>
}

/** A stack among the others of its project. */
export type Neighbour = {
  readonly source: string
  readonly stack: string
  readonly declaration: Declaration
  readonly trusted: ReadonlyArray<Trusted>
}

/**
 * A rule about two stacks: what they may not share. Only stacks with a common value of `by` are compared; the problems
 * are those of the first one.
 */
export type IsolationRule = {
  readonly name: string
  readonly by: (stack: Neighbour) => ReadonlyArray<string>
  readonly check: (mine: Neighbour, other: Neighbour) => ReadonlyArray<Problem>
}
