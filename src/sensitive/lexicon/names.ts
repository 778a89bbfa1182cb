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
const stems = new Set(
  [...given].filter((name) => name.length >= 5).map((name) => name.replace(/[aeiouysαοσ]{1,2}$/, ''))
)

/** Whether a folded word is a common given name, also with the ending of a case. */
export const isGivenName = (word: string): boolean =>
  given.has(word) || [1, 2, 3].some((cut) => word.length - cut >= 4 && stems.has(word.slice(0, -cut)))

/** Whether a word in capitals can be a name: it means nothing else here. */
export const canBeName = (word: string): boolean => {
  const folded = fold(word)
  return folded.split('-').every((part) => !things.has(part)) && (aboutOf(folded) & ~about.person) === 0
}

const between = /^ (?:(?:van|von|de|der|den|del|della|di|da|dos|la|le|ten|zu|af|av|el) ){0,2}$/

/** Many a surname begins as an organ or a medicine does. */
const isSurnameAlike = (word: string): boolean =>
  word.length >= 6 &&
  (aboutOf(fold(word)) & (about.system | about.department | about.illness)) === 0 &&
  !things.has(fold(word))

/** The pairs of words in a text that stand as given name and surname do. */
export const fullNamesIn = (text: string): ReadonlyArray<readonly [string, string]> => {
  const words = Array.from(text.matchAll(capitalised)).filter(
    ({ 0: word }) => canBeName(word) || isSurnameAlike(word) || given.has(fold(word))
  )
  return words.flatMap(({ 0: word, index }, at) => {
    const next = words[at + 1]
    return next !== undefined && between.test(text.slice(index + word.length, Math.min(next.index, index + 60)))
      ? [[word, next[0]] as const]
      : []
  })
}

/** Whether two words stand as a name does and one of them is a common given name. */
export const hasGivenName = (text: string): boolean =>
  fullNamesIn(text).some((pair) => pair.some((word) => isGivenName(fold(word))))
