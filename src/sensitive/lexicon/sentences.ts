import { ageOrBed } from './ages.ts'
import { fold } from '../fold.ts'
import { counted, joining } from './counts.ts'
import { about, aboutOf, phraseAt } from './lexicon.ts'
import { hasGivenName, isGivenName, personsIn } from './names.ts'

const capitalised = /\p{Lu}\p{Ll}+/gu
const initialled =
  /(?<![\p{L}\d])\p{Lu}\. ?\p{Lu}\p{Ll}{2,}|(?<!\p{L})\p{Lu}\p{Ll}{2,} \p{Lu}\.(?![\p{L}\d])|(?<![\p{L}.])\p{Lu}\. ?\p{Lu}\.(?![\p{L}\d])/u

/** Houses that are called after a person or a saint: `Santa Maria hospital`, `Anne-Frank-Schule`. */
const institution =
  /\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2}[ -](?:[Kk]lini|[Cc]lini|[Hh]ospi|[Ss]pital|[Ii]nstitu|[Ss]chule|[Ss]chool|[Ff]oundation|[Ss]tiftung|[Zz]entrum|[Cc]ent(?:re|er)|[Uu]niversit|[Cc]ampus|[Hh]aus(?!\p{Ll}))/gu

/** A common given name, two words that stand as a name does, or an initial with a name. */
const hasName = (whole: string): boolean => {
  const text = whole.replace(institution, ' ')
  return (
    initialled.test(text) ||
    hasGivenName(text) ||
    Array.from(text.matchAll(capitalised)).some(([word]) => isGivenName(fold(word)))
  )
}

const firstWord = /^["'(]?(\p{Lu}\p{Ll}{2,})(?:,? \p{Lu}\.?)?[:,]? (\p{L}+)/u

/** "Is", "has" and "on", folded, between a person and their absence, with the words behind. */
const isOn =
  /^(?:is|has|was|ist|hat|est|a|esta|e|ha|foi|jest|je|van|este|е|ειναι|ar|er|on|yra|ir|ta|na|em|на|w) (?:(?:na|em|на|w|a) )?([a-z\u0370-\u04ff].*)/

/** Makers and names of analysers, and words for one. A value behind them is a test of the machine. */
const analyser =
  /^(?:roche|abbott|siemens|beckman|sysmex|ortho|biomerieux|diasorin|horiba|radiometer|mindray|werfen|hitachi|cobas|architect|atellica|advia|alinity|vitros|vidas|immulite|liaison|snibe|randox|thermo|tosoh|stago|arkray|menarini|analy[sz][a-z]*|gerat|labor[a-z]*|wert|value|test|probe|release|version|model|kit|lot|charge|reagen[a-z]*|modul|assay)(?:e?[nrs])?$/

/** Whether a word in capitals can be a person's name: it means nothing here. */
const canName = (name: string): boolean =>
  name !== '' && aboutOf(fold(name)) === 0 && !joining.has(fold(name)) && !analyser.test(fold(name))

/** A word in capitals which means nothing here, and right behind it what happens to a person: `Nieminen leikattu`. */
const startsWithName = (text: string): boolean => {
  const [whole, name = '', next = ''] = firstWord.exec(text) ?? []
  if (whole === undefined || !canName(name)) return false
  const [, away] = isOn.exec(fold(text.slice(whole.length - next.length, whole.length + 60))) ?? []
  return (
    (aboutOf(fold(next)) & (about.event | about.lab | about.medicine)) !== 0 || (away !== undefined && isAbsence(away))
  )
}

/** Whether a folded text begins with a word or a phrase for an absence. */
const isAbsence = (folded: string): boolean => {
  const [word = ''] = /^[^\s,.;:]+/.exec(folded) ?? []
  return ((phraseAt(folded, 0, word)?.bits ?? aboutOf(word)) & about.absence) !== 0
}

const besideLab = /(?<!\p{L})(\p{Lu}\p{Ll}{3,}) (\p{L}{2,12})[ :=<>≤≥~]{1,4}\d/gu

/** A word in capitals which means nothing here, right before a value of the laboratory: `Lehtonen CRP 244`. */
const hasMeasured = (text: string): boolean =>
  Array.from(text.matchAll(besideLab)).some(
    ([, name = '', measured = '']) => canName(name) && (aboutOf(fold(measured)) & about.lab) !== 0
  )

/** The code of a diagnosis or a procedure, which says little without a person. */
const code =
  /(?<![\w.-])(?:[A-TV-Z]\d\d\.\d{1,2}|[1-9]-\d{2}[\da-z](?:\.[\da-z]{1,2})?|[A-DG-HJL-NPR-SV]\d\d[A-Z]{2}\d\d)(?![\w-]|\.\d)/
const time =
  /(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?![\d.])|\d{1,2}[./]\d{1,2}\.|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|segunda|ter[cç]a|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|poniedzia[lł]|wtor|[sś]rod|czwart|pi[aą]t|pond[eě]l|[uú]ter|st[rř]ed|[cč]tvrt|p[aá]t[ek]|h[eé]tf|kedd|szerda|cs[uü]t|p[eé]ntek|luni|mar[tț]i|miercuri|joi|vineri|понед|вторн|сряда|четвърт|петък|δευτ|τρ[ιί]τη|τετ[αά]ρ|π[εέ]μπτη|παρασκ|m[aå]ndag|tisdag|onsdag|torsdag|fredag|mandag|tirsdag|maanantai|tiistai|keskiviik|torstai|perjantai|esmasp|teisip|kolmap|neljap|reede|pirmad|antrad|tre[cč]iad|ketvirtad|penktad|pirmdien|otrdien|tre[sš]dien|ceturtd|piektd|ponedjel|utorak|srijed|[cč]etvrt|ponedelj|torek|sred[ao]|tnejn|tlieta|erbg|[hħ]amis|[gġ]img|luan|m[aá]irt|c[eé]adaoin|d[eé]ardaoin|aoine|yesterday|tomorrow|gestern|morgen|hier|demain|ayer|ma[nñ]ana|ieri|domani|ontem|amanh[aã]|gisteren|wczoraj|jutro|v[cč]era|z[ií]tra|zajtra|tegnap|holnap|m[aâ]ine|вчера|утре|χθες|αύριο|ig[aå]r|imorgon|i g[aå]r|eilen|huomenna|eile|homme|vakar|rytoj|r[iī]t|ju[cč]er|sutra|v[cč]eraj)/iu

