import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { meaning } from '../diagnostics/decode.ts'
import { named } from '../diagnostics/named.ts'

const most = 25

/** AWS takes separators of lines and paragraphs too, which some readers take for the end of a line. */
const allowed = /^[\p{L}\p{Zs}\p{N}_.:/=+\-@]*$/u
const isText = (text: string): boolean => allowed.test(text) && text.trim() === text && text.normalize('NFC') === text
const isKey = (key: string): boolean => key.length >= 1 && key.length <= 128 && isText(key) && !/^aws:/i.test(key)
const isValue = (value: unknown): boolean =>
  typeof value === 'string' && value.length >= 1 && value.length <= 256 && isText(value)

const isRecord = (value: unknown): value is Readonly<Record<string, string>> =>
  t.UnknownRecord.is(value) && Object.keys(value).length >= 1 && Object.keys(value).length <= most

const validate = (value: unknown, context: t.Context): t.Validation<Readonly<Record<string, string>>> => {
  if (!isRecord(value)) return t.failure(value, context)
  const entries = Object.entries(value)
  const names = entries.map(([key]) => key.toLowerCase())
  const wrong = entries.filter(
    ([key, tag], index) => !isKey(key) || !isValue(tag) || names.indexOf(key.toLowerCase()) < index
  )
  return wrong.length === 0
    ? t.success(Object.fromEntries(entries))
    : t.failures(wrong.map(([key, tag]) => ({ value: tag, context: [...context, { key, type: Tag, actual: tag }] })))
}

const isTags = (value: unknown): value is Readonly<Record<string, string>> => E.isRight(validate(value, []))

/**
 * At least one tag, each with a key and a value that every AWS service takes. A key has 1 to 128 characters and a value 1 to
 * 256, in Unicode normal form C as they will be written. A resource carries the stack's tags and its own, and AWS takes 50; IAM
 * does not tell keys by their capitals. Sources: AWS, "Tag naming limits and requirements"; IAM, "Tags for IAM resources".
 */
export const Tags = meaning(new t.Type('tags', isTags, validate, t.identity), {
  rule: 'tags',
  clause: 'J.6.2 §7',
  expected: `an object of 1 to ${most} tags, such as { Purpose: 'state' }`,
  remedy: 'Write the tags out between { and }; every resource that can carry a tag carries these.'
})

/** One tag, for what is said of it; `validate` has judged key and value together. */
const Tag: t.Mixed = named(
  {
    rule: 'tags',
    clause: 'J.6.2 §7',
    expected:
      'a tag that AWS takes: key of 1 to 128, value of 1 to 256 letters, digits, spaces and _ . : / = + - @ in Unicode normal form C, no space at an end, key not beginning with aws: and differing from the others in more than capitals',
    remedy: 'Correct the key or the value of this tag.'
  },
  isValue
)
