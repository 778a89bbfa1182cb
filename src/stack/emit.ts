import * as E from 'fp-ts/lib/Either.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { flow, pipe } from 'fp-ts/lib/function.js'
import type { Charter, Neighbour } from '../charter/charter.ts'
import { completeBlocks, missingBlocks } from '../charter/configuration/complete-blocks.ts'
import { withOwnExamples } from '../charter/examples.ts'
import { trustedIn } from '../charter/configuration/trust-documents.ts'
import { judgeConfiguration, judgeDeclaration, judgeIsolation } from '../charter/judge.ts'
import { type Law, type Laws, isolationOver, lawOf, phases } from '../charter/phases.ts'
import { allUnshown, unshown } from '../charter/redacted.ts'
import type { Declaration, EmittedFile } from '../declaration/declaration.ts'
import type { Diagnostic, Path } from '../diagnostics/diagnostic.ts'
import { isRecord, lookedUp } from '../diagnostics/record.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Validated, all, allOf, invalid, unless } from '../diagnostics/validated.ts'
import { reviewText } from '../review/review-text.ts'
import { withSensitive } from './authors-values.ts'
import { authored, byPlace, onceEach, placed } from './authored.ts'
import { isPart } from './part.ts'
import { foundationBlocks } from './parts/foundation.ts'
import type { Places } from './source/places.ts'
import { type Stack, besideParts } from './stack.ts'
import type { Block, RenderedBlock } from '../terraform/block.ts'
import { configuration, toJson } from '../terraform/configuration.ts'
import { canonical } from '../terraform/json.ts'
import { renderBlock } from '../terraform/render.ts'

/** A stack file after it was loaded: the stack that it exports, or why there is none. */
export type LoadedStack = {
  readonly source: string
  readonly stack: Validated<Stack>
  /** Where its file writes what it declares; without it, problems have no line. */
  readonly written?: Places
}

/**
 * The output of one stack by itself. It is decoded, composed and judged by the charter of its phase, but not yet
 * against its neighbours. Tests give other phases than those in force.
 */
export const emitStack = (
  { source, stack, written: places = [] }: LoadedStack,
  laws: Laws = phases
): Sourced<EmittedFile> => ({
  source,
  places,
  file: pipe(
    stack,
    E.chain((found) => compose(found, nameOf(source), lawOf(laws, phaseIn(found)))),
    E.mapLeft(flow(RNEA.map(placed(source, places)), RNEA.sort(byPlace))),
    E.bimap(allUnshown, (found) => written(nameOf(source), found))
  )
})

/** What isolation is judged by, of a file that was emitted. */
type Isolated = Pick<EmittedFile, 'stack' | 'declaration' | 'trusted'>

/** What came of one stack file. */
export type Sourced<A> = { readonly source: string; readonly places?: Places; readonly file: Validated<A> }

/**
 * The emissions of all stacks of a project, without the files of those that share something. A stack whose neighbour
 * cannot be read is refused too, since nothing shows that they share nothing (J.6.2 §4, §7). Stacks of several phases
 * are held apart too.
 */
export const keepApart = <A extends Isolated>(
  emissions: ReadonlyArray<Sourced<A>>,
  laws: Laws = phases
): ReadonlyArray<Sourced<A>> => {
  const isolation = judgeIsolation(
    emissions.map(({ source }) => source),
    emissions.map(neighbour),
    isolationOver(laws)
  )
  return emissions.map(({ source, places = [], file }, index) => ({
    source,
    places,
    file: pipe(
      file,
      E.chain((emitted) => unless((isolation[index] ?? []).map(placed(source, places)).map(unshown), emitted))
    )
  }))
}

/**
 * What every stack of a project emits. Each is emitted by itself and then judged against all the others, so all of them
 * must be given (J.6.2 §4, §7).
 */
export const emitStacks = (
  loaded: ReadonlyArray<LoadedStack>,
  laws: Laws = phases
): ReadonlyArray<Sourced<EmittedFile>> =>
  keepApart(
    loaded.map((one) => emitStack(one, laws)),
    laws
  )

const neighbour = ({ source, file }: Sourced<Isolated>): Validated<Neighbour> =>
  pipe(
    file,
    E.map(({ stack, declaration, trusted }) => ({ source, stack, declaration, trusted }))
  )

type Composed = {
  readonly declaration: Declaration
  readonly blocks: ReadonlyArray<RenderedBlock>
  /** A path into the blocks as its author would write it. */
  readonly asWritten: (path: Path) => Path
}