/** Whether a folded text begins with a system, of which the rest is said: `service born 14 May 2021`. */
export const isOfASystem = (folded: string): boolean => {
  const [first = ''] = /[^\s:=]+/.exec(folded) ?? []
  return !/^dat[aeou]/.test(first) && (aboutOf(first) & about.system) !== 0
}

/** How much a sentence speaks of one person's illness or care. Four points are enough. */
const clinicalPoints = (text: string): number => {
  const folded = fold(text)
  const { illness, absence, care, person, system, course, department, appointment, lab, other, words } = counted(folded)
  const codes = code.test(text) ? 1 : 0
  const clinical = 2 * illness + 2 * absence + 2 * lab + care + appointment + 2 * codes
  if (clinical === 0) return 0
  const isPerson = person > 0 || hasName(text) || startsWithName(text) || (lab > 0 && hasMeasured(text))
  const isOfAge = ageOrBed.test(folded)
  const isAlone = other === 0 && system === 0 && illness > 0
  // Words for a system weigh less where one person is plain: real data may stand in a test.
  const isOne = (isPerson && isOfAge) || (clinical > 3 && hasGivenName(text))
  const ofSystem = lab > 1 && isPerson ? 0 : isOne ? Math.min(2, system * 3) : 3 * system
  return (
    Math.min(clinical, 4) +
    (isPerson ? 2 : 0) +
    (isOfAge ? 2 : 0) +
    (course > 0 ? 1 : 0) +
    (care > 0 && illness > 0 ? 1 : 0) +
    (care > 0 && person > 0 && hasName(text) ? 1 : 0) +
    (department > 0 && appointment > 0 ? 1 : 0) +
    ((appointment > 0 || (care > 0 && isPerson)) && time.test(text) ? 1 : 0) +
    (isAlone ? (words > 1 ? 2 : 1) : 0) -
    ofSystem
  )
}

