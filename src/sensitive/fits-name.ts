import { isOfInstitution } from './homes.ts'
import { isOfASystem } from './lexicon/sentences.ts'
import { isTeamMailbox } from './organisations.ts'
import { setsDiagnostics } from './plain-settings.ts'

/** What a literal text under a key is, by the key's name. Of an address and of a number the text decides too. */
export type PersonalName = 'fact' | 'number' | 'address' | 'mail'

const street = /^(?!.*(?:\/\/|\d+\.\d+\.\d+\.\d+|:.*:))(?=.*\p{L}{3})(?=.*\d).*[\s,]/u

/** A short name means other things too: `rc` is a release candidate. */
const isShort = (key: string): boolean => key.length <= 4 || /^cell/i.test(key)

/** Six digits, with few letters and without the look of a month or a version. */
const longNumber = /^(?!(?:19|20)\d\d[-.]?\d\d$|v\d)(?!.*\p{L}{4})(?:\D*\d){6}/u

/** What is said of a field of data, in small letters: `column renamed to subject_key`. */
const isOfAColumn = (text: string): boolean => /^[a-z_ ]+$/.test(text) && isOfASystem(text)

/**
 * Whether a text can be what its key says. A number of a person has at least four digits, an address of a house a
 * street and a number.
 */
export const fitsName: Readonly<Record<PersonalName, (text: string, key: string) => boolean>> = {
  fact: (text, key) => !setsDiagnostics(key, text) && !isOfAColumn(text),
  number: (text, key) => (isShort(key) ? longNumber.test(text) : /(?:\D*\d){4}/.test(text)),
  address: (text) => street.test(text) && !isOfInstitution(text),
  mail: (text) => !isTeamMailbox(text) && /@|[([\s](?:at|ät)[)\]\s]/i.test(text)
}
