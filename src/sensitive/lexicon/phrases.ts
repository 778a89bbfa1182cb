import { letters } from '../fold.ts'

/** What some words are about together, as bits of `about`, and the place behind the last of them. */
export type Phrase = { readonly bits: number; readonly end: number }

/** Phrases by their first word. */
export type Phrases = Map<string, ReadonlyArray<{ readonly pattern: RegExp; readonly bits: number }>>

/** What may stand between two words of a phrase: `passed away`, `passed-away`, `v. a.`, `y/o`. */
const joint = "[ .'/-]{1,2}"

/**
 * Adds an entry of a table that is more than one word, joined by hyphens: `passed-away`. Its last word is a beginning, as
 * a word that stands alone is, unless `=` ends it.
 */
export const addPhrase = (phrases: Phrases, entry: string, bits: number): void => {
  const words = entry.replace(/=$/, '').split('-')
  const ending = entry.endsWith('=') ? '' : `[${letters}]*`
  const pattern = new RegExp(`${words.join(joint)}${ending}(?![${letters}\\d])`, 'y')
  const [first = ''] = words
  phrases.set(first, [...(phrases.get(first) ?? []), { pattern, bits }])
}

/** The phrase that begins with a word at a place of a folded text, if one does. */
export const phraseIn = (phrases: Phrases, folded: string, at: number, word: string): Phrase | undefined => {
  for (const { pattern, bits } of phrases.get(word) ?? []) {
    pattern.lastIndex = at
    if (pattern.test(folded)) return { bits, end: pattern.lastIndex }
  }
  return undefined
}
