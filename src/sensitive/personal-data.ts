import { bankNumbers, codeTable, numberTable, writtenApart } from './numbers.ts'
import { numberBesideNameIn } from './numbers-beside-names.ts'
import { birthNumbers } from './birth-numbers.ts'
import { clinicalFacts, mailAddresses, phoneNumbers, postalAddresses } from './clinical.ts'
import { speaksOfABusinessNumber, speaksOfACompany } from './organisations.ts'
import { fold } from './fold.ts'
import { clinicalCodeIn } from './clinical-codes.ts'
import { withoutKeptCodes } from './code-systems.ts'
import { contactIn } from './contacts.ts'
import { fileNameIn } from './file-names.ts'
import { homeIn, isAddress, isOfInstitution } from './homes.ts'
import { withoutDiagnosisOfAMachine } from './lexicon/hardware.ts'
import { isOnlyAge } from './lexicon/ages.ts'
import { ailsAsASystem, withoutAilment } from './lexicon/ailing-systems.ts'
import { visitIn } from './lexicon/visits.ts'
import { numberOfNamedPersonIn } from './named-persons.ts'
import { clinicalFactIn, isOfASystem } from './lexicon/sentences.ts'
import { addresses, addressesBehind, particles, wivesInHungarian } from './lexicon/persons.ts'
import { labelledFactIn, labelledNumberIn } from './named.ts'
import { plateIn } from './plates.ts'
import { italianCodes, letteredNumbers, registerNumbers } from './register-numbers.ts'
import { type Table, firstOf, row } from './reading.ts'

const withDigits = [...bankNumbers, ...birthNumbers, ...registerNumbers]

/** Words for the name of a person, behind which one name is enough. */
const nameWords = [
  'patientenname, vorname, nachname, familienname, zuname, surname, nazwisko, cognome, apellido',
  'apellidos, sobrenome, achternaam, voornaam, efternamn, fornavn, efternavn, sukunimi, etunimi',
  'perekonnanimi, eesnimi, pavardė, uzvārds, prezime, priimek, příjmení, priezvisko, vezetéknév',
  'keresztnév, betegnév, prenume, prénom, patientnamn, patientnavn, patiëntnaam, kunjom, sloinne',
  'επώνυμο, ονοματεπώνυμο, фамилия'
]
/** As a dictionary has it, in capitals, and with a capital. */
const inEachCase = nameWords
  .flatMap((line) => line.split(', '))
  .flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
  .join('|')

/** `Patientin Erika Mustermann`: only capitals tell a person from a thing. */
const patientNames: Table = {
  needs:
    /[\p{L}\d][.,]? (?:\p{Lu}|\p{Ll}{1,4} \p{Lu})|\p{L}\^\p{Lu}|\p{L} (?:kun[dg]|úr|assz|kisassz|néni|bácsi)|\p{L}né/u,
  before: '(?<!\\p{L}|\\p{L}\\.)',
  after: '',
  flags: 'u',
  rows: [
    row(
      'personal or clinical fact',
      /(?:[Pp]atient(?:in|e|en)?|[Pp]aziente|[Pp]aciente|[Pp]acjent(?:ka)?|[Pp]acient(?:ka)?|[Pp]atiënt|[Mm]rs?\.?|[Hh]err|[Ff]rau|[Mm]me\.?|[Ss]ra?\.|(?:Dr|Prof|Dott|Dra|Mgr|MUDr)\.(?:-Ing\.)?) \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? (?!(?:Group|Gruppe|Groupe|Gruppo|Grupo|Holding|Gmb|Ltd|Inc|Stiftung|Foundation|Klinik|Clinic)(?!\p{Ll}))\p{Lu}\p{Ll}+/u
    ),
    row(
      'name of a person',
      new RegExp(
        `(?:${inEachCase}) (?!(?:Service|Portal|Index|Format|Feld|Field|System|API|App|Team|Suche)(?!\\p{L}))\\p{Lu}\\p{Ll}{2,}`,
        'u'
      )
    ),
    // Behind a form of address, a name or the initial of one.
    row(
      'name of a person',
      new RegExp(
        `(?:${addresses}) (?:(?:${particles}) ?)*(?:\\p{Lu}\\.[ -]?)*(?!European|American|African|Asian|Pacific)(?:\\p{Lu}\\p{Ll}{2,}|\\p{Lu}\\.(?![\\p{L}\\d]))`,
        'u'
      )
    ),
    row(
      'name of a person',
      new RegExp(`(?:\\p{Lu}\\p{Ll}{2,}(?:${addressesBehind})|${wivesInHungarian})(?!\\p{L})`, 'u')
    ),
    // As HL7 v2 writes a name.
    row('name of a person', /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\^\p{Lu}\p{Ll}+(?:\^|\s|$)/u),
    row(
      'number and name of a patient',
      /(?<=\d{5}[,;:]? )[Pp]at(?:ient|\.)?(?:in|e)? \p{Lu}\p{Ll}{2,}|[Pp]at(?:ient(?:in|e)?|\.)? \p{Lu}\p{Ll}{2,}[,;:]? (?:\p{L}{1,5}[. ]{1,2})?\d{5}/u
    ),
    row(
      'name and date of birth',
      new RegExp(
        String.raw`(?:\p{Lu}{3,} \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ \p{Lu}{3,}),? \(?(?:\d{1,2}[./-]\d{1,2}[./-](?:19\d\d|200\d)|(?:19\d\d|200\d)[.-]\d{1,2}[.-]\d{1,2})(?!\d)`,
        'u'
      )
    ),
    row(
      'name and date of birth',
      new RegExp(
        String.raw`(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?,?|(?:\p{Lu}\.[ -]?){1,3}) ?\p{Lu}\p{Ll}+,? \(?(?:[vmfwkžhnMVFWKHN][,.)/]{0,2} )?(?:\*|°|\p{Ll}{1,8}\.?)? ?(?:(?:19\d\d|200\d)\. \p{L}{3,12}\.? \d{1,2}|\d{1,2}\.? (?:de |d['’])?\p{L}{3,12}\.?,? (?:de )?(?:19\d\d|200\d|201[0-5])|\d{1,2}[./-]\d{1,2}[./-]['’]?(?:19\d\d|200\d|[3-9]\d)|(?:19\d\d|200\d)[.-]\d{1,2}[.-]\d{1,2}|19\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?!\d|\.\d)`,
        'u'
      )
    ),
    row(
      'personal or clinical fact',
      /[Pp]atient(?:in)? \p{Lu}\p{Ll}+,? (?:Station|Zimmer|Zi\.|Bett|Ward|Room|Bed)(?!\p{L})/u
    ),
    // Behind forms of address and of birth, and words for one woman who is a patient, one name is enough.
    row(
      'personal or clinical fact',
      /(?:[Pp]atientin|[Pp]atiente|[Pp]acjentka|[Pp]acientka|Herrn?|Frau|Mme|Mlle|Sra\.|Signora|Mevrouw|Fru|née|z domu|geb\.|rozená|Pat\.|Sig\.(?:ra)?|[FH]r\.(?! (?:Jan(?:uar)?|Feb(?:ruar)?|März?|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?|Abend|Nachmittag|Vormittag|Mittag|Früh)(?!\p{L}))|Hrn\.) \p{Lu}\p{Ll}{2,}(?!\p{L})/u
    )
  ]
}

