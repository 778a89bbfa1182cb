import { type PersonalName, fitsName } from './fits-name.ts'
import { isMeasure } from './lexicon/settings.ts'
import { clinicalFactIn } from './lexicon/sentences.ts'
import { namesIllnessAlone } from './lexicon/system-names.ts'
import { speaksOfACompany } from './organisations.ts'
import { fold, wordsOf } from './fold.ts'
import { joinedApart } from './joined-names.ts'
import { namedBy, personsWords } from './named.ts'
import { numberedSubjects } from './numbered-subjects.ts'
import {
  aboutCredentials,
  aboutPersons,
  credentialWords,
  factWords,
  noteWords,
  numberWords,
  saysNothing
} from './words.ts'
import { credentialIn, userAndPasswordIn } from './credentials.ts'
import { decodedIn, encodedIn } from './decoded.ts'
import { bareNumberIn, personalDataIn } from './personal-data.ts'
import { inWindows, plain, remembered } from './reading.ts'
import { isReference, opensNothing } from './references.ts'
import { isNoSecret } from './plain-settings.ts'
import { isPlaceholder, withoutFormats, withoutSamples } from './placeholders.ts'
import { withoutPublicKeys } from './public-keys.ts'
import { byWeakName } from './weak-names.ts'
import { toldCodeIn } from './told-codes.ts'

const isFact = namedBy(factWords, aboutPersons)
const isNumbered = namedBy(numberedSubjects, aboutPersons)
const namesFact = (words: string): boolean => isFact(words) || isNumbered(words)
const namesNumber = namedBy(numberWords, aboutPersons)

/** An address in any of the languages; of a house or of a machine, only the value tells. */
const address =
  /(?<!\p{L})(?:address|adres(?:se|sen|s|e)?|domicile|residence|residenza|morada|lakcim|anschrift|indirizzo|direccion|endereco|adresa|cim|osoite|aadress|adresas|naslov|seoladh|indirizz|διευθυνση|адрес)$/u
const mail = /(?<!\p{L})(?:e ?mail|mail)(?: (?:address|adresse|to))?$/u

export const personalByName = (key: string): PersonalName | undefined => {
  const words = wordsOf(key)
  if (words.some(namesFact)) return 'fact'
  if (words.some(namesNumber)) return 'number'
  if (words.some((each) => mail.test(each))) return 'mail'
  return words.some((each) => address.test(each)) ? 'address' : undefined
}

const person =
  /(?<!\p{L})(?:person|personal|employee|staff|member|citizen|birth|born|insur\p{L}*|tax|social|identity|mitarbeiter\p{L}*|versicher\p{L}*|steuer\p{L}*|geb|geboren|personne|journal\p{L}*|akte|patientenakte|dossier|kartotek\p{L}*|persona|persoon|osoba|osoby)(?!\p{L})/u

/** Whether the key of a number, or a word near it, says that it is a person's. The key is the name that leads to the number. */
const isAboutPerson = (key: string, text: string): boolean =>
  !speaksOfACompany(fold(text)) &&
  [...wordsOf(key), ...wordsOf(text)].some((words) => namesFact(words) || namesNumber(words) || person.test(words))

const isNamed = namedBy(credentialWords, aboutCredentials, personsWords)

/**
 * Whether a key names a credential, in one of the languages of the EU, however its words are joined. `secret_arn`,
 * `token_ttl` and `tokenLaufzeit` say something about a credential and name none.
 */
export const namesCredential = (key: string): boolean =>
  !wordsOf(key).some(isMeasure) && wordsOf(key).some((words) => isNamed(words) || isNamed(joinedApart(words)))

/** What is sensitive about a text: never the text itself. */
export type Sensitive = { readonly kind: 'credential' | 'personal-data'; readonly what: string }

const sensitive = (kind: Sensitive['kind'], what: string | undefined): ReadonlyArray<Sensitive> =>
  what === undefined ? [] : [{ kind, what }]

type Find = (text: string) => string | undefined

const firstIn = (texts: ReadonlyArray<string>, find: Find): string | undefined => {
  for (const text of texts) {
    const found = find(text)
    if (found !== undefined) return found
  }
  return undefined
}

const inDecoded = (piece: string, find: Find): string | undefined => firstIn(decodedIn(piece), find)

/** A user and a password have no look of their own. Only a text that was encoded is read as them. */
const hiddenCredentialIn = (piece: string): string | undefined =>
  inDecoded(piece, credentialIn) ?? firstIn(encodedIn(piece), userAndPasswordIn)

