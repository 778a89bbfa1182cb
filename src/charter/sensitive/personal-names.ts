import type { Table } from './table.ts'
import { row } from './table.ts'

const names = (list: string): ReadonlyArray<string> => list.trim().split(/,\s+/)

/** Facts about a person or a patient: what stands under such a name is personal, whatever it looks like. */
const facts = names(`
patient, diagnosis, diagnose, medical record, health record, medical history, medication, prescription,
allergies, blood type, blood group, icd 10, mrn, dob, birth date, date of birth, birthday, place of birth,
geburtsdatum, geburtsort, date de naissance, fecha de nacimiento, data di nascita, first name, last name, given name,
family name, maiden name, surname, vorname, nachname, home address`)

/** Numbers that belong to one person, also those that nothing but their name tells from any other number. */
const numbers = names(`
insurance number, insurance no, insurance id, versichertennummer, versicherungsnummer, krankenversichertennummer, kvnr,
lanr, nhs number, nhs no, ehic, ssn, social security, national insurance, nino, passport, reisepass, personalausweis,
identity card, id card, national id, tax id, steuer id, steueridentifikationsnummer, iban, credit card, card number,
bsn, burgerservicenummer, nif, taj, egn, pesel, oib, amka, cnp, cpr, insz, niss, rrn, personnummer, codice fiscale,
phone, telephone, telefon, mobile, fax, msisdn`)

const spelled = (list: ReadonlyArray<string>): string => list.map((name) => name.replaceAll(' ', '[ _-]?')).join('|')

/** The words of a key in small letters, however they are joined: `dateOfBirth`, `DATE_OF_BIRTH`, `date-of-birth`. */
const wordsOf = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')

const asKey = (list: ReadonlyArray<string>): RegExp => {
  const long = list.filter((name) => name.length >= 7)
  return new RegExp(`(?<![a-z0-9])(?:${spelled(list)})s?(?![a-z0-9])|${spelled(long)}`)
}

const factAsKey = asKey(facts)
const numberAsKey = asKey(numbers)

/** What a literal text under a key is, by the key's name: a personal fact, or a number of a person. */
export const personalByName = (key: string): 'fact' | 'number' | undefined => {
  const words = wordsOf(key)
  return factAsKey.test(words) ? 'fact' : numberAsKey.test(words) ? 'number' : undefined
}

const start = '(?<![a-z0-9])'
const rest = 's?(?:[ _-]?(?:code|id|name|no|nr|number))?\\.?'

/** Facts that stand in a running text behind their name: `MRN: …`, `patient id 4711`. */
export const labelledFacts: Table = {
  needs: /[=#]|: |["']:|[ _-]\d{4}/,
  before: start,
  after: '',
  flags: 'i',
  rows: [
    row(
      'personal or clinical fact',
      new RegExp(`(?:${spelled(facts)})${rest}(?:["']?(?: ?[=#] ?|: |:(?=["']))["']?(?!no|false)[a-z0-9]|[ _-]\\d{4})`)
    )
  ]
}

/** Numbers of a person that stand in a running text behind their name: `BSN 111222333`. */
export const labelledNumbers: Table = {
  needs: /\d(?:[ ()+./-]?[a-z]{0,2} ?\d){5}/i,
  before: start,
  after: '',
  flags: 'i',
  rows: [
    row(
      'number of a person',
      new RegExp(`(?:${spelled(numbers)})${rest}(?:["']?[ _:=#-]+["']?(?:[ ()+./-]?[a-z]{0,2} ?\\d){6}|\\d{6})`)
    )
  ]
}
