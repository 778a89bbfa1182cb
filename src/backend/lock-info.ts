import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { closedRecord } from '../diagnostics/closed.ts'
import { jsonOf } from '../diagnostics/strict-json.ts'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const daysOf = (year: number, month: number): number => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
}

/** Whether Go's time.Time reads a text as a moment in UTC: it takes no 30 February and no second 60. Source: RFC 3339. */
const isMoment = (text: string): boolean => {
  const [matched, ...parts] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/.exec(text) ?? []
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  return matched !== undefined && day >= 1 && day <= daysOf(year, month) && hour < 24 && minute < 60 && second < 60
}

/** The id of a lock stands in commands that are copied. Source: OpenTofu, statemgr.NewLockInfo, a UUID. */
const isLockId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What a lock says of its holder, and nothing else. Source: OpenTofu, internal/states/statemgr/locker.go, LockInfo. */
export const LockInfo = closedRecord({
  ID: t.refinement(t.string, isLockId),
  Operation: t.string,
  Info: t.string,
  Who: t.string,
  Version: t.string,
  Created: t.refinement(t.string, isMoment),
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
const asGoWrites = (created: string): string => created.replace(/(\.\d*?)0+Z/, '$1Z').replace('.Z', 'Z')

/**
 * The text of a lock, byte for byte as Go's encoding/json writes what it reads of it. `tofu force-unlock` removes an item
 * only where reading and writing it gives the same text.
 */
export const writtenLockInfo = ({ ID, Operation, Info, Who, Version, Created, Path }: LockInfo): string =>
  JSON.stringify({ ID, Operation, Info, Who, Version, Created: asGoWrites(Created), Path }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => escaped[character] ?? character
  )

/**
 * What a lock's text says. None when the text is not a lock's, or not in the one way in which OpenTofu writes it: a text of
 * another form could be read in two ways, and `tofu force-unlock` removes none.
 */
export const readLockInfo = (text: string): O.Option<LockInfo> =>
  pipe(
    jsonOf(text),
    O.flatMap((json) => O.fromEither(LockInfo.decode(json))),
    O.filter((info) => writtenLockInfo(info) === text)
  )

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000]
] as const

/** How long something has been there, in its largest whole unit: `2 days`, `1 minute`, `0 seconds`. */
export const ageText = (millis: number): string => {
  const [name, length] = units.find(([, size]) => millis >= size) ?? units[3]
  const count = Math.max(0, Math.floor(millis / length))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
