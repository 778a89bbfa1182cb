import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type SettingName, clauses } from './clauses.ts'
import type { Setting, Standing } from './setting.ts'

/** A setting that is what it must be, or is not. */
export const setting = (name: SettingName, expected: string, actual: string, standing: Standing): Setting => ({
  name,
  clause: clauses[name],
  expected,
  actual,
  standing
})

/** A setting that AWS says in one word. */
export const same = (name: SettingName, expected: string, actual: string): Setting =>
  setting(name, expected, actual, expected === actual ? 'right' : 'wrong')

/** A setting that may not have been made yet. */
export const made = <A>(
  name: SettingName,
  expected: string,
  actual: O.Option<A>,
  text: (value: A) => string,
  isRight: (value: A) => boolean
): Setting =>
  pipe(
    actual,
    O.match(
      () => setting(name, expected, 'not set', 'unset'),
      (value) => setting(name, expected, text(value), isRight(value) ? 'right' : 'wrong')
    )
  )

/** Tags as they are shown: `Key=Value`, in the order of their keys. */
const tagText = (tags: Readonly<Record<string, string>>): string =>
  Object.keys(tags).length === 0
    ? 'none'
    : Object.entries(tags)
        .map(([key, value]) => `${key}=${value}`)
        .toSorted()
        .join(', ')

/** Tags are the mark by which seed knows its own: all of them, and no other. */
export const sameTags = (
  expected: Readonly<Record<string, string>>,
  actual: Readonly<Record<string, string>>
): Setting =>
  setting(
    'tags',
    tagText(expected),
    tagText(actual),
    Object.keys(expected).length === Object.keys(actual).length &&
      Object.entries(expected).every(([key, value]) => actual[key] === value)
      ? 'right'
      : 'wrong'
  )
