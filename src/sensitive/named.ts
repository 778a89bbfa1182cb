import { foldedWords, letters } from './fold.ts'
import { numberedSubjects } from './numbered-subjects.ts'
import {
  aboutCredentials,
  aboutPersons,
  credentialWords,
  factWords,
  nothingSaid,
  numberWords,
  signInWords,
  systems
} from './words.ts'

/** Words by language, each list joined by commas. */
type Table = Readonly<Record<string, string>>

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
 * has no ending. Words are looked up and not searched by a pattern, since a pattern of a thousand takes long to make.
 */
export const namesIn = (table: Table): ((folded: string) => ReadonlyArray<Found>) => {
  return (folded) => {
    const tokens = Array.from(folded.matchAll(token))
    return tokens.length === 0 ? [] : found(tokens, folded, wordsIn(table))
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

const isCompound = (word: string, known: Words): boolean => {
  for (let at = 1; at <= Math.min(word.length, 40) - longWord; at += 1) if (isOneOf(known, word.slice(at))) return true
  return false
}

const found = (tokens: ReadonlyArray<RegExpExecArray>, folded: string, known: Words): ReadonlyArray<Found> => {
  const all: Array<Found> = []
  for (let first = 0; first < tokens.length; first += 1) {
    if (/\d/.test(folded.charAt((tokens[first]?.index ?? 0) - 1))) continue
    const ends = endsOf(tokens, folded, first)
    const whole = ends.findLast(({ word }) => isOneOf(known, word))
    const match = whole ?? ends.slice(0, 1).find(({ word }) => word.length > longWord && isCompound(word, known))
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
 * Whether a name holds a word of a table, with no word about such a thing behind it. The name is given as its words.
 * The last place counts: `secret token ttl` is about a token.
 */
export const namedBy = (table: Table, about: string): ((words: string) => boolean) => {
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

/** What may stand before a name in a text. In the middle of an ARN, where `secret:` is a type, none begins. */
const start = new RegExp(String.raw`(?:^|[\s"'({\[,;&?|*])[${letters}\d_.-]{0,40}$`)
const mark = String.raw`["']?\s?[:=]\s?["']?`
const something = String.raw`(?!${nothingSaid}(?![${letters}\d])|\$\{|\d{1,6} ?(?:s|secs?|seconds?|min|minutes?|minuten|h|hours?|stunden|days?|tage|jours|dagen)(?![${letters}\d]))`
/** "Number", whole or cut short, in the official languages of the EU. */
const numbered =
  'code|id|name|no|nr|nro|num|number|nummer|numero|numer|numeris|numurs|numru|cislo|cis|c|broj|br|stevilka|st|szama?|sz|номер|αριθμο[ςσ]|αρ|uimhir|uimh|n|n\\.?[o°]|[o°]'
const number = String.raw`[ _.-]{0,2}(?:${numbered})?[.°]?`
const code = String.raw`(?!20[0-3]\d(?![\d./-]))(?:[${letters}]?\d{2}[.\d-]|\d{3})`

/** "Is" in the official languages of the EU, folded. */
const being =
  'is|was|are|ist|sind|lautet|est|es|esta|ar|er|on|jest|je|so|su|sa|e|este|sunt|sono|sao|som|hija|huwa|yra|ir|ειναι|е|са|zijn|van|az'
/** What people make up for a password: letters with a mark and a digit. */
const madeUp = String.raw`(?![a-z]{1,40}#\d)(?=[a-z]\S{5})(?=\S{0,80}\d)[a-z\d]{0,80}[!$%&*?@^~#][^\s/:]{0,200}(?![^\s.,;)"'])`
const withYear = String.raw`[${letters}]{4,}(?:19|20)\d\d(?![^\s.,;)"'])`
/** What stands behind a credential's name in the name of a system: `token broker01`, `password policy 2`. */
const ofSystem = `(?:${[aboutCredentials, aboutPersons, systems].join(', ').replaceAll(', ', '|')})(?![a-z])`
/** A word with digits behind it, which ends the sentence. */
const wordAndDigits = String.raw`(?!${ofSystem})[${letters}]{4,}[-_.]?\d{2,6}[a-z!]{0,2}(?![^\s,;)"'])(?!\.\d)`
/** Digits behind a name whose word is "code": of a door, an alarm, a telephone. */
const ofCode = String.raw`(?<=[ck]oo?d[a-z]{0,4}(?:[ '][^:]{0,14})?)\s\d{4,8}#?(?![${letters}\d.-])`
/** A row of letters and digits as a machine makes it. A time is none. */
const drawn = String.raw`(?!\d{8}t|${ofSystem}\d)(?=(?:[a-z]{0,40}\d){3})(?=\d{0,40}[a-z])[a-z\d]{10}`

const behind = {
  credential: String.raw`[\d_-]{0,4}(?:${mark}${something}[^\s"'<>,;]{4}|\s(?:${being})\s(?=\S{0,80}\d)\S{6}|(?:\s[${letters}]{1,14}){0,3}:?\s${madeUp}|\s(?:${withYear}|${drawn})|[ _-]${wordAndDigits}|${ofCode}|\s(?:basic|bearer)\s\S{8})`,
  fact: String.raw`${number}(?:["']?\s?[=#:]\s?["']?${something}[${letters}\d](?:[${letters}\d]|\.\s?[${letters}]{2})|(?:[ _-]|(?<=[°]|no))${code}|\s(?!20[0-3]\d\s)\d{1,4}\s[${letters}]{3})`,
  subject: String.raw`[.°]?["']?[ _.:=#-]{0,4}["']?(?:[${letters}]{1,3}[ -]?)?\d(?:[ /.-]?\d){3}`,
  number: String.raw`${number}["']?[ _:=#-]{0,3}["'(]{0,2}(?:(?<![${letters}])[${letters}]{1,6})? ?\d(?:[ ()+./-]?[${letters}]{0,3} ?\d){4}`
}

const labelled = (
  kind: string,
  table: Readonly<Record<string, string>>,
  pattern: string
): ((folded: string) => string | undefined) => {
  const names = namesIn(table)
  const [anywhere, follows] = [new RegExp(pattern), new RegExp(pattern, 'y')]
  const isFollowed = (folded: string, to: number): boolean => {
    follows.lastIndex = to
    return follows.test(folded)
  }
  return (folded) =>
    /[:=#]|\d| (?:is|basic|bearer) /.test(folded) &&
    // What stands behind a name is seldom there, and looked for first: most texts need no table.
    anywhere.test(folded) &&
    names(folded).some(
      ({ from, to }) => isFollowed(folded, to) && start.test(folded.slice(Math.max(0, from - 42), from))
    )
      ? kind
      : undefined
}

const credential = labelled('assignment of a password or token', credentialWords, behind.credential)
const signedIn = labelled(
  'user and password',
  signInWords,
  String.raw`[:= ][^;\n]{0,30}?[ /:,]${madeUp}|[:= ][^;\n]{0,30}? ?/ ?${wordAndDigits}`
)

/** Credentials that stand in a folded text behind their name: `Passwort: …`, `the password is …`, `token=…`. */
export const labelledCredentialIn = (folded: string): string | undefined => credential(folded) ?? signedIn(folded)

/** Facts that stand in a folded text behind their name: `MRN: …`, `Fallnummer 2024-4711`, `Diagnose F32.2`. */
const fact = labelled('personal or clinical fact', factWords, behind.fact)
const numberOfSubject = labelled('number of a patient or a case', numberedSubjects, behind.subject)

export const labelledFactIn = (folded: string): string | undefined => fact(folded) ?? numberOfSubject(folded)

/** Numbers of a person that stand in a folded text behind their name: `BSN 111222333`, `Tel. 030 1234567`. */
export const labelledNumberIn = labelled('number of a person', numberWords, behind.number)
