import { foldedWords, letters } from './fold.ts'

/** Where one of the words of a table stands in a folded text. */
export type Found = { readonly from: number; readonly to: number }

const small: ReadonlySet<string> = new Set(['d', 'de', 'di', 'da', 'do', 'of', 'la'])

/** A name without what joins its words, and once more without the small words that many leave out. */
const joined = (word: string): ReadonlyArray<string> => {
  const parts = word.split(/[ '-]+/)
  const inner = parts.filter((part, index) => index === 0 || index === parts.length - 1 || !small.has(part))
  return [parts.join(''), inner.join('')]
}

const ending = /(?:s|es|n|en|e|a|i|u)$/
const endings = ['s', 'es', 'n', 'en', 'e', 'a', 'i', 'u']

/** A word, and what it is without the ending of another number or case. A short word with an ending is often another. */
const stems = (word: string): ReadonlyArray<string> => [
  word,
  ...(word.length > 3 && word.endsWith('s') ? [word.slice(0, -1)] : []),
  ...(word.length > 6 && ending.test(word)
    ? endings
        .filter((each) => word.endsWith(each) && word.length - each.length >= 6)
        .map((each) => word.slice(0, -each.length))
    : [])
]

const token = new RegExp(`[${letters}]+|\\d+`, 'g')
/** What may stand between the words of a name: `tax id`, `tax-id`, `carta d'identita`. */
const joint = /^[ _.'-]{0,2}$/
const mostWords = 6
const longWord = 8

/**
 * Where the words of a table stand in a folded text, by themselves, and those of at least eight letters at the end of a
 * longer word too, as in `Datenbankpasswort` or `Hauptdiagnose`. A word of the table that is marked with `!` has no
 * ending. Words are looked up and not searched by a pattern, since a pattern of a thousand takes long to make.
 */
export const namesIn = (table: Readonly<Record<string, string>>): ((folded: string) => ReadonlyArray<Found>) => {
  let known: { readonly free: ReadonlySet<string>; readonly exact: ReadonlySet<string> } | undefined
  const read = () => {
    const words = foldedWords(table)
    const of = (some: ReadonlyArray<string>) => new Set(some.flatMap((word) => joined(word.replace('!', ''))))
    return { free: of(words.filter((word) => !word.endsWith('!'))), exact: of(words) }
  }

  return (folded) => {
    known ??= read()
    const { free, exact } = known
    const isName = (word: string): boolean => exact.has(word) || stems(word).some((stem) => free.has(stem))
    const isCompound = (word: string): boolean =>
      Array.from({ length: Math.max(0, Math.min(word.length, 40) - longWord) }, (_, at) => word.slice(at + 1)).some(
        isName
      )

    return found(Array.from(folded.matchAll(token)), folded, isName, isCompound)
  }
}

const found = (
  tokens: ReadonlyArray<RegExpExecArray>,
  folded: string,
  isName: (word: string) => boolean,
  isCompound: (word: string) => boolean
): ReadonlyArray<Found> => {
  const all: Array<Found> = []
  for (let first = 0; first < tokens.length; first += 1) {
    if (/\d/.test(folded.charAt((tokens[first]?.index ?? 0) - 1))) continue
    const ends = endsOf(tokens, folded, first)
    const whole = ends.findLast(({ word }) => isName(word))
    const match = whole ?? ends.slice(0, 1).find(({ word }) => word.length > longWord && isCompound(word))
    if (match !== undefined) all.push({ from: tokens[first]?.index ?? 0, to: match.to })
  }
  return all
}

/** The tokens from one on, joined as long as nothing but a joint stands between them, each with its end. */
const endsOf = (tokens: ReadonlyArray<RegExpExecArray>, folded: string, first: number) => {
  const ends: Array<{ readonly word: string; readonly to: number }> = []
  for (const each of tokens.slice(first, first + mostWords)) {
    const before = ends.at(-1)
    if (before !== undefined && !joint.test(folded.slice(before.to, each.index))) break
    ends.push({ word: `${before?.word ?? ''}${each[0]}`, to: each.index + each[0].length })
  }
  return ends
}

/**
 * Whether a name, given as its words, holds one of the words of a table and none about such a thing behind it. The
 * last place counts: `secret token ttl` is about a token.
 */
export const namedBy = (table: Readonly<Record<string, string>>, about: string): ((words: string) => boolean) => {
  const names = namesIn(table)
  const isAbout = new Set(about.split(', '))
  return (words) => {
    const last = names(words).reduce((most, { to }) => Math.max(most, to), -1)
    return (
      last >= 0 &&
      !words
        .slice(last)
        .split(' ')
        .some((word) => isAbout.has(word))
    )
  }
}
