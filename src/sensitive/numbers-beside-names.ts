import { fold, letters } from './fold.ts'
import { about, aboutOf } from './lexicon/lexicon.ts'
import { personsIn } from './lexicon/names.ts'
import { thingBeforeNumber } from './lexicon/numbered-things.ts'
import { lastDigit, multipleOf, numberOf, numberTable } from './numbers.ts'
import { speaksOfACompany } from './organisations.ts'
import { firstOf } from './reading.ts'

/** Numbers of nine signs, of which one of three passes by chance: they count right beside a name alone. */
const nineDigits = firstOf([
  numberTable(
    [
      numberOf('Dutch citizen service number', '\\d{9}', multipleOf(11, [9, 8, 7, 6, 5, 4, 3, 2, -1])),
      numberOf('Portuguese tax number', '[123]\\d{2} ?\\d{3} ?\\d{3}', lastDigit(11, [-9, -8, -7, -6, -5, -4, -3, -2])),
      numberOf('Greek tax number', '[01]\\d{8}', lastDigit(11, [256, 128, 64, 32, 16, 8, 4, 2])),
      numberOf(
        'Hungarian health insurance number',
        '\\d{3}[ -]?\\d{3}[ -]?\\d{3}',
        lastDigit(10, [3, 7, 3, 7, 3, 7, 3, 7])
      ),
      numberOf('Maltese identity card number', '\\d{7}[MGAPLHBZ]', () => true)
    ],
    ''
  )
])

const number = /(?<![\p{L}\d])\d(?:[ ./-]?[A-Z]?\d){6,17}[A-Z]{0,2}(?![\p{L}\d])/gu

/** Words for an identity card cut short, before its number. */
const cards =
  /(?:^|[\p{L}.]{3} |[,;:(] ?)(?:I\.?D\.?|KI|OP|C\.?I\.?|CNI|DNI|BI|CC|ΑΔΤ|Α\.Δ\.Τ\.|ΑΤ|ЛК|SZIG|AK)[ .:#-]{1,2}/u
/** A number of eight to ten signs that a letter makes: `0417385M`, `AB417385`, `CA12345AB`. */
const lettered = /(?=[\dA-ZΑ-ΩА-Я]{8,10}(?![\p{L}\d-]))(?=\d{0,9}\p{Lu})(?=(?:\p{Lu}{0,3}\d){5})[\p{Lu}\d]{8,10}/u
const card = new RegExp(`${cards.source}${lettered.source}`, 'u')

const word = new RegExp(`[${letters}]+`, 'g')

/** Whether what stands between a name and a number is short and no word for a system. */
const isNear = (gap: string): boolean =>
  gap.length <= 40 && (fold(gap).match(word) ?? []).every((each) => (aboutOf(each) & about.system) === 0)

/**
 * The kind of a number beside the full name of a person, whose checksum alone is too weak. `bare` tells the kind by that.
 * The number of an order or another thing, and what a company has, is none.
 */
export const numberBesideNameIn =
  (bare: (text: string) => string | undefined) =>
  (text: string): string | undefined => {
    if (!/\d{2}[ ./-]?\d{3}/.test(text) || speaksOfACompany(fold(text))) return undefined
    const persons = personsIn(text)
    if (persons.length === 0) return undefined
    if (card.test(text)) return 'number of an identity card'
    for (const { 0: found, index } of text.matchAll(number)) {
      const end = index + found.length
      const gaps = persons.map(({ from, to }) => (to <= index ? text.slice(to, index) : text.slice(end, from)))
      if (thingBeforeNumber.test(fold(text.slice(Math.max(0, index - 40), index)))) continue
      const kind = gaps.some((gap) => gap.length <= 3) ? (bare(found) ?? nineDigits(found)) : bare(found)
      if (kind !== undefined && gaps.some(isNear)) return kind
    }
    return undefined
  }