/** What is sensitive about a text by what it looks like: as a credential, or as something of a person. */
const credentialByLook: (text: string) => ReadonlyArray<Sensitive> = remembered((text) =>
  sensitive(
    'credential',
    inWindows(text, (piece) => credentialIn(plain(piece)) ?? hiddenCredentialIn(piece))
  )
)
const personalByLook: (text: string) => ReadonlyArray<Sensitive> = remembered((text) =>
  sensitive(
    'personal-data',
    inWindows(text, (piece) => personalDataIn(plain(piece)) ?? inDecoded(piece, personalDataIn))
  )
)

const nameOf = remembered((key) => (namesCredential(key) ? 'credential' : personalByName(key)))

const ofCredentials: ReadonlySet<string> = new Set(['password', 'token', 'recovery codes'])

const ofWeakName = (key: string, text: string): ReadonlyArray<Sensitive> => {
  const what = byWeakName(key, plain(text))
  return sensitive(ofCredentials.has(what ?? '') ? 'credential' : 'personal-data', what)
}

/**
 * What is sensitive about a text by the key that it stands under. A text that is empty, a reference, an ARN or a plain
 * "none" is not.
 */
export const byName = (key: string, text: string): ReadonlyArray<Sensitive> => {
  const name = nameOf(key)
  if (isReference(text) || saysNothing(fold(text).trim()) || isPlaceholder(text)) return []
  if (name === undefined) return ofWeakName(key, text)
  if (name === 'credential')
    return sensitive(
      'credential',
      isNoSecret(key, text) || opensNothing(text) ? undefined : 'literal value under the name of a credential'
    )
  return fitsName[name](text.trim().slice(0, 1_000), key)
    ? sensitive('personal-data', `literal value under the name of a personal ${name}`)
    : []
}

const bareNumber = remembered((piece) => (/\d{8}/.test(piece) ? bareNumberIn(plain(piece)) : undefined))

/** A number whose checksum says little, beside a name or a word that says that it is a person's. */
const byNumber = (key: string, text: string): ReadonlyArray<Sensitive> =>
  sensitive(
    'personal-data',
    inWindows(text, (piece) => {
      const what = bareNumber(piece)
      return what !== undefined && isAboutPerson(key, piece) ? what : undefined
    })
  )

const notes: ReadonlySet<string> = new Set(fold(noteWords).split(', '))

/** Whether a key says that its text is a note. A purpose may be named after an illness; a note speaks of one person's. */
export const isNote = remembered((key) =>
  wordsOf(key).some((words) => words.split(' ').some((word) => notes.has(word)))
)

const byNote = (text: string): ReadonlyArray<Sensitive> =>
  sensitive(
    'personal-data',
    inWindows(text, (piece) => clinicalFactIn(plain(piece), true))
  )

const byIllness = (text: string): ReadonlyArray<Sensitive> =>
  sensitive(
    'personal-data',
    inWindows(text, (piece) => (namesIllnessAlone(plain(piece)) ? 'name of an illness' : undefined))
  )

/** The code of a door or one to sign in with, of which the key says a part: `door=Serverraum Code 4711`. */
const byToldCode = (key: string, text: string): ReadonlyArray<Sensitive> =>
  sensitive('credential', key === '' ? undefined : toldCodeIn(`${wordsOf(key)[0]} ${plain(text.slice(0, 1_000))}`))

const judged = (
  key: string,
  written: string,
  noted: (text: string) => ReadonlyArray<Sensitive>
): ReadonlyArray<Sensitive> => {
  const text = withoutPublicKeys(key, withoutSamples(key, written))
  const personal = withoutFormats(text)
  const looks = [...credentialByLook(text), ...personalByLook(personal)]
  if (looks.length > 0) return looks
  const named = byName(key, nameOf(key) === 'credential' ? text : personal)
  if (named.length > 0) return named
  const code = byToldCode(key, text)
  if (code.length > 0) return code
  const illness = noted(personal)
  return illness.length > 0 ? illness : byNumber(key, personal)
}

/** What is sensitive about a text. Its look decides, or else the key that leads to it, or both together. */
export const sensitiveText = (key: string, text: string): ReadonlyArray<Sensitive> =>
  judged(key, text, isNote(key) ? byNote : () => [])

/**
 * The same, before a text is told to readers. An illness counts under each key and beside all words, but in the name of a
 * system. So a value that may stand in a stack can still be left out of a message.
 */
export const sensitiveToTell = (key: string, text: string): ReadonlyArray<Sensitive> =>
  judged(key, text, (whole) => [...byNote(whole), ...byIllness(whole)])
