import { fold } from '../fold.ts'
import { teamWords } from '../words.ts'
import { givenNames } from './given-names.ts'
import { about, aboutOf } from './lexicon.ts'

/** Words in capitals that name no person: makers of machines, places, papers, months and verbs that begin a sentence. */
const things: ReadonlySet<string> = new Set(
  [
    teamWords,
    'dell cisco siemens philips fujitsu lenovo ibm microsoft oracle google amazon aws azure vmware citrix canon agfa sectra',
    'ge healthcare healthineers medical systems juniper fortinet hewlett packard netapp epic cerner dedalus telekom vodafone',
    'orange telefonica swisscom red hat suse debian ubuntu windows linux zone rack port room building site standort haus',
    'gebaude office buro bureau campus floor etage warehouse lager zentrale krankenhaus klinikum hospital hopital ospedale',
    'spital szpital nemocnice nemocnica korhaz universitat university universite city stadt street strasse north south east',
    'west phase projekt project product produkt version release contract vertrag contrat order purchase invoice rechnung',
    'facture factura fattura serial serie nummer number budget cost center centre partita iva steuer januar january februar',
    'february marz march april may juni june july august september october oktober november december dezember monday tuesday',
    'wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag call ring phone',
    'dial bel bellen anrufen soita hivd sunati wert value test probe gerat analysator jour meeting the this new old neue alte',
    'nis eu de ci cd'
  ]
    .join(' ')
    .split(' ')
)

const capitalised = /(?<![\p{L}\d._/@-])\p{Lu}(?:[\p{Ll}'’]|-?\p{Lu}(?=\p{Ll})){1,30}(?![\p{L}\d_/@-])/gu
const given = new Set(givenNames.join(' ').split(' '))
/** What an ending of a case stands behind: the name, also without its own ending or the last vowel, as in `Tomka`. */
const stems = new Set(
  [...given]
    .filter((name) => name.length >= 5)
    .flatMap((name) => [name, name.replace(/[aeiouysαεηιοσ]{1,2}$/, ''), name.replace(/(?<!ar)ek$/, 'k')])
)

/** Endings of a given name in the languages that have cases, folded, and of the sons and wives of its bearer. */
const endings: ReadonlySet<string> = new Set(
  [
    'a e i o u y s n m l t z as es is os us ai ei ui ie io ia iu ii ja je ji jo ju ka ke ki ko ku em om am im ym ou ov ova ovi owi owa',
    'iem iom iam ien ena ene eni enu ene ulu lui ului nak nek val vel hoz hez nal nel tol tel ert rol rel nal ban ben le lle lla lta',
    'lt ga st sse ssa ta na ne en on om in ina ine iny inu ino ami ams ems oms iui aus ies ios ius ius eem ovo ove iho imu ego emu ej',
    'η α ο ε ι υ ασ ησ οσ εσ ου ων α у а е и о ю я ом ем ои еи ия ът та'
  ]
    .join(' ')
    .split(' ')
)

/** Countries and other words that are written as a given name with an ending is. */
const alike: ReadonlySet<string> = new Set(
  'clause clauses friday philips denies valeriana clementine virginia carolina marks austria austrian france francia malta georgia albania lille vilnius marti martes milano signal signals guide guides charge standard'.split(
    ' '
  )
)

/** A name as Irish writes it behind some words: `Dhonncha`. */
const softened = /^[bcdfgmpst]h(?=[a-z]{3})/

const isInflected = (word: string): boolean =>
  [1, 2, 3, 4].some((cut) => word.length - cut >= 4 && endings.has(word.slice(-cut)) && stems.has(word.slice(0, -cut)))

const isOneName = (word: string): boolean => !alike.has(word) && (given.has(word) || isInflected(word))

/** Whether a folded word is a common given name, also with the ending of a case, in a double name or as Irish softens it. */
export const isGivenName = (word: string): boolean =>
  word.split('-').some((part) => isOneName(part) || (softened.test(part) && isOneName(part.charAt(0) + part.slice(2))))

/** Whether a word in capitals can be a name: it means nothing else here. */
export const canBeName = (word: string): boolean => {
  const folded = fold(word)
  return folded.split('-').every((part) => !things.has(part)) && (aboutOf(folded) & ~about.person) === 0
}

const between = /^ (?:(?:van|von|de|der|den|del|della|di|da|dos|la|le|ten|zu|af|av|el|ta'?|Ó|O) ){0,2}$/

/** Many a surname begins as an organ or a medicine does. */
const isSurnameAlike = (word: string): boolean =>
  word.length >= 6 &&
  (aboutOf(fold(word)) & (about.system | about.department | about.illness)) === 0 &&
  !things.has(fold(word))

/** Two words that stand as given name and surname do, and where in the text. */
type FullName = { readonly pair: readonly [string, string]; readonly from: number; readonly to: number }

const fullNames = (text: string): ReadonlyArray<FullName> => {
  const words = Array.from(text.matchAll(capitalised)).filter(
    ({ 0: word }) => canBeName(word) || isSurnameAlike(word) || given.has(fold(word))
  )
  return words.flatMap(({ 0: word, index }, at) => {
    const next = words[at + 1]
    return next !== undefined && between.test(text.slice(index + word.length, Math.min(next.index, index + 60)))
      ? [{ pair: [word, next[0]] as const, from: index, to: next.index + next[0].length }]
      : []
  })
}

/** The pairs of words in a text that stand as given name and surname do. */
export const fullNamesIn = (text: string): ReadonlyArray<readonly [string, string]> =>
  fullNames(text).map(({ pair }) => pair)

/** Where full names stand of which one word is a common given name. */
export const personsIn = (text: string): ReadonlyArray<Omit<FullName, 'pair'>> =>
  fullNames(text).filter(({ pair }) => pair.some((word) => isGivenName(fold(word))))

/** Whether two words stand as a name does and one of them is a common given name. */
export const hasGivenName = (text: string): boolean => personsIn(text).length > 0
