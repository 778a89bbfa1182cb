import { foldedWords, letters } from './fold.ts'

/** Words by language, each list joined by commas. */
export type Table = Readonly<Record<string, string>>

/** Where one of the words of a table stands in a folded text. */
export type Found = { readonly from: number; readonly to: number }

const small: ReadonlySet<string> = new Set(['d', 'de', 'di', 'da', 'do', 'of', 'la'])

/** A name without what joins its words, and once more without the small words that many leave out. */
const joined = (word: string): ReadonlyArray<string> => {
  const parts = word.split(/[ '-]+/)
  const inner = parts.filter((part, index) => index === 0 || index === parts.length - 1 || !small.has(part))
  return [parts.join(''), inner.join('')]
}

/** What a table can be written as: its words, and those among them that may have an ending. */
type Words = { readonly all: ReadonlySet<string>; readonly inflected: ReadonlySet<string> }

const endings = ['es', 'n', 'en', 'et', 'ul', 'em', 'om', 'e', 'a', 'i', 'u', 't']

/**
 * Whether a word is one of a table, or one with the ending of another number or case. A short word with an ending is often
 * another word.
 */
const isOneOf = ({ all, inflected }: Words, word: string): boolean =>
  all.has(word) ||
  (word.length > 3 && word.endsWith('s') && inflected.has(word.slice(0, -1))) ||
  endings.some(
    (ending) =>
      word.length >= 6 + ending.length && word.endsWith(ending) && inflected.has(word.slice(0, -ending.length))
  )

const token = new RegExp(`[${letters}]+|\\d+`, 'g')
/** What may stand between the words of a name: `tax id`, `tax-id`, `carta d'identita`. */
const joint = /^[ _.'-]{0,2}$/
const mostWords = 6
const longWord = 8

/**
 * Where the words of a table stand in a folded text, by themselves. Words of at least eight letters are found at the
 * end of a longer word too, as in `Datenbankpasswort` or `Hauptdiagnose`. A word of the table that is marked with `!`
 * has no ending. Words are looked up and not searched by a pattern, since a pattern of a thousand takes long to make. Where
 * a longer word is one of the other tables, it counts: the Finnish word for a nationality ends in the one for a secret.
 */
export const namesIn = (
  table: Table,
  others: ReadonlyArray<Table> = []
): ((folded: string) => ReadonlyArray<Found>) => {
  return (folded) => {
    const tokens = Array.from(folded.matchAll(token))
    return found(tokens, folded, wordsIn(table), others.map(wordsIn))
  }
}

const kept = new WeakMap<Table, Words>()

/** What a table can be written as, made when it is first asked for and kept. */
const wordsIn = (table: Table): Words => {
  const known = kept.get(table)
  if (known !== undefined) return known
  const [all, inflected] = [new Set<string>(), new Set<string>()]
  for (const word of foldedWords(table)) {
    const isFixed = word.endsWith('!')
    for (const each of joined(isFixed ? word.slice(0, -1) : word)) {
      all.add(each)
      if (!isFixed) inflected.add(each)
    }
  }
  kept.set(table, { all, inflected })
  return { all, inflected }
}

const isCompound = (word: string, known: Words, others: ReadonlyArray<Words>): boolean => {
  for (let at = 0; at <= Math.min(word.length, 40) - longWord; at += 1) {
    const end = word.slice(at)
    if (others.some((other) => isOneOf(other, end))) return false
    if (at > 0 && isOneOf(known, end)) return true
  }
  return false
}

const found = (
  tokens: ReadonlyArray<RegExpExecArray>,
  folded: string,
  known: Words,
  others: ReadonlyArray<Words>
): ReadonlyArray<Found> => {
  const all: Array<Found> = []
  for (let first = 0; first < tokens.length; first += 1) {
    if (/\d/.test(folded.charAt((tokens[first]?.index ?? 0) - 1))) continue
    const ends = endsOf(tokens, folded, first)
    const whole = ends.findLast(({ word, last }) => (last.length === 1 ? known.all.has(word) : isOneOf(known, word)))
    const match =
      whole ?? ends.slice(0, 1).find(({ word }) => word.length > longWord && isCompound(word, known, others))
    const isOther = ends.some(
      ({ word, to }) => to > (match?.to ?? 0) && others.some(({ all: words }) => words.has(word))
    )
    if (match !== undefined && !isOther) all.push({ from: tokens[first]?.index ?? 0, to: match.to })
  }
  return all
}

/**
 * The tokens from one on, joined as long as nothing but a joint stands between them, each with its end. A single
 * letter is not the ending of the word before it: in `Diagnose E11.9` it begins a code.
 */
const endsOf = (tokens: ReadonlyArray<RegExpExecArray>, folded: string, first: number) => {
  const ends: Array<{ readonly word: string; readonly last: string; readonly to: number }> = []
  for (const each of tokens.slice(first, first + mostWords)) {
    const before = ends.at(-1)
    if (before !== undefined && !joint.test(folded.slice(before.to, each.index))) break
    ends.push({ word: `${before?.word ?? ''}${each[0]}`, last: each[0], to: each.index + each[0].length })
  }
  return ends
}
