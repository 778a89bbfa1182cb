import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Selection } from './selection.ts'
import type { UsageMistake } from './usage.ts'

/** All stack files of a project, and those that a run is about; both relative to the project, sorted by code unit. */
export type Scope = {
  readonly project: string
  readonly sources: ReadonlyArray<string>
  readonly chosen: ReadonlyArray<string>
  /** True when no file was named, so that the run is about all of `out/` too. */
  readonly isWhole: boolean
}

const sorted = (names: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(names)].toSorted()

/** What a selection means, given what lies in `stacks/`. A named file that is not there stays: loading it says so. */
export const scope = (
  { project, named }: Selection,
  listed: O.Option<ReadonlyArray<string>>
): E.Either<UsageMistake, Scope> => {
  const isWhole = named.length === 0
  if (isWhole && O.isNone(listed)) return E.left({ _tag: 'NoStacksFolder', folder: project })
  const present = pipe(
    listed,
    O.getOrElse((): ReadonlyArray<string> => [])
  )
  const sources = sorted([...present, ...named])
  return E.right({ project, sources, chosen: isWhole ? sources : sorted(named), isWhole })
}
