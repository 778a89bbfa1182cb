import { letters } from './fold.ts'
import { type Table, row } from './reading.ts'

const date = String.raw`(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.?\s[${letters}]{3,12}\s\d{4})(?!\d)`

/** What people write before a date of birth, folded, by language as in words.ts. */
const born =
  'born|d\\.?o\\.?b\\.?|geb\\.?|geboren|geburtsdatum|geburtstag|nee?|naissance|nacid[oa]|nacimiento|nat[oa]|nascita|nascid[oa]|nascimento|geboorte|geboortedatum|ur\\.?|urodzon[ya]|urodzenia|narozena?|narodena?|nar\\.?|szuletett|szul\\.?|nascuta?|роден[а]?|γεννηθηκε|γεν\\.?|fodd|fodt|syntynyt|synt\\.?|sundinud|gime|gimes|dzimis|dzimusi|rodena?|rođena?|rojena?|rojstva|beirthe|twieled|twieldet'

/** Birth dates, codes of diagnoses and what else is clinical by its look. For folded texts. */
export const clinicalFacts: Table = {
  needs: /\d{2}|hiv|positiv|(?:diagnosed|suffers)/,
  before: `(?<![${letters}\\d])`,
  after: '',
  flags: '',
  rows: [
    row(
      'date of birth',
      new RegExp(String.raw`(?:${born})[\s:]{1,2}(?:(?:am|on|le|el|il|em|op|pa|den|la|на|στις|dne|dnia|na)\s)?${date}`)
    ),
    row('date of birth', new RegExp(String.raw`(?<=^|\s)\*\s?${date}`)),
    row(
      'code of a diagnosis',
      /(?:icd|cim|cie|mkb|мкб|bno)[ -]?(?:9|10|11)?(?:[ -](?:gm|cm|who|am|ca))?[ :=#-]{1,3}[a-z]?\d{1,2}[a-z]?\d?(?:\.[\da-z]{1,4})?(?![a-z\u0370-\u04ff\d])(?<=\d[.a-z\u0370-\u04ff\d]*)/
    ),
    row('code of a diagnosis', /(?:snomed(?:[ -]?ct)?|loinc|atc)[ :=#-]{1,3}[a-z]?\d{2}[\da-z-]{2,}/),
    row('clinical fact', /hiv[ -]?(?:pos[a-z\u0370-\u04ff]*|\+|infi?z?[a-z\u0370-\u04ff]*)/),
    row(
      'clinical fact',
      /(?:blutgruppe|blood (?:type|group)|groupe sanguin|grupo sanguineo|gruppo sanguigno|grupa krwi|bloedgroep)[ :=]{1,2}(?:ab|a|b|0|o)(?![a-z\u0370-\u04ff])/
    ),
    row(
      'clinical fact',
      /(?:diagnosed with|suffers from|treated for|leidet an|erkrankt an|behandelt wegen)\s[a-z\u0370-\u04ff]{3,}/
    )
  ]
}

const address =
  'address|adresse|adres|anschrift|wohnhaft|wohnhaft in|indirizzo|direccion|endereco|adresa|lakcim|osoite|aadress|adresas|naslov|διευθυνση|адрес'

/** Addresses of houses behind a word that says so. For folded texts. */
export const postalAddresses: Table = {
  needs: /\d/,
  before: `(?<![${letters}\\d])`,
  after: '',
  flags: '',
  rows: [
    row(
      'postal address',
      new RegExp(
        String.raw`(?:${address})(?:\s?[:=]\s?|\s)(?!\S*(?:\/\/|\d\.\d))(?:\d{1,4}[${letters}]?,?\s)?(?:[${letters}][${letters}.'-]*,?\s){1,4}(?:\d{1,5}(?![.\d])|(?<=\d\S*\s.{3,40})[${letters}])`
      )
    )
  ]
}

const local = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$]`
const label = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$.!|*&%+_]+`
const userinfo = String.raw`:\/\/[^\s/?#]{0,200}`

export const mailAddresses: Table = {
  needs: /@/,
  before: `(?<!${local}|${userinfo})`,
  after: '',
  flags: 'i',
  rows: [
    row(
      'e-mail address',
      new RegExp(`(?!git@[^\\s:]+:)${local}+@(?:${label}\\.)+(?:xn--[a-z0-9-]+|[a-z\u00a1-\uffff]{2,})`)
    )
  ]
}

/** Numbers in the international form (E.164): `+`, country code, 8 to 15 digits. No other row of digits is a phone number. */
export const phoneNumbers: Table = {
  needs: /\+[1-9]/,
  before: '(?<![\\w+/=.])',
  after: '(?![A-Za-z0-9])',
  flags: '',
  rows: [row('phone number', /\+[1-9](?:[ ()./-]{0,3}\d){7,14}/)]
}
