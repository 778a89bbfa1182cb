import { absences } from './absences.ts'
import { appointments, courses, departments, events, labs, medicineEnds, medicines } from './care.ts'
import { disorders, organs } from './bodies.ts'
import { illnesses } from './illnesses.ts'
import { signs } from './signs.ts'
import { persons } from './persons.ts'
import { type Phrase, type Phrases, addPhrase, phraseIn } from './phrases.ts'
import { latin, sounded } from './spelling.ts'
import { systems } from './systems.ts'

/** What a word can be about, as one bit each. */
export const about = {
  illness: 1,
  organ: 2,
  disorder: 4,
  event: 8,
  course: 16,
  medicine: 32,
  person: 64,
  system: 128,
  department: 256,
  appointment: 512,
  lab: 1024,
  absence: 2048
} as const

const longest = 16

/** Words by how they are written: whole, by their beginning, or by their end. Each is looked up and not searched. */
type Entries = Readonly<Record<'whole' | 'start' | 'end' | 'sound', Map<string, number>>> & {
  readonly phrases: Phrases
}

const add = (map: Map<string, number>, word: string, bit: number): void => {
  map.set(word, (map.get(word) ?? 0) | bit)
}

const entered = (): Entries => {
  const entries: Entries = { whole: new Map(), start: new Map(), end: new Map(), sound: new Map(), phrases: new Map() }
  const enter = (words: string, bit: number): void => {
    for (const word of words.split(' '))
      if (/.-/.test(word)) addPhrase(entries.phrases, word, bit)
      else if (word.endsWith('=')) add(entries.whole, word.slice(0, -1), bit)
      else if (word.startsWith('-')) add(entries.end, word.slice(1), bit)
      else if (word !== '') add(entries.start, word.slice(0, longest), bit)
  }
  const tables = [
    [illnesses, about.illness],
    [organs, about.organ],
    [disorders, about.disorder],
    [events, about.event],
    [signs, about.event],
    [absences, about.absence],
    [courses, about.course],
    [medicines, about.medicine],
    [appointments, about.appointment],
    [departments, about.department],
    [labs, about.lab],
    [persons, about.person]
  ] as const
  for (const [table, bit] of tables) for (const words of Object.values(table)) enter(words, bit)
  for (const words of Object.values(disorders))
    for (const word of words.split(' ')) {
      const end = word.replace('=', '')
      if (end.length >= 4) add(entries.end, end, about.disorder)
    }
  for (const [words, bit] of [
    [illnesses['all'], about.illness],
    [medicines['all'], about.medicine],
    [organs['all'], about.organ]
  ] as const)
    for (const word of (words ?? '').split(' ')) {
      const sound = sounded(word)
      if (!word.endsWith('=') && sound.length >= 6) add(entries.sound, sound.slice(0, longest), bit)
    }
  enter(systems.join(' '), about.system)
  return entries
}

let kept: Entries | undefined

const entries = (): Entries => (kept ??= entered())

const started = (map: Map<string, number>, word: string, from = 0, least = 3): number => {
  let bits = 0
  for (let length = least; length <= Math.min(longest, word.length - from); length += 1)
    bits |= map.get(word.slice(from, from + length)) ?? 0
  return bits
}

const ended = (map: Map<string, number>, word: string): number => {
  let bits = 0
  for (let length = 4; length <= Math.min(longest, word.length - 2); length += 1)
    bits |= map.get(word.slice(-length)) ?? 0
  return bits
}

/** A department: what an organ has with `-logy` behind it, in the spellings of the Union. */
const department = /(?:log[iy]|log(?:ue|o|a|os)$|лог|λογ|chirurg|kirurg|quirurg)/