const asWritten = firstOf([
  mailAddresses,
  numberTable(writtenApart(withDigits), 'i'),
  numberTable(writtenApart(letteredNumbers), ''),
  codeTable(italianCodes),
  patientNames
])

const phone = firstOf([phoneNumbers])

const phoneIn = (text: string): string | undefined => {
  const kind = phone(text)
  return kind === undefined || speaksOfABusinessNumber(fold(text)) ? undefined : kind
}

const clinical = firstOf([clinicalFacts])
const postal = firstOf([postalAddresses])

/** A street of any name with a number, and a postal code with its town. */
const withTown = firstOf([
  {
    needs: /\d ?[a-z]?, /,
    before: '(?<!\\p{L}|\\p{L}\\.)',
    after: '',
    flags: 'u',
    rows: [
      row(
        'postal address',
        /\p{Lu}\p{Ll}{3,}(?: \p{L}{3,})? \d{1,3} ?[a-z]?, (?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}\p{Ll}{3,}/u,
        isAddress
      )
    ]
  }
])

/** The address of a house. That of a hospital, an office or a data centre is none where no person is told of. */
const addressIn = (text: string): string | undefined => {
  const kind = withTown(text) ?? postal(fold(text))
  return kind !== undefined && isOfInstitution(text) ? undefined : kind
}

/** What a text says of a person by words and numbers. A service is born and ails too, and is not a person. */
const clinicalIn = (text: string): string | undefined => {
  const kind = clinical(ailsAsASystem(text) ? withoutAilment(text) : text)
  return kind === 'date of birth' && isOfASystem(text) ? undefined : kind
}

/** The number of a business in the register of a tax on sales. */
const ofSalesTax = /(?<![a-z])(?:ust|mwst|uid|vat|btw|tva|iva|momsreg)[ .-]{0,2}(?:id|nr|no|number)/

const folded = (text: string): string | undefined =>
  clinicalIn(text) ??
  labelledFactIn(withoutDiagnosisOfAMachine(text)) ??
  (speaksOfACompany(text) || ofSalesTax.test(text) ? undefined : labelledNumberIn(text)) ??
  (isOnlyAge(text) ? 'age of a person' : undefined)

const bare = firstOf([numberTable(withDigits, 'i'), numberTable(letteredNumbers, '')])

const numberBesideName = numberBesideNameIn(bare)

/** What names a person beside a number, a code, a visit or a day of birth. */
const ofAPerson = (text: string): string | undefined =>
  contactIn(text) ??
  plateIn(text) ??
  homeIn(text) ??
  numberOfNamedPersonIn(text) ??
  numberBesideName(text) ??
  clinicalCodeIn(text) ??
  visitIn(text) ??
  fileNameIn(text)

const uuid = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi

const withoutUuids =
  (kindIn: (text: string) => string | undefined) =>
  (text: string): string | undefined => {
    const kind = kindIn(text)
    return kind === undefined ? undefined : kindIn(text.replace(uuid, '_'))
  }

/**
 * The kind of the first personal datum that a text holds (J.7.0 §6, §7), or nothing. Never the datum itself. A UUID, as
 * in the ARN of a key, holds none, whatever numbers its parts look like.
 */
export const personalDataIn = withoutUuids((written) => {
  const text = withoutKeptCodes(written)
  return (
    asWritten(text) ?? phoneIn(text) ?? folded(fold(text)) ?? addressIn(text) ?? clinicalFactIn(text) ?? ofAPerson(text)
  )
})

/** The kind of a number that would be a person's, if the words beside it said so. Its checksum alone is too weak. */
export const bareNumberIn = withoutUuids(bare)