/** The words before a name, up to a mark that ends the sentence. */
const nearBefore = /(?:[^\s;:|/]+(?<!\.) ){1,8}[("]?$/
/** The same of the words behind a name. */
const nearBehind = /^(?:['’]s?|-\p{Ll}{1,4})?[),"]{0,2}(?: [^\s;:|/]+(?<!\.)){1,8}/u

/** Whether a mark stands between two words, so that they are not read together. */
const isApart = (left: string | undefined, right: string | undefined): boolean =>
  /[,)]$/.test(left ?? '') || (right ?? '').startsWith('(')

/** Values of a laboratory with a digit in their names, folded. */
const coded = /^(?:hba1c|cd[48])$/

const ofIllness = (words: ReadonlyArray<string>): boolean => {
  const { illness, lab } = counted(words.join(' '))
  return illness + lab > 0 || words.some((word) => coded.test(word))
}

/** Whether an illness is one of the words, with no system before it or right behind it. */
const beginsWithIllness = (words: ReadonlyArray<string>): boolean => {
  const last = words.findIndex((_, at) => ofIllness(words.slice(0, at + 1))) + 1
  if (last === 0) return false
  const behind = words.findIndex((word, at) => at >= last && !joining.has(word))
  const isAlone = behind < 0 || isApart(words[behind - 1], words[behind])
  return counted(words.slice(0, isAlone ? last : behind + 1).join(' ')).system === 0
}

/** The same of words before a name: `leukaemia of`. */
const endsWithIllness = (words: ReadonlyArray<string>): boolean => {
  const many = words.findIndex((_, at) => ofIllness(words.slice(-at - 1))) + 1
  if (many === 0) return false
  const from = words.length - many
  const before = words.findLastIndex((word, at) => at < from && !joining.has(word))
  const isAlone = before < 0 || isApart(words[before], words[before + 1])
  return counted(words.slice(isAlone ? from : before).join(' ')).system === 0
}

const wordsOf = (text: string | undefined): ReadonlyArray<string> =>
  fold(text ?? '')
    .trim()
    .split(/\s+/)

/** Whether an illness stands right beside the full name of a person: then the rest may speak of systems. */
const isBesideName = (sentence: string): boolean => {
  const text = sentence.replace(institution, (each) => ' '.repeat(each.length))
  return personsIn(text).some(
    ({ from, to }) =>
      endsWithIllness(wordsOf(nearBefore.exec(text.slice(Math.max(0, from - 100), from))?.[0])) ||
      beginsWithIllness(wordsOf(nearBehind.exec(text.slice(to, to + 100))?.[0]))
  )
}

const enough = 4

/** In a note the name of an illness is one person's. A purpose may be named after it. */
const enoughInNote = 3
const sentenceEnd = /(?<=[\p{L}\d)]{4}[.;])\s+|\n/u

const call = /(?<![\d.+/-])(?:0\d{1,4}|[36-9]\d{2})[ /-]\d{3,4}(?:[ -]?\d{2,4}){1,2}(?![\d.-])/

/** Whether a number to call stands beside a word for a person, and none for a system. */
const isSomeonesNumber = (text: string): boolean => {
  if (!call.test(text)) return false
  const { person, system } = counted(fold(text))
  return person > 0 && system === 0
}

/** What a text says of the illness or the care of one person, or nothing. */
export const clinicalFactIn = (text: string, isNote = false): string | undefined =>
  text
    .split(sentenceEnd)
    .some((sentence) => clinicalPoints(sentence) >= (isNote ? enoughInNote : enough) || isBesideName(sentence))
    ? 'clinical fact'
    : isSomeonesNumber(text)
      ? 'phone number'
      : undefined

/** Whether an illness is named, beside any words. */
export const namesIllness = (text: string): boolean => counted(fold(text)).illness > 0
