import { fold } from './fold.ts'
import { isPlaceholder } from './placeholders.ts'

/** Words for a degree of a setting, folded, before its number: `level-2`, `Stufe 3`. */
const degree =
  'level|lvl|log ?level|stufe|niveau|nivel|nivell|livello|poziom|uroven|szint|taso|tase|niva|niveauet|lygis|limenis|razina|raven|stopnja|ниво|επιπεδο|mode|modus|tier|profile|v'

const setting = new RegExp(
  `^(?:(?:${degree})[ ._-]?\\d{1,2}(?:\\.\\d{1,2})?|debug|verbose|trace|info|warn|warning|error|quiet|basic|full|extended|detailed|minimal|default|auto|manual|daily|weekly|hourly|started|stopped|running|passed|failed|bucket|logs?|settings?)$`
)

/** Whether a key is the word for a diagnosis alone, which machines have too. */
const ofBoth = /(?:^|[ _.-])(?:diagn[a-z]{2,10}|dijagnoz[a-z]*|διαγνωση|диагноза|rozpoznanie)s?$/

/** Whether a text under the word for a diagnosis says how a program is set: `diagnostic=level-2`. */
export const setsDiagnostics = (key: string, text: string): boolean =>
  ofBoth.test(fold(key)) && setting.test(fold(text).trim())

/** A count, a share, a time or a letter: `pass=2`, `pass=3/5`, `pin=A4`. */
const count = /^(?:\S{1,2}|\d{1,3} ?%|\d{1,3} ?(?:\/|of|von|de|di|van|z) ?\d{1,3})$/

/** An amount with its unit, each apart: `pw=12 MW`. */
const amount =
  /^\d{1,4}(?:[.,]\d{1,3})? (?:[kmgt]?wh?|[km]?v|m?a|[kmg]?hz|[mck]?m|[km]?g|[kmgt]i?b|[mµn]?s|min|h|pcs|°?c)$/

const number = String.raw`(?!\d{1,2}\.(?:0?[1-9]|1[0-2])\.\d\d(?![\d.]))v?\d{1,3}(?:\.\d{1,3}){1,2}`

/** A version, as a pin of a dependency has one, or some behind their names. Three numbers that are a day are none. */
const version = new RegExp(`^(?:${number}|(?:(?:^|, ?)[a-z][a-z\\d/._-]{1,40}[ @]${number}){1,8})$`)

/** The two words that a doubled letter stands for: `ww=worldwide`. A Dutch password is one word. */
const spelled = /^(\p{L})\p{L}{2,} ?-?\1(?!oo?rd)\p{L}{2,}(?: [iv]{1,3})?$/u

/** What else some short names mean, and what stands under them then, folded. */
const meant: Readonly<Record<string, RegExp>> = {
  // A week of work, and the whole world.
  ww: /^(?:(?:(?:w|wk|kw)[ ._-]?|(?:week|woche)[ ._-])?\d{1,2}(?: ?\/ ?20\d\d| (?:of )?20\d\d)?|20\d\d[ -]?w\d{1,2}|global|international|intl|regional|world|emea|apac|latam|amer|americas|all (?:regions|countries|sites))$/,
  // Of a board or a plug.
  pin: /^(?:gpio|io|d|a|p[a-k])[ _-]?\d{1,2}$|^sha-[0-9a-f]{7,40}$|^(?:header|plug|connector|jumper|socket) ?\d{1,2}$/,
  // A library for tests in a browser.
  pw: /^playwright(?: [\p{L}\d]{2,12}){0,4}$/u,
  // Over some data, and of a test.
  pass: /^(?:pass|fail|passed|failed|skipped|partial|through|first|second|third|fourth|final|last)$/,
  // The folder of a process.
  pwd: /^(?:\/[a-z][a-z._-]{1,30}){1,8}\/?$/,
  // The libraries of Erlang, the configuration management, and a modulation.
  otp: /^(?:erlang(?:[ /]otp)?[ /-]?)\d{2}(?:\.\d{1,2}){0,3}$/,
  salt: /^(?:300\d(?:\.\d{1,2})?|salt-?stack|minions?|masters?|salt-(?:minion|master|api|ssh|cloud))$/,
  psk: /^[bdoq8]psk$/
}

/** Words with the letters of a name, one for each: `mdp=master data platform`. Of two letters that is chance too often. */
const spellsOut = (name: string, value: string): boolean => {
  const words = value.split(/[ -]/)
  return (
    name.length > 2 &&
    words.length === name.length &&
    words.every((word, index) => /^\p{L}{3,}$/u.test(word) && word.startsWith(name.charAt(index)))
  )
}

/** A word beside the name itself: `pin=map pin`, `pass=boarding pass`. */
const isKindOf = (name: string, value: string): boolean => {
  const words = value.split(/[ -]/)
  return words.length === 2 && words.includes(name) && words.every((word) => word === name || /^\p{L}{3,}$/u.test(word))
}

/** The key of a ticket, which begins with the name in capitals: `mdp=MDP-4711`. */
const isTicket = (name: string, text: string): boolean => new RegExp(`^${name.toUpperCase()}-\\d{1,5}$`).test(text)

/**
 * Whether a text under a short name for a secret says nothing secret. Such a name means much besides: a pass over some
 * data has a number, a pin of a plug has one too, and `ww` is worldwide or a week. Amounts and versions say nothing either.
 */
export const isNoSecret = (key: string, text: string): boolean => {
  const [name, value] = [fold(key).trim(), fold(text).trim()]
  if (!/^\p{L}{2,4}$/u.test(name)) return false
  return (
    count.test(value) ||
    amount.test(value) ||
    version.test(value) ||
    isKindOf(name, value) ||
    isTicket(name, text.trim()) ||
    meant[name]?.test(value) === true ||
    spellsOut(name, value) ||
    (name.length === 2 && name.startsWith(name.charAt(1)) && spelled.exec(value)?.[1] === name[0])
  )
}

const assigned = /^["']?\s?[:=]\s?["']?([^,;|"'\n]{1,40})/

/** The same of a name in a folded text and of what is written behind it. That ends at the next mark: `ww=week 24, …`. */
export const setsNoSecret = (name: string, behind: string): boolean => {
  const [, value] = assigned.exec(behind) ?? []
  return (
    value !== undefined && (isNoSecret(name, value) || isPlaceholder(value.replace(/^(?:basic|bearer|token) /, '')))
  )
}
