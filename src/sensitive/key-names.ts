import { wordsOf } from './fold.ts'
import { namedBy } from './named.ts'
import { aboutCredentials, aboutPersons, credentialWords, factWords, numberWords } from './words.ts'

const namesFact = namedBy(factWords, aboutPersons)
const namesNumber = namedBy(numberWords, aboutPersons)

/** An address in any of the languages; of a house or of a machine, only the value tells. */
const address =
  /(?<!\p{L})(?:address|adres(?:se|sen|s)?|anschrift|indirizzo|direccion|endereco|adresa|cim|osoite|aadress|adresas|naslov|seoladh|indirizz|διευθυνση|адрес)$/u
const mail = /(?<!\p{L})(?:e ?mail|mail)(?: (?:address|adresse|to))?$/u

/** What a literal text under a key is, by the key's name. Of an address and of a number the text decides too. */
export type PersonalName = 'fact' | 'number' | 'address' | 'mail'

export const personalByName = (key: string): PersonalName | undefined => {
  const words = wordsOf(key)
  if (words.some(namesFact)) return 'fact'
  if (words.some(namesNumber)) return 'number'
  if (words.some((each) => mail.test(each))) return 'mail'
  return words.some((each) => address.test(each)) ? 'address' : undefined
}

const street = /^(?!.*(?:\/\/|\d+\.\d+\.\d+\.\d+|:.*:))(?=.*\p{L}{3})(?=.*\d).*[\s,]/u

/**
 * Whether a text can be what its key says. A number of a person has at least four digits, an address of a house a
 * street and a number.
 */
export const fitsName: Readonly<Record<PersonalName, (text: string) => boolean>> = {
  fact: () => true,
  number: (text) => /(?:\D*\d){4}/.test(text),
  address: (text) => street.test(text),
  mail: (text) => /@|[([\s](?:at|ät)[)\]\s]/i.test(text)
}

const person =
  /(?<!\p{L})(?:person|personal|employee|staff|member|citizen|contact|owner|user|birth|born|health|insur\p{L}*|tax|social|identity|national|medical|mitarbeiter\p{L}*|versicher\p{L}*|steuer\p{L}*|geb|geboren|kunde|kundin|personne|persona|persoon|osoba|osoby)(?!\p{L})/u

/** Whether the key of a number, or a word near it, says that it is a person's. The key is the name that leads to the number. */
export const isAboutPerson = (key: string, text: string): boolean =>
  [...wordsOf(key), ...wordsOf(text)].some((words) => namesFact(words) || namesNumber(words) || person.test(words))

const isNamed = namedBy(credentialWords, aboutCredentials)

/**
 * Whether a key names a credential, in one of the languages of the EU, however its words are joined. `secret_arn` and
 * `token_ttl` say something about a credential and name none.
 */
export const namesCredential = (key: string): boolean => wordsOf(key).some(isNamed)
