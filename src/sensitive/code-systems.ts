import { fold, letters } from './fold.ts'
import { ageOrBed } from './lexicon/ages.ts'
import { hasSince, keepsCodes } from './lexicon/code-systems.ts'
import { about, aboutOf } from './lexicon/lexicon.ts'
import { hasGivenName } from './lexicon/names.ts'

/** Codes of illnesses and medicines, of a laboratory without a value behind them, and of SNOMED CT behind its name. */
const codes =
  /(?<![\w.-])(?:[A-TV-Z]\d\d(?:\.[\dx]{1,3}|[A-Z]{2}\d\d)?|\d{1,5}-\d(?! ?[=:<>] ?\d))(?![\w-]|\.\d)|(?<=SNOMED(?:[ -]?CT)?[ :=#-]{1,3})\d{6,18}(?!\d)/gi

const initial = /(?<![\p{L}\d])\p{Lu}\. ?\p{Lu}\p{Ll}{2,}|(?<!\p{L})\p{Lu}\p{Ll}{2,} \p{Lu}\.(?![\p{L}\d])/u
const day = /(?<!\d)(?:19\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]19\d\d)(?!\d)/

const word = new RegExp(`[${letters}]+`, 'g')

/** Whether a text names a person, an age or a bed, or says that someone has an illness. */
const tellsOfAPerson = (text: string, folded: string): boolean =>
  hasSince.test(folded) ||
  ageOrBed.test(folded) ||
  day.test(text) ||
  initial.test(text) ||
  hasGivenName(text) ||
  (folded.match(word) ?? []).some((each) => (aboutOf(each) & about.person) !== 0)

/**
 * A text without codes of illnesses, where it speaks of what keeps such codes and of no person: `E11.9 is missing in the
 * mapping`.
 */
export const withoutKeptCodes = (text: string): string => {
  if (text.search(codes) < 0) return text
  const folded = fold(text)
  return keepsCodes.test(folded) && !tellsOfAPerson(text, folded) ? text.replace(codes, ' ') : text
}