/** Ends by which a word of Greek or Latin says that it is an illness or an operation. */
const ofAnIllness =
  /^(?!nostalg|acade|akade|epidem|pandem|bohem|homeo|homoo|naturo|osteopat|telepat|simpat|sympat|empat|antipat|anatom|mercur|centur|luxur|secur|sekur|econom|ekonom|kriti)[a-z]{3,}(?:[bcdfghklmnprtvxz]itis|e[ck]tom(?:y|ie|ia|ii|ija|i|iat|iju|iou|ian)|ostomi[ea]?|alg(?:ia|ie|ii|ija|ias)|pleg(?:ia|ie|ii|ija|ik)|opat(?:h?y|hie|hia|ie|ia|ii|ija)|[bcdfghklmnprtvxz][ae]?emi(?:a|e|i|ja)|rrh(?:oea|oe|ea|ee)|penia|penie|pareses|paresis|megalia|megalie|omatos[ei]s?)$/

/** The illness that the rest of a long word names: `Oberlappenpneumonie`. */
const inside = (map: Map<string, number>, word: string): number => {
  if (word.length < 11 || word.length > 40) return 0
  let bits = 0
  for (let from = 3; from <= word.length - 6; from += 1) bits |= started(map, word, from, 6)
  return bits & (about.illness | about.medicine)
}

/** What begins at a place in a word: a beginning of five letters, or a short word with an ending. */
const begun = (start: Map<string, number>, whole: Map<string, number>, word: string, at: number): number => {
  let bits = started(start, word, at, 5)
  for (let length = Math.max(4, word.length - at - 5); length <= word.length - at; length += 1)
    bits |= whole.get(word.slice(at, at + length)) ?? 0
  return bits
}

/** Whether a word is an organ and a disorder in one, also with an ending: `longkanker`, `Nierenversagen`, `tüdőrákban`. */
const isOfOrgan = (word: string): boolean => {
  const { whole, start, end } = entries()
  for (let at = 3; at <= Math.min(24, word.length - 3); at += 1) {
    if (
      (begun(start, whole, word, at) & about.disorder) === 0 &&
      ((end.get(word.slice(at)) ?? 0) & about.disorder) === 0
    )
      continue
    const rest = word.slice(0, at)
    if ([rest, rest.replace(/(?:e?n|e?s)$/, '')].some((each) => ((whole.get(each) ?? 0) & about.organ) !== 0))
      return true
    if ((started(start, rest) & about.organ) !== 0) return true
  }
  return false
}

const judged = (word: string): number => {
  const { whole, start, end } = entries()
  const ends = ended(end, word)
  const bits = (whole.get(word) ?? 0) | started(start, word)
  if (((bits | ends) & about.system) !== 0) return about.system
  if (department.test(word) && (bits & (about.organ | about.department)) !== 0) return about.department
  if (department.test(word) && (bits & about.illness) !== 0) return about.department
  if (word.length > 6 && whole.get(word) === undefined && isOfOrgan(word)) return about.illness
  const medicine = medicineEnds.test(word) ? about.medicine : 0
  const illness = ofAnIllness.test(word) ? about.illness : 0
  return bits | medicine | illness | (bits === 0 ? inside(start, word) : 0)
}

const isForeign = /[\u0370-\u04ff]/
const ofLatin = about.illness | about.organ | about.medicine | about.lab | about.department

const inAnyLetters = (word: string): number => {
  const bits = judged(word)
  if (bits !== 0 || word.length < 5) return bits
  const written = isForeign.test(word) ? latin(word) : undefined
  const alike = written === undefined ? 0 : judged(written) & ofLatin
  if (alike !== 0 || department.test(written ?? word)) return alike
  return started(entries().sound, sounded(written ?? word), 0, 6)
}

const known = new Map<string, number>()

/** What a folded word can be about: the bits of `about`. Answers are kept, since the same words come again and again. */
export const aboutOf = (word: string): number => {
  const earlier = known.get(word)
  if (earlier !== undefined) return earlier
  const bits = inAnyLetters(word)
  if (known.size >= 10_000) known.clear()
  if (word.length <= 60) known.set(word, bits)
  return bits
}

/** What the words from a place of a folded text on are about together, and where they end. `word` is the first of them. */
export const phraseAt = (folded: string, at: number, word: string): Phrase | undefined =>
  phraseIn(entries().phrases, folded, at, word)
