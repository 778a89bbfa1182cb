import { letters } from '../fold.ts'
import { smallWords } from '../words.ts'
import { about, aboutOf, phraseAt } from './lexicon.ts'

/** A word by itself, also with a number right behind it: `DM2`. Letters among digits are part of an id. */
const token = new RegExp(`(?<![${letters}\\d])[${letters}]+(?![${letters}]|\\d+[${letters}])`, 'g')

/** Words that join others and say nothing themselves: articles, prepositions, forms of "to be". */
export const joining: ReadonlySet<string> = new Set(smallWords.split(' '))

/** How many words of a sentence are about what; `other` are those that mean nothing here. */
export type Counts = Record<
  | 'illness'
  | 'absence'
  | 'care'
  | 'person'
  | 'system'
  | 'course'
  | 'department'
  | 'appointment'
  | 'lab'
  | 'other'
  | 'words',
  number
>

/** What a word adds besides an organ beside its disorder, by the first bit that it has. */
const single = [
  ['system', about.system],
  ['illness', about.illness | about.medicine],
  ['absence', about.absence],
  ['care', about.event],
  ['appointment', about.appointment],
  ['department', about.department],
  ['course', about.course],
  ['person', about.person]
] as const

/** Beginnings of words for what organs are made of, folded, between an organ and its disorder: `heart valve failure`. */
const part =
  /^(?:valv|klapp|klep|zastaw|chlop|billenty|klaff|lapa|cell|zell|celul|komork|bunk|kletk|клетк|κυτταρ|solu|joint|gelenk|articul|gewricht|staw|kloub|klb|zglob|sklep|tissu|gewebe|weefsel|tejido|tkan|szovet|wall|wand|paroi|pared|pareti|scian|sten|lobe|lapp|lobo|duct|gang|muscl|muskel|marrow|artery|arter|chamber|kammer|lining|membran|gland|druse|tendon|sehne|ligament|cartilag|knorpel|клап|βαλβ)/

/** What the words of a folded sentence are about. An organ beside its disorder is one illness. */
export const counted = (folded: string): Counts => {
  const counts: Counts = {
    illness: 0,
    absence: 0,
    care: 0,
    person: 0,
    system: 0,
    course: 0,
    department: 0,
    appointment: 0,
    lab: 0,
    other: 0,
    words: 0
  }
  let place = 0
  let organAt = -9
  let disorderAt = -9
  let otherAt = -9
  let between = ''
  let phraseEnd = 0
  for (const { 0: word, index } of folded.matchAll(token)) {
    counts.words += 1
    if (index < phraseEnd) continue
    const phrase = phraseAt(folded, index, word)
    phraseEnd = phrase?.end ?? 0
    const bits = phrase?.bits ?? aboutOf(word)
    if (bits === 0 && (joining.has(word) || word.length === 1)) continue
    place += 1
    if (
      (bits & about.lab) !== 0 &&
      /^[ :=<>≤≥~]{0,4}\d/.test(folded.slice(index + word.length, index + word.length + 5))
    ) {
      counts.lab += 1
      continue
    }
    if ((bits & about.organ) !== 0) organAt = place
    if ((bits & about.disorder) !== 0) disorderAt = place
    if (
      (bits & about.medicine) !== 0 &&
      /^[ :]{1,2}\d{1,4}(?![\d.])/.test(folded.slice(index + word.length, index + word.length + 7))
    )
      counts.course += 1
    const [first] = single.find(([, bit]) => (bits & bit) !== 0) ?? []
    const apart = Math.abs(organAt - disorderAt)
    const isPart = apart === 2 && otherAt === place - 1 && part.test(between)
    if (first !== 'illness' && first !== 'system' && organAt > 0 && (apart <= 1 || isPart)) {
      counts.illness += 1
      counts.other -= isPart ? 1 : 0
      organAt = disorderAt = -9
    } else if (first !== undefined) {
      counts[first] += 1
      if (first === 'illness' && organAt === place - 2 && otherAt === place - 1 && part.test(between)) counts.other -= 1
      if (first !== 'person' && (bits & about.person) !== 0) counts.person += 1
    } else if ((bits & (about.organ | about.disorder)) === 0) {
      counts.other += 1
      otherAt = place
      between = word
    }
  }
  return counts
}
