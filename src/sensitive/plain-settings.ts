import { fold } from './fold.ts'

/** Words for a degree of a setting, folded, before its number: `level-2`, `Stufe 3`. */
const degree =
  'level|lvl|log ?level|stufe|niveau|nivel|nivell|livello|poziom|uroven|szint|taso|tase|niva|niveauet|lygis|limenis|razina|raven|stopnja|ниво|επιπεδο|mode|modus|tier|profile|v'

const setting = new RegExp(
  `^(?:(?:${degree})[ ._-]?\\d{1,2}(?:\\.\\d{1,2})?|debug|verbose|trace|info|warn|warning|error|quiet|basic|full|extended|detailed|minimal|default|auto|manual|daily|weekly|hourly|started|stopped|running|passed|failed|bucket|logs?|settings?)$`
)

/** Whether a key is the word for a diagnosis alone, which machines have too. */
const ofBoth = /(?:^|[ _.-])(?:diagn[a-z]{2,10}|diagnos|dijagnoz[a-z]*|διαγνωση|диагноза|rozpoznanie)s?$/

/** Whether a text under the word for a diagnosis says how a program is set: `diagnostic=level-2`. */
export const setsDiagnostics = (key: string, text: string): boolean =>
  ofBoth.test(fold(key)) && setting.test(fold(text).trim())

/** A count, a share, a time or a letter: `pass=2`, `pass=3/5`, `pin=A4`. */
const count = /^(?:\S{1,2}|\d{1,3} ?%|\d{1,3} ?(?:\/|of|von|de|di|van|z) ?\d{1,3}|\d\.\d)$/

/** The two words that a doubled letter stands for: `ww=worldwide`. A Dutch password is one word. */
const spelled = /^(\p{L})\p{L}{2,} ?-?\1(?!oo?rd)\p{L}{2,}$/u

/**
 * Whether a text under a short name for a secret is a count or a word. Such a name means much besides. A pass over some
 * data has a number, a pin of a plug has one too, and `ww` is worldwide.
 */
export const isNoSecret = (key: string, text: string): boolean => {
  const [name, value] = [fold(key).trim(), fold(text).trim()]
  if (!/^\p{L}{2,4}$/u.test(name)) return false
  return (
    count.test(value) || (name.length === 2 && name.startsWith(name.charAt(1)) && spelled.exec(value)?.[1] === name[0])
  )
}
