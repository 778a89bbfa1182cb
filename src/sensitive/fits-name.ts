import { wordsOf } from './fold.ts'
import { isOfInstitution } from './homes.ts'
import { fullNamesIn, hasGivenName } from './lexicon/names.ts'
import { isOfASystem, namesIllness } from './lexicon/sentences.ts'
import { isCheck } from './lexicon/settings.ts'
import { isTeamMailbox } from './organisations.ts'
import { setsDiagnostics } from './plain-settings.ts'

/** What a literal text under a key is, by the key's name. Of an address and of a number the text decides too. */
export type PersonalName = 'fact' | 'number' | 'address' | 'mail'

const street = /^(?!.*(?:\/\/|\d\.\d+\.\d+\.\d|:.*:))(?=.*\p{L}{3})(?=.*\d).*[\s,]/u

/** A short name means other things too: `rc` is a release candidate. */
const isShort = (key: string): boolean => key.length <= 4 || /^cell/i.test(key)

/** Six digits, with few letters and without the look of a month or a version. */
const longNumber = /^(?!(?:19|20)\d\d[-.]?\d\d$|v\d)(?!.*\p{L}{4})(?:\D*\d){6}/u

/** What is said of a field of data, in small letters: `column renamed to subject_key`. */
const isOfAColumn = (text: string): boolean => /^[a-z_ ]+$/.test(text) && isOfASystem(text)

/** The classes and counts of a regular expression: `[0-9]{20}`, `\d{2}`. */
const classes =
  /\[\^?(?:[A-Za-z]-[A-Za-z]|\d-\d)[^\]]{0,20}\](?=[{+*?$)[\\]|$)|(?<=[\])dws])\{\d{1,3}(?:,\d{0,3})?\}|\\[dDwWsS]/g

/** Whether a text is a rule by its key or by its classes. A row of so many digits makes it a number. */
const isRule = (text: string, key: string, digits: number): boolean => {
  const rest = text.replace(classes, ' ')
  const isToldSo = rest !== text || (/\s/.test(text) && wordsOf(key).some(isCheck))
  return isToldSo && !new RegExp(`\\d(?:[ ./-]?[A-Z]?\\d){${digits - 1}}`, 'i').test(rest)
}

/** Whether a text says how a fact is checked, and neither names a person nor an illness. */
const isRuleOfFact = (text: string, key: string): boolean =>
  isRule(text, key, 4) && !hasGivenName(text) && !namesIllness(text) && fullNamesIn(text).length === 0

/**
 * Whether a text can be what its key says. A number of a person has at least four digits, an address of a house a
 * street and a number.
 */
export const fitsName: Readonly<Record<PersonalName, (text: string, key: string) => boolean>> = {
  fact: (text, key) => !setsDiagnostics(key, text) && !isOfAColumn(text) && !isRuleOfFact(text, key),
  number: (text, key) => (isShort(key) ? longNumber.test(text) : /(?:\D*\d){4}/.test(text) && !isRule(text, key, 6)),
  address: (text) => street.test(text) && !isOfInstitution(text),
  mail: (text) => !isTeamMailbox(text) && /@|[([\s](?:at|ät)[)\]\s]/i.test(text)
}
