import * as N from 'fp-ts/lib/number.js'
import { type Ord, contramap, tuple } from 'fp-ts/lib/Ord.js'
import type * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Diagnostic, Path } from '../diagnostics/diagnostic.ts'
import type { Block } from '../terraform/block.ts'
import { type Places, placeOfPath } from './source/places.ts'

const isBelow = (path: Path, above: Path): boolean =>
  above.length <= path.length && above.every((step, index) => step === path[index])

/**
 * A path into the blocks of a stack as its author would write it. `operatorRole.trust.roles[0]` stands for the first
 * principal of the operator's trust policy. A path that no block has is such a path already.
 */
export const authored = (blocks: ReadonlyArray<Block>): ((path: Path) => Path) => {
  const known = blocks.flatMap(({ at, origins = [] }) =>
    origins.map(({ within, ...origin }) => ({ ...origin, within: [...at, ...within] }))
  )
  return (path) => {
    const best = known
      .filter(({ within }) => isBelow(path, within))
      .reduce<(typeof known)[number] | undefined>(
        (longest, one) => (longest === undefined || one.within.length > longest.within.length ? one : longest),
        undefined
      )
    if (best === undefined) return path
    return [...best.from, ...(best.isSame === true ? path.slice(best.within.length) : [])]
  }
}

/** A problem with the line and the column of its stack file, where the path that it names is written. */
export const placed =
  (source: string, places: Places) =>
  (problem: Diagnostic): Diagnostic => {
    if (problem.source !== undefined || problem.at === undefined) return problem
    const place = placeOfPath(places, problem.at)
    return place === undefined ? problem : { ...problem, source, place }
  }

/**
 * The problems, at most one for each value. The first one stays, or the one that says that the value must not be known
 * at all.
 */
export const onceEach = (problems: RNEA.ReadonlyNonEmptyArray<Diagnostic>): RNEA.ReadonlyNonEmptyArray<Diagnostic> => {
  const seen = new Map<string, Diagnostic>()
  const others = new Set<Diagnostic>()
  const secret = new Set(problems.filter(isSensitive).map(pathOf))
  for (const problem of problems) {
    const value = valueOf(problem, secret)
    if (value === undefined) continue
    const before = seen.get(value)
    if (before === undefined) seen.set(value, problem)
    else if (isSensitive(problem)) {
      others.add(before)
      seen.set(value, problem)
    } else others.add(problem)
  }
  const [first, ...rest] = problems.filter((problem) => !others.has(problem))
  return first === undefined ? problems : [first, ...rest]
}

const isSensitive = ({ rule }: Diagnostic): boolean => rule === 'sensitive-values'

const pathOf = ({ at = [] }: Diagnostic): string => JSON.stringify(at)

/**
 * The value that a problem is about, by its path. There is none where the whole stack is meant, or a whole part in which
 * each problem is another one.
 */
const valueOf = (problem: Diagnostic, secret: ReadonlySet<string>): string | undefined => {
  const { at = [] } = problem
  const path = pathOf(problem)
  return at.length > 1 || (at.length === 1 && secret.has(path)) ? path : undefined
}

/** The order of the stack file; a problem without a place comes last. */
export const byPlace: Ord<Diagnostic> = pipe(
  tuple(N.Ord, N.Ord),
  contramap(({ place }: Diagnostic): readonly [number, number] => [place?.line ?? Infinity, place?.column ?? Infinity])
)
