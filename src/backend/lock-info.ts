import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { closed } from '../diagnostics/closed.ts'
import { jsonOf } from '../diagnostics/strict-json.ts'

/** What a lock says of its holder, and nothing else. Source: OpenTofu, internal/states/statemgr/locker.go, LockInfo. */
export const LockInfo = closed('a lock', {
  ID: t.string,
  Operation: t.string,
  Info: t.string,
  Who: t.string,
  Version: t.string,
  Created: t.string,
  Path: t.string
})

export type LockInfo = t.TypeOf<typeof LockInfo>

const escaped: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029'
}

/** A moment as Go writes it: no zeros at the end of the fraction, and no fraction that is zero. */
const asGoWrites = (created: string): string => created.replace(/(\.\d*?)0+Z$/, '$1Z').replace('.Z', 'Z')

/**
 * The text of a lock, byte for byte as Go's encoding/json writes what it reads of it. `tofu force-unlock` removes an item
 * only where reading and writing it gives the same text.
 */
export const writtenLockInfo = ({ ID, Operation, Info, Who, Version, Created, Path }: LockInfo): string =>
  JSON.stringify({ ID, Operation, Info, Who, Version, Created: asGoWrites(Created), Path }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => escaped[character] ?? character
  )

/** What a lock's text says; none when the text is not a lock's. */
export const readLockInfo = (text: string): O.Option<LockInfo> =>
  pipe(
    jsonOf(text),
    O.flatMap((json) => O.fromEither(LockInfo.decode(json)))
  )

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000]
] as const

/** How long something has been there, in its largest whole unit: `2 days`, `1 minute`, `0 seconds`. */
export const ageText = (millis: number): string => {
  const [name, length] = units.find(([, size]) => millis >= size) ?? (['second', 1000] as const)
  const count = Math.max(0, Math.floor(millis / length))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
