import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Charter, Neighbour } from '../charter/charter.ts'
import { j70 } from '../charter/j-7-0.ts'
import { trustedIn } from '../charter/configuration/trust-documents.ts'
import { judgeConfiguration, judgeDeclaration, judgeIsolation } from '../charter/judge.ts'
import { type Rules, rules } from '../charter/rules.ts'
import { allUnshown, unshown } from '../charter/redacted.ts'
import type { Declaration, EmittedFile } from '../declaration/declaration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Validated, all, allOf, invalid, unless } from '../diagnostics/validated.ts'
import { reviewText } from '../review/review-text.ts'
import { isPart } from './part.ts'
import { foundationBlocks } from './parts/foundation.ts'
import type { Stack } from './stack.ts'
import type { Block, RenderedBlock } from '../terraform/block.ts'
import { configuration, toJson } from '../terraform/configuration.ts'
import { canonical } from '../terraform/json.ts'
import { renderBlock } from '../terraform/render.ts'

/** A stack file after it was loaded: the stack that it exports, or why there is none. */
export type LoadedStack = { readonly source: string; readonly stack: Validated<Stack> }

/** What a phase judges by. Tests take rules away; everybody else uses the phase in force. */
export type Law = { readonly charter: Charter; readonly rules: Rules }

const inForce: Law = { charter: j70, rules }

/** What one stack emits by itself: decoded, composed and judged by the charter, but not yet against its neighbours. */
export const emitStack = ({ source, stack }: LoadedStack, law: Law = inForce): Sourced<EmittedFile> => ({
  source,
  file: pipe(
    stack,
    E.chain((found) => compose(found, nameOf(source), law)),
    E.bimap(allUnshown, (found) => written(nameOf(source), found))
  )
})

/** What isolation is judged by, of a file that was emitted. */
type Isolated = Pick<EmittedFile, 'stack' | 'declaration' | 'trusted'>

/** What came of one stack file. */
export type Sourced<A> = { readonly source: string; readonly file: Validated<A> }

/**
 * The emissions of all stacks of a project, without the files of those that share something. A stack whose neighbour
 * cannot be read is refused too, since nothing shows that they share nothing (J.6.2 §4, §7).
 */
export const keepApart = <A extends Isolated>(
  emissions: ReadonlyArray<Sourced<A>>,
  law: Law = inForce
): ReadonlyArray<Sourced<A>> => {
  const isolation = judgeIsolation(
    emissions.map(({ source }) => source),
    emissions.map(neighbour),
    law.rules.isolation
  )
  return emissions.map(({ source, file }, index) => ({
    source,
    file: pipe(
      file,
      E.chain((emitted) => unless((isolation[index] ?? []).map(unshown), emitted))
    )
  }))
}

/**
 * What every stack of a project emits. Each is emitted by itself and then judged against all the others, so all of them
 * must be given (J.6.2 §4, §7).
 */
export const emitStacks = (
  loaded: ReadonlyArray<LoadedStack>,
  law: Law = inForce
): ReadonlyArray<Sourced<EmittedFile>> =>
  keepApart(
    loaded.map((one) => emitStack(one, law)),
    law
  )

const neighbour = ({ source, file }: Sourced<Isolated>): Validated<Neighbour> =>
  pipe(
    file,
    E.map(({ stack, declaration, trusted }) => ({ source, stack, declaration, trusted }))
  )

type Composed = { readonly declaration: Declaration; readonly blocks: ReadonlyArray<RenderedBlock> }

const compose = (stack: Stack, name: string, law: Law): Validated<Composed> =>
  pipe(
    allOf({
      declaration: judgeDeclaration(stack.declaration, name, law.charter, law.rules.declaration),
      parts: decodeParts(stack.parts)
    }),
    E.chain(({ declaration, parts }) => judgeBlocks(declaration, parts, law))
  )

type BuildBlocks = (declaration: Declaration) => ReadonlyArray<Block>

const decodeParts = (parts: unknown): Validated<ReadonlyArray<BuildBlocks>> =>
  Array.isArray(parts)
    ? all(
        Array.from(parts, (item: unknown, index) =>
          isPart(item) ? item.blocks : invalid(noPart(['parts', index], item))
        )
      )
    : invalid(noPart(['parts'], parts))

const judgeBlocks = (declaration: Declaration, parts: ReadonlyArray<BuildBlocks>, law: Law): Validated<Composed> =>
  pipe(
    [...foundationBlocks(declaration), ...parts.flatMap((build) => build(declaration))],
    (blocks) => all(blocks.map(renderBlock)),
    E.chain(configuration),
    E.chain(({ blocks }) => judgeConfiguration({ declaration, charter: law.charter, blocks }, law.rules.configuration))
  )

/** Written at once, so that of a thousand stacks only the text is kept and not the blocks too. */
const written = (stack: string, { declaration, blocks }: Composed): EmittedFile => ({
  stack,
  path: `out/${stack}/main.tf.json`,
  text: canonical(toJson({ blocks })),
  review: { path: `out/${stack}/REVIEW.md`, text: reviewText({ stack, declaration, blocks }) },
  resources: blocks.filter(({ type }) => type === 'resource').length,
  declaration,
  trusted: trustedIn(blocks)
})

/** `stacks/staging-eu.ts` is the stack `staging-eu`. */
const nameOf = (source: string): string => source.replace(/^.*\//, '').replace(/\.ts$/, '')

const noPart = (at: ReadonlyArray<string | number>, actual: unknown): Diagnostic => ({
  rule: 'part-complete',
  clause: 'J.7.0 §4',
  at,
  expected: at.length === 1 ? 'a list of parts' : 'a part, such as stateBucket({ … })',
  actual: shown(actual),
  remedy: 'Give `stack` its parts as a list; each comes from a function of zenthea-foundation.'
})
