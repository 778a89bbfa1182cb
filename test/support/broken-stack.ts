import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { placeOf } from '../../src/charter/charter.ts'
import { j70 } from '../../src/charter/j-7-0.ts'
import { judgeConfiguration } from '../../src/charter/judge.ts'
import { rules } from '../../src/charter/rules.ts'
import type { Law } from '../../src/charter/phases.ts'
import type { Path, Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Part } from '../../src/stack/part.ts'
import type { RenderedBlock } from '../../src/terraform/block.ts'
import type { Json } from '../../src/terraform/json.ts'
import type { Sentence } from '../../src/registry/clauses.ts'
import { type Change, changed, changedAll } from './changed.ts'
import { declaration, renderedBlocks } from './valid-blocks.ts'
import {
  type Options,
  type PartName,
  loaded,
  partsWith,
  problemsOf,
  validDeclaration,
  validOptions,
  validSource
} from './valid-stack.ts'

/** A stack with one fault, and what must be said of it: one problem for each place, all of one rule. */
export type BrokenStack = {
  readonly title: string
  readonly rule: string
  readonly sentence: Sentence
  readonly at: ReadonlyArray<Path>
  /** Whether a part refuses it by itself, before any law is asked. */
  readonly beforeTheLaw?: boolean
  /** What the judge says of it, also under a law that lacks a rule. */
  readonly problems: (law?: Law) => ReadonlyArray<Diagnostic>
}

/** The rule that refuses, and the sentence that it enforces. */
export type Because = readonly [rule: string, sentence: Sentence]

export const lawInForce: Law = { charter: j70, rules }

/** A broken stack of any kind. */
export const broken = (
  title: string,
  [rule, sentence]: Because,
  at: ReadonlyArray<Path>,
  problems: BrokenStack['problems']
): BrokenStack => ({ title, rule, sentence, at, problems })

const pathsOf = (changes: ReadonlyArray<Change>): ReadonlyArray<Path> => changes.slice(0, 1).map(([path]) => path)

/** A declaration in which some values are others. Without `at`, the first of them is where the problem is. */
export const declares = (
  title: string,
  because: Because,
  changes: ReadonlyArray<Change>,
  at: ReadonlyArray<Path> = pathsOf(changes),
  source: string = validSource
): BrokenStack =>
  broken(title, because, at, (law) =>
    problemsOf([loaded(changedAll(validDeclaration, changes), partsWith(validOptions), source)], law)
  )

/** A part that is called with other options. */
export const calls = (
  title: string,
  because: Because,
  part: PartName,
  changes: ReadonlyArray<Change>,
  at: ReadonlyArray<Path> = pathsOf(changes).map((path) => [part, ...path])
): BrokenStack =>
  broken(title, because, at, (law) => {
    const options = changed(validOptions, [part], changedAll(validOptions[part], changes)) as Options
    return problemsOf([loaded(validDeclaration, partsWith(options))], law)
  })

/** A part that refuses its own options. */
export const misuses = (
  title: string,
  because: Because,
  part: PartName,
  changes: ReadonlyArray<Change>,
  at?: ReadonlyArray<Path>
): BrokenStack => ({ ...calls(title, because, part, changes, at), beforeTheLaw: true })

/** A stack with one part more. The part is made anew each time, as a stack file would. */
export const adds = (title: string, because: Because, extra: () => unknown, at: Path): BrokenStack =>
  makes(title, because, (parts) => [...parts, extra()], [at])

/** A stack with another list of parts. */
export const makes = (
  title: string,
  because: Because,
  change: (parts: ReadonlyArray<Part>) => unknown,
  at: ReadonlyArray<Path>
): BrokenStack =>
  broken(title, because, at, (law) => problemsOf([loaded(validDeclaration, change(partsWith(validOptions)))], law))

/** Blocks of which one is written in another way than its part would write it, or not at all. */
export const writes = (
  title: string,
  because: Because,
  place: string,
  changes: ReadonlyArray<Change>,
  within: ReadonlyArray<Path> = pathsOf(changes)
): BrokenStack => {
  const found = renderedBlocks.find((block) => placeOf(block) === place)
  if (found === undefined) throw new Error(`no block stands at ${place}`)
  const rewritten = { ...found, body: changedAll(found.body, changes) as Json }
  const blocks = renderedBlocks.map((block) => (block === found ? rewritten : block))
  return broken(
    title,
    because,
    within.map((path) => [...found.at, ...path]),
    (law) => judged(blocks, law)
  )
}

/** Blocks of which one is missing. */
export const lacks = (title: string, because: Because, place: string): BrokenStack =>
  broken(title, because, [[]], (law) =>
    judged(
      renderedBlocks.filter((block) => placeOf(block) !== place),
      law
    )
  )

const judged = (blocks: ReadonlyArray<RenderedBlock>, { charter, rules: all }: Law = lawInForce) =>
  pipe(
    judgeConfiguration({ declaration, charter, blocks }, all.configuration),
    E.match(
      (problems): ReadonlyArray<Diagnostic> => problems,
      () => []
    )
  )
