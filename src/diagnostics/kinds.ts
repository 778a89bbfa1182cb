import * as t from 'io-ts'
import type { Branded } from './named.ts'

/** What a digest is taken of. */
export type Digested =
  'the program' | 'a source' | 'the emitted file' | 'the plan' | 'tofu' | 'the lock file' | 'a file of a provider'

/**
 * A SHA-256: 64 lower-case hexadecimal digits. It knows what it was taken of, so that two digests of unlike things cannot
 * be compared.
 */
export type Sha256<Of extends Digested> = Branded<`SHA-256 of ${Of}`>

/** The full id of a git commit, of either kind of repository, in lower case. */
export type CommitId = Branded<'commit'>

/** A moment as it is written: RFC 3339 in UTC, to the millisecond. */
export type Instant = Branded<'instant'>

/** A moment as it is counted: milliseconds since 1970 in UTC. The difference of two of them is a number. */
export type Moment = number & { readonly _brand: 'moment' }

const isMoment = (value: unknown): value is Moment => typeof value === 'number'

/** Takes a counted moment in. Its reader judges whether a date can be so far from 1970. */
export const Moment = new t.Type<Moment, number>(
  'a moment in milliseconds since 1970',
  isMoment,
  (value, context) => (isMoment(value) ? t.success(value) : t.failure(value, context)),
  t.identity
)

/** The moment so many milliseconds after 1970. */
export const momentAt = (millis: number): Moment => millis as Moment

/** The moment that lies so many milliseconds before another one. */
export const earlier = (moment: Moment, millis: number): Moment => momentAt(moment - millis)

/** A stack file, or what was emitted from one: relative to the project, with `/` on every system. */
export type ProjectPath = `stacks/${string}` | `out/${string}`

/** A path of this machine that begins at its root. */
export type AbsolutePath = `/${string}`

const isAbsolute = (path: string): path is AbsolutePath => path.startsWith('/')

/** A path that was resolved; one that does not begin at the root is a defect. */
export const absolutePath = (path: string): AbsolutePath => {
  if (!isAbsolute(path)) throw new TypeError('a path that was resolved does not begin at the root')
  return path
}
