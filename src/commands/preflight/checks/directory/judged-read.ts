import type { Sourced } from '../../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import { type Finding, findingsOf } from '../../../../diagnostics/finding.ts'
import type { ReadFailure } from '../../../../outside/files/files.port.ts'

/** The stack of `out/<stack>`, or of something in it. */
export const stackIn = (path: string): string => path.split('/')[1] ?? ''

/**
 * What a person types to have `out/<stack>` prepared, given the path of it or of something in it. It is the guard's
 * command, which looks at what it hands to OpenTofu and binds what came of it (J.7.0 §2).
 */
export const initCommand = (path: string): string => `npm run tofu -- stacks/${stackIn(path)}.ts init`

/** What a person types to see what an apply would do. */
const planCommand = (path: string): string => `npm run tofu -- stacks/${stackIn(path)}.ts plan`

/** What a person types to have all checks of preflight run. */
export const preflightCommand = (path: string): string => `npm run preflight -- stacks/${stackIn(path)}.ts`

/** What was read; none where it is not there. */
export type Read<A> = E.Either<ReadFailure, O.Option<A>>

/** What a finding says, good or bad. */
export type About = Sourced<Pick<Diagnostic, 'rule' | 'clause' | 'expected'>>

/** The diagnostics to what was read, or to its being unreadable or not there. */
export const judgedRead = <A>(
  read: Read<A>,
  about: About,
  absent: () => ReadonlyArray<Sourced<Diagnostic>>,
  judge: (found: A) => ReadonlyArray<Sourced<Diagnostic>>
): ReadonlyArray<Sourced<Diagnostic>> => {
  if (E.isRight(read)) return O.isNone(read.right) ? absent() : judge(read.right.value)
  const { what, cause } = read.left
  return [
    {
      ...about,
      actual: `${what} cannot be read: ${cause}`,
      remedy: `See what ${what} is, and remove it or make it readable.`
    }
  ]
}

/** What ends it. The guard makes the data directory anew for each run, and needs the lock file, which its init writes. */
const initialise = (folder: string, lacksLock: boolean): string =>
  lacksLock
    ? `Let init write the lock file, and commit it: ${initCommand(folder)}`
    : `Plan with the guard, which needs none of this: ${planCommand(folder)}. For tofu itself: ${initCommand(folder)} && tofu -chdir=${folder} init -lockfile=readonly`

const notInitialised = (about: About, at: MadeByInit): ReadonlyArray<Sourced<Diagnostic>> => [
  {
    ...about,
    rule: 'initialised',
    actual: `${at.what} is not there: this working directory is not initialised`,
    remedy: initialise(at.folder, at.lacksLock)
  }
]

/** What init makes, in which working directory, and whether the lock file is not there. */
export type MadeByInit = { readonly folder: string; readonly what: string; readonly lacksLock: boolean }

/** The findings on one thing that init makes: while it is early, before init, it may be absent. */
export const ofInit = <A>(
  isEarly: boolean,
  place: MadeByInit,
  about: About,
  read: Read<A>,
  judge: (found: A) => ReadonlyArray<Sourced<Diagnostic>>
): ReadonlyArray<Finding> => {
  const diagnostics = judgedRead(read, about, () => (isEarly ? [] : notInitialised(about, place)), judge)
  const isThere = E.isRight(read) && O.isSome(read.right)
  return findingsOf(diagnostics, { ...about, actual: isThere ? 'as expected' : 'not there yet: init makes it' })
}
