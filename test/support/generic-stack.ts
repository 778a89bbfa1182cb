import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { j70 } from '../../src/charter/j-7-0.ts'
import { judgeDeclaration } from '../../src/charter/judge.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { emitStacks } from '../../src/stack/emit.ts'
import type { Part } from '../../src/stack/part.ts'
import { block } from '../../src/stack/parts/block.ts'
import { type Stack, type StackDeclaration, stack } from '../../src/stack/stack.ts'

/** A block as an author writes it with the generic part. */
export type Written = Readonly<Parameters<typeof block>>

/** A stack without the parts that know what they are: what it declares, and every block that its parts make. */
export type GenericStack = {
  readonly name: string
  readonly declaration: Stack['declaration']
  readonly blocks: ReadonlyArray<Written>
}

const right = <A>(value: E.Either<unknown, A>): A => {
  if (E.isLeft(value)) throw new Error(`a stack of this repository is refused: ${JSON.stringify(value.left)}`)
  return value.right
}

export const genericStack = (name: string, { declaration, parts }: Stack): GenericStack => {
  const declared = right(judgeDeclaration(declaration, name, j70, []))
  const blocks = (parts as ReadonlyArray<Part>).flatMap((part) => right(part.blocks)(declared))
  return { name, declaration, blocks: blocks.map(({ type, labels, body }) => [type, labels, body]) }
}

/** What emit says of these blocks as a stack: the text of its file, or what is wrong with it. */
export const emittedFrom = (
  { name, declaration }: GenericStack,
  blocks: ReadonlyArray<Written>
): E.Either<ReadonlyArray<Diagnostic>, string> => {
  const made = stack(
    declaration as StackDeclaration,
    blocks.map((written) => block(...written))
  )
  const [emission] = emitStacks([{ source: `stacks/${name}.ts`, stack: E.right(made) }])
  if (emission === undefined) throw new Error('nothing was emitted')
  return pipe(
    emission.file,
    E.map(({ text }) => text)
  )
}

/** The rules that emit finds broken, and where: `rule at/the/place`. */
export const brokenRules = (emitted: E.Either<ReadonlyArray<Diagnostic>, string>): ReadonlyArray<string> =>
  E.isRight(emitted) ? [] : emitted.left.map((problem) => `${problem.rule} ${(problem.at ?? []).join('/')}`)
