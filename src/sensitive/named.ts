import { letters } from './fold.ts'
import { type Table, namesIn } from './names-in.ts'
import { measureWords } from './lexicon/settings.ts'
import { setsNoSecret } from './plain-settings.ts'
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

/** Words for something of a person. The end of such a word can be a word for a credential. */
export const personsWords: ReadonlyArray<Table> = [factWords, numberedSubjects]

/**
 * Whether a name holds a word of a table, with no word about such a thing behind it. The name is given as its words.
 * The last place counts: `secret token ttl` is about a token.
 */
export const namedBy = (
  table: Table,
  about: string,
  others: ReadonlyArray<Table> = []
): ((words: string) => boolean) => {
  const names = namesIn(table, others)
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
  subject: String.raw`[.°]?["']?[ _.:=#-]{0,4}["']?(?:(?:[${letters}]{1,3}[ -]?)?\d(?:[ /.-]?\d){3}|\d{3}(?![${letters}\d.]))`,
  number: String.raw`${number}["']?[ _:=#-]{0,3}["'(]{0,2}(?:(?<![${letters}])[${letters}]{1,6})? ?\d(?:[ ()+./-]?[${letters}]{0,3} ?\d){4}`
}

/** What makes a name that is followed so another thing: other tables, words before it, and what is behind it. */
type Around = {
  readonly others?: ReadonlyArray<Table>
  readonly unless?: RegExp
  readonly sets?: (name: string, behind: string, before: string) => boolean
}

const labelled = (
  kind: string,
  table: Readonly<Record<string, string>>,
  pattern: string,
  { others = [], unless, sets = () => false }: Around = {}
): ((folded: string) => string | undefined) => {
  const names = namesIn(table, others)
  const [anywhere, follows] = [new RegExp(pattern), new RegExp(pattern, 'y')]
  const isFollowed = (folded: string, to: number): boolean => {
    follows.lastIndex = to
    return follows.test(folded)
  }
  const isStart = (before: string): boolean => start.test(before) && unless?.test(before) !== true
  return (folded) =>
    /[:=#]|\d| (?:is|basic|bearer) /.test(folded) &&
    // What stands behind a name is seldom there, and looked for first: most texts need no table.
    anywhere.test(folded) &&
    names(folded).some(
      ({ from, to }) =>
        isFollowed(folded, to) &&
        isStart(folded.slice(Math.max(0, from - 42), from)) &&
        !sets(folded.slice(from, to), folded.slice(to, to + 60), folded.slice(Math.max(0, from - 42), from))
    )
      ? kind
      : undefined
}

/** A word before a case that makes it one of a program or of a help desk. */
const ofATest = /(?<![a-z])(?:any|test|tests|use|edge|corner|business|support|upper|lower|show|stress|smoke|load)[ _-]$/

/** How long a credential lasts or is, before its name: `durée du jeton`, `password length` the other way round. */
const ofAMeasure = new RegExp(
  `(?<![${letters}])(?:${measureWords})[ _-](?:(?:of|of the|for|du|de|des|de la|del|della|di|do|da|van|van het|des|der|von|за|на|του|τησ|ta'|tal)[ _-])?$`
)

const credential = labelled('assignment of a password or token', credentialWords, behind.credential, {
  others: personsWords,
  unless: ofAMeasure,
  sets: setsNoSecret
})
const signedIn = labelled(
  'user and password',
  signInWords,
  String.raw`[:= ][^;\n]{0,30}?[ /:,]${madeUp}|[:= ][^;\n]{0,30}? ?/ ?${wordAndDigits}`
)

/** Credentials that stand in a folded text behind their name: `Passwort: …`, `the password is …`, `token=…`. */
export const labelledCredentialIn = (folded: string): string | undefined => credential(folded) ?? signedIn(folded)

/** How many years records are kept, folded: `Patientenakten 30 Jahre`. The age of one person stands behind the person. */
const isYears = new RegExp(
  `^ ?:? ?\\d{1,3} (?:jahre|years|ans|anos|anni|jaar|lat|let|rokov|ev|ani|ar|vuotta|aastat|metu?s?|gad[iu]?s?|godina|bliana?|blianta|snin|години|ετη|χρονια)(?![${letters}])`
)
const records =
  /(?<![a-z\u0370-\u04ff])[a-z]{0,20}(?:akte|dossier|record|journal|histor|cartell|dokumentac|dosar|taidad|karto|zaznam|iratok|досие|φακελ|retention|aufbewahr|losch|conserv|bewaar)/

/** Facts that stand in a folded text behind their name: `MRN: …`, `Fallnummer 2024-4711`, `Diagnose F32.2`. */
const fact = labelled('personal or clinical fact', factWords, behind.fact, {
  sets: (name, years, before) => isYears.test(years) && records.test(`${before}${name}`)
})
const numberOfSubject = labelled('number of a patient or a case', numberedSubjects, behind.subject, { unless: ofATest })

export const labelledFactIn = (folded: string): string | undefined => fact(folded) ?? numberOfSubject(folded)

/** Numbers of a person that stand in a folded text behind their name: `BSN 111222333`, `Tel. 030 1234567`. */
export const labelledNumberIn = labelled('number of a person', numberWords, behind.number)