const compose = (stack: Stack, name: string, law: Law): Validated<Composed> => {
  const declaration = judgeDeclaration(stack.declaration, name, law.charter, law.rules.declaration)
  const examples = withOwnExamples(E.isRight(declaration) ? declaration.right : {}, name)
  return pipe(
    allOf({
      declaration,
      alone: unless(besideParts(stack), null),
      parts: pipe(decodeParts(stack.parts, law.charter), E.mapLeft(RNEA.map(examples)))
    }),
    E.mapLeft(withSensitive(stack, law)),
    E.chain(({ declaration, parts }) => judgeBlocks(declaration, parts, { stack, name, law })),
    E.mapLeft(onceEach)
  )
}

type BuildBlocks = (declaration: Declaration) => ReadonlyArray<Block>

const decodeParts = (parts: unknown, charter: Charter): Validated<ReadonlyArray<BuildBlocks>> => {
  if (!Array.isArray(parts)) return invalid(noPart(['parts'], parts))
  const own = new Set([...charter.blocks.values()].map(({ part }) => part))
  const names = Array.from(parts, (item: unknown) => (isPart(item) && own.has(item.name) ? item.name : undefined))
  return all(
    Array.from(parts, (item: unknown, index) => {
      if (!isPart(item)) return invalid(noPart(['parts', index], item))
      const first = names.indexOf(item.name)
      return first >= 0 && first < index ? invalid(secondPart(index, item.name)) : item.blocks
    })
  )
}

const judgeBlocks = (
  declaration: Declaration,
  parts: ReadonlyArray<BuildBlocks>,
  { stack, name, law }: { readonly stack: Stack; readonly name: string; readonly law: Law }
): Validated<Composed> => {
  const { charter, rules } = law
  const made = [...foundationBlocks(declaration), ...parts.flatMap((build) => build(declaration))]
  const asWritten = authored(made)
  const inOwnWords = withOwnExamples(declaration, name)
  const missing = (blocks: ReadonlyArray<RenderedBlock>): ReadonlySet<string> =>
    new Set(rules.configuration.includes(completeBlocks) ? missingBlocks(charter, blocks).keys() : [])
  return pipe(
    all(made.map(renderBlock)),
    E.chain((blocks) => configuration(blocks, missing(blocks))),
    E.mapLeft(withSensitive(stack, law)),
    E.chain(({ blocks }) => judgeConfiguration({ declaration, charter, blocks }, rules.configuration)),
    E.bimap(
      RNEA.map((problem) =>
        inOwnWords({ ...problem, at: problem.at === undefined ? undefined : asWritten(problem.at) })
      ),
      ({ blocks }) => ({ declaration, blocks, asWritten })
    )
  )
}

/** Written at once, so that of a thousand stacks only the text is kept and not the blocks too. */
const written = (stack: string, { declaration, blocks, asWritten }: Composed): EmittedFile => ({
  stack,
  path: `out/${stack}/main.tf.json`,
  text: canonical(toJson({ blocks })),
  review: { path: `out/${stack}/REVIEW.md`, text: reviewText({ stack, declaration, blocks }) },
  resources: blocks.filter(({ type }) => type === 'resource').length,
  declaration,
  trusted: trustedIn(blocks).map((one) => ({ ...one, at: asWritten(one.at) }))
})

const phaseIn = ({ declaration }: Stack): unknown =>
  isRecord(declaration) ? lookedUp(declaration, 'phase') : undefined

/** `stacks/staging-eu.ts` is the stack `staging-eu`. */
const nameOf = (source: string): string => source.replace(/^.*\//, '').replace(/\.ts$/, '')

const noPart = (at: ReadonlyArray<string | number>, actual: unknown): Diagnostic => ({
  rule: 'part-complete',
  clause: 'J.7.0 §4',
  at,
  expected: at.length === 1 ? 'a list of parts' : 'a part, such as stateBucket({ … })',
  actual: isPart(actual) ? `one part, ${actual.name}` : shown(actual),
  remedy: 'Give `stack` its parts as a list; each comes from a function of zenthea-foundation.'
})

const secondPart = (index: number, name: string): Diagnostic => ({
  rule: 'addresses-unique',
  clause: 'J.7.0 §4',
  at: ['parts', index],
  expected: `${name}() once among the parts`,
  actual: 'a second one',
  remedy: 'Remove one of the two.'
})
