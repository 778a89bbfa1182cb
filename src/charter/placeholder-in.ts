import type { Path } from '../diagnostics/diagnostic.ts'
import { isPlaceholder } from '../sensitive/placeholders.ts'
import { remembered } from '../sensitive/reading.ts'
import { isObject } from '../terraform/json.ts'

/** Words that say of any name, in any capitals, that it is still to come. */
const plain = 'change[-_. ]?me|tbd|fix[-_. ]?me|placeholder|dummy|xxx+|replace[-_. ]?me'

/** These can be a part of a name that others gave: `sample-intake`, `my-platform`. */
const words = `${plain}|to[-_. ]?do|example|sample|your|my|foo|bar|baz`

/** What such a word stands before and means nothing more by: `your-role`, `my team`. */
const things = 'role|user|team|owner|group|path|policy|bucket|table|account|name|value|key|tag|project|service|here'

const among = (all: string): RegExp => new RegExp(`(?<![a-z])(?:${all})(?![a-z])`, 'i')
const [ofWords, ofPlain] = [among(words), among(plain)]

/** The name of a kind in the place of a name: `ROLE-NAME`. */
const ofKind = /^(?:role|user|path|policy|principal|bucket|table|account)[-_.]?(?:name|arn)$/i

/** A text that such words fill, as in `your team`. In a longer one they have a meaning of their own. */
const whole = new RegExp(`^(?:${words})(?:[-_. ](?:${words}|${things}))*$`, 'i')

/** In capitals, these are notes to the author in any text. */
const noted = new RegExp(`(?<!\\p{L})(?:${'todo|tbd|fixme|change[-_. ]?me'.toUpperCase()})(?!\\p{L})`, 'u')

const asks = remembered((text: string): string | undefined => (isPlaceholder(text) ? text : undefined))

/** An ARN, a path or a name that others gave: each of its names is judged for itself. */
const inTrust = (text: string): boolean =>
  ofPlain.test(text) ||
  text.split(/[/:*]+/).some((name) => whole.test(name) || ofKind.test(name) || asks(name) !== undefined)

/** The same of what the author names. */
const inOwn = (text: string): boolean => ofWords.test(text) || inTrust(text)

/** A tag, which is written in a person's own words: a sample can be one of a laboratory. */
const inTag = (text: string): boolean => whole.test(text.trim()) || noted.test(text) || asks(text) !== undefined

/** A text that stands for a value which is still to come, and where it stands. */
export type Placeholder = { readonly at: Path; readonly text: string }

/** Who gave the names of a value: the author, those who are trusted, or who wrote a tag. */
type Given = 'own' | 'trust' | 'tags'

const judges: Readonly<Record<Given, (text: string) => boolean>> = { own: inOwn, trust: inTrust, tags: inTag }

/** Every text of a value that stands for another one, keys of tags included. */
export const placeholdersIn = (value: unknown, at: Path, given: Given = 'own'): ReadonlyArray<Placeholder> => {
  if (typeof value === 'string') return judges[given](value) ? [{ at, text: value }] : []
  if (Array.isArray(value)) return value.flatMap((one, index) => placeholdersIn(one, [...at, index], given))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) => [
    ...(given === 'tags' && inTag(key) ? [{ at: [...at, key], text: key }] : []),
    ...placeholdersIn(one, [...at, key], key === 'tags' ? 'tags' : given)
  ])
}
