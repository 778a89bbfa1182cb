import type { Path } from '../diagnostics/diagnostic.ts'
import { isPlaceholder } from '../sensitive/placeholders.ts'
import { remembered } from '../sensitive/reading.ts'
import { isObject } from '../terraform/json.ts'

/** Words that stand for a name that is still to come, in any capitals. */
const words =
  'change[-_. ]?me|to[-_. ]?do|tbd|fix[-_. ]?me|placeholder|dummy|example|sample|your|my|foo|bar|baz|xxx+|replace[-_. ]?me'

/** What such a word stands before and means nothing more by: `your-role`, `my team`. */
const things = 'role|user|team|owner|group|path|policy|bucket|table|account|name|value|key|tag|project|service|here'

const oneOf = new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'i')

/** The name of a kind in the place of a name: `ROLE-NAME`. */
const ofKind = /^(?:role|user|path|policy|principal|bucket|table|account)[-_.]?(?:name|arn)$/i

/** A text that such words fill, as in `your team`. In a longer one they have a meaning of their own. */
const whole = new RegExp(`^(?:${words})(?:[-_. ](?:${words}|${things}))*$`, 'i')

/** In capitals, these are notes to the author in any text. */
const noted = /(?<!\p{L})(?:TODO|TBD|FIXME|CHANGE[-_. ]?ME)(?!\p{L})/u

const asks = remembered((text: string): string | undefined => (isPlaceholder(text) ? text : undefined))

/** An ARN, a path or a name, each of whose names is judged for itself. */
const inNames = (text: string): boolean =>
  oneOf.test(text) || text.split(/[/:*]+/).some((name) => ofKind.test(name) || asks(name) !== undefined)

/** A tag, which is written in a person's own words: a sample can be one of a laboratory. */
const inTag = (text: string): boolean => whole.test(text.trim()) || noted.test(text) || asks(text) !== undefined

/** A text that stands for a value which is still to come, and where it stands. */
export type Placeholder = { readonly at: Path; readonly text: string }

/** Every text of a value that stands for another one, keys of tags included. */
export const placeholdersIn = (value: unknown, at: Path, isOfTags = false): ReadonlyArray<Placeholder> => {
  if (typeof value === 'string') return (isOfTags ? inTag : inNames)(value) ? [{ at, text: value }] : []
  if (Array.isArray(value)) return value.flatMap((one, index) => placeholdersIn(one, [...at, index], isOfTags))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) => [
    ...(isOfTags && inTag(key) ? [{ at: [...at, key], text: key }] : []),
    ...placeholdersIn(one, [...at, key], isOfTags || key === 'tags')
  ])
}
