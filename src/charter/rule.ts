import type { Declaration } from '../declaration/declaration.ts'
import type { Trusted } from '../declaration/emitted-file.ts'
import type { Problem } from '../diagnostics/problem.ts'
import type { RenderedBlock } from '../terraform/block.ts'
import type { Charter } from './charter.ts'

/** A rule about what a stack declares. A field that is missing or malformed is not in the declaration that it sees. */
export type DeclarationRule = {
  readonly name: string
  readonly check: (subject: DeclarationSubject<Partial<Declaration>>) => ReadonlyArray<Problem>
}

/** A declaration, or the fields of it that are known, with what it is judged by. */
export type DeclarationSubject<D> = { readonly declaration: D; readonly stackName: string; readonly charter: Charter }

/** A rule that needs some fields, and sees these alone. */
type RuleOf<K extends keyof Declaration> = {
  readonly name: string
  readonly needs: ReadonlyArray<K>
  readonly check: (subject: DeclarationSubject<Pick<Declaration, K>>) => ReadonlyArray<Problem>
}

/**
 * A rule that is asked when the fields that it needs are well formed, so that one malformed field does not hide what is
 * wrong with the others.
 */
export const declarationRule = <K extends keyof Declaration>({ name, needs, check }: RuleOf<K>): DeclarationRule => ({
  name,
  check: ({ declaration, ...subject }) => (holds(declaration, needs) ? check({ ...subject, declaration }) : [])
})

const holds = <K extends keyof Declaration>(
  declaration: Partial<Declaration>,
  fields: ReadonlyArray<K>
): declaration is Partial<Declaration> & Pick<Declaration, K> =>
  fields.every((field) => Object.hasOwn(declaration, field))

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
