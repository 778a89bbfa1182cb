import { birthDateWords, birthPlaceWords } from './birth-names.ts'
import { contactIn } from './contacts.ts'
import { fold, wordsOf } from './fold.ts'
import { namesIllness } from './lexicon/sentences.ts'
import { isCarried, isOwn } from './lexicon/telephones.ts'
import { isOfAVehicle } from './lexicon/vehicles.ts'
import { namedBy } from './named.ts'
import { plateIn } from './plates.ts'
import { aboutPersons } from './words.ts'

/** Names that mean much besides, as `kw` a week and `liga` a league. A value has to fit them. */
const weakWords = {
  password: { de: 'kw!, kennw!', all: 'pass phrase!, pf!' },
  token: { all: 'pat!, pats!' },
  recovery: {
    en: 'recovery!, recovery codes!, backup codes!, rescue codes!',
    de: 'Notfallcodes',
    fr: 'codes de secours'
  },
  name: { en: 'fname!, lname!, forename!', de: 'nname!, vname!' },
  phone: {
    all: 'gsm, gsm nr, gsm no, fon, mobiel, mobil nr, mob nr, mobnr, tel no, tel nr, phone nr',
    bg: 'gsm номер',
    ga: 'fón, guthán, uimhir fóin',
    sl: 'gsm številka',
    mt: 'mowbajl'
  },
  illness: {
    en: 'illness, disease, dx, diag, diagn, diag code, condition',
    de: 'Krankheit, Erkrankung, Leiden',
    fr: 'maladie, affection, pathologie',
    es: 'enfermedad, patología',
    it: 'malattia, patologia',
    pt: 'doença, patologia',
    nl: 'ziekte, aandoening',
    pl: 'choroba, rozp, schorzenie',
    cs: 'nemoc, onemocnění',
    sk: 'choroba, ochorenie',
    hu: 'betegség, kórkép',
    ro: 'boală, boala, afecțiune',
    bg: 'болест, заболяване',
    el: 'ασθένεια, νόσος, πάθηση',
    sv: 'sjukdom',
    da: 'sygdom',
    fi: 'sairaus',
    et: 'haigus',
    lt: 'liga',
    lv: 'slimība',
    hr: 'bolest',
    sl: 'bolezen',
    ga: 'tinneas, galar, breoiteacht',
    mt: 'marda'
  }
} as const

/** A day with its year and nothing else, as in `17.05.1980`, `1980-05-17`, `17 May 1980` and `19800517`. */
const birthDate =
  /^(?:(?:\d{1,2}[./ -]{1,3}(?:\d{1,2}|[a-z\u0370-\u04ff]{3,12})[./ -]{1,3}|(?:[a-z]{3,9} \d{1,2},? ))(?:19|20)?\d\d|(?:19|20)\d\d[./ -]{0,2}\d{1,2}[./ -]{0,2}\d{1,2})\.?(?:t00[:0-9.z+-]*)?$/

const nameBehind = /[ ,;/]{1,3}\p{Lu}[\p{L}.'’ -]{1,40}$/u

const code = /^[a-tv-z]\d\d(?:\.?\d{1,2})?$/

const fits = {
  'date of birth': (_: string, text: string) => birthDate.test(fold(text.replace(nameBehind, ''))),
  'place of birth': (folded: string) => /[a-z\u0370-\u04ff]{3}/.test(folded),
  'name of a person': (_: string, text: string) => /^\p{Lu}[\p{L}'’]+(?:[ -]\p{Lu}[\p{L}'’]+){0,3}$/u.test(text),
  'phone number': (folded: string) => /^\+?[\d ()./-]+$/.test(folded) && folded.replace(/\D/g, '').length >= 8,
  'clinical fact': (folded: string, text: string) => code.test(folded) || namesIllness(text),
  password: (folded: string) => /^(?=.*[a-z\u0370-\u04ff]{3})(?=.*\d)\S{6,}$/.test(folded),
  token: (folded: string) => /^(?=.*\d)(?=.*[a-z])[a-z\d]{40,90}$/.test(folded),
  'recovery codes': (folded: string) => /^(?:\d{3,5}[- ]\d{3,5}[ ,;]{1,2}){2}/.test(folded)
} as const

type Kind = keyof typeof fits

const others = `${aboutPersons}, project, product, company, brand, place of work`

const named: ReadonlyArray<readonly [Kind, (words: string) => boolean]> = [
  ['date of birth', namedBy(birthDateWords, others)],
  ['place of birth', namedBy(birthPlaceWords, others)],
  ['name of a person', namedBy(weakWords.name, others)],
  ['phone number', namedBy(weakWords.phone, others)],
  ['clinical fact', namedBy(weakWords.illness, others)],
  ['password', namedBy(weakWords.password, others)],
  ['token', namedBy(weakWords.token, others)],
  ['recovery codes', namedBy(weakWords.recovery, others)]
]

/** What a key and its text say together: whose telephone or car it is, or whose plate. */
const byBoth = (key: string, text: string): 'phone number' | 'licence plate of a person' | undefined => {
  const words = key.split(' ')
  if (words.some((word) => isOwn(word) || isCarried(word)) && contactIn(`${key} ${text}`) !== undefined)
    return 'phone number'
  return words.some(isOfAVehicle) && plateIn(`${key} ${text}`) !== undefined ? 'licence plate of a person' : undefined
}

/**
 * What a text is under a name that says little alone, where it fits that name. A date fits `born`, and an illness fits `liga`.
 * `KW 24/2026` is a week and nothing here.
 */
export const byWeakName = (key: string, text: string): Kind | 'licence plate of a person' | undefined => {
  if (text.length > 200) return undefined
  const words = wordsOf(key)
  const folded = fold(text.trim())
  const kind = named.find(([kind, isNamed]) => words.some(isNamed) && fits[kind](folded, text.trim()))?.[0]
  return kind ?? byBoth(words[0] ?? '', text)
}
