import { asName, assignedIn, namesSensitive, sensitiveInside } from '../sensitive/sensitive-inside.ts'
import { type Sensitive, sensitiveText, sensitiveToTell } from '../sensitive/sensitive-text.ts'
import type * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { isClassified } from './forbidden-types.ts'
import type { Path, Diagnostic } from '../diagnostics/diagnostic.ts'
import { credentialByItself } from '../sensitive/credentials.ts'

/** A path of a file, whose own name is judged as a text too. */
const isPath = (text: string): boolean => /^[\w.-]*\/.*\.[a-z]{2,4}$/.test(text)

/** Addresses of resources. Beside `server` in one of them, a diagnosis would be one of a machine. */
const addresses = /\baws_[a-z0-9_]+\.[\w-]+/g

/** What stands between our own words and a text that they repeat, and between the names in a path. */
const joins = /[;,"'`()[\]{}<>/\\|]+|: | (?:is|are|as|by|of|in|at)(?: not)? /

/** A tag as we write it: `Key=Value`. */
const tag = /^([^=]{1,128})=([^=].{0,256})$/u

const inPart = (part: string): ReadonlyArray<Sensitive> => {
  const [, key = '', value = part] = tag.exec(part) ?? []
  return key !== '' || /\S[ @]\S/.test(value) ? sensitiveText(key, value) : []
}

/**
 * A text that our own words repeat, judged without them: beside `the server`, a diagnosis would be one of a machine. A
 * single word is judged in the whole.
 */
const inParts = (text: string): ReadonlyArray<Sensitive> => {
  const parts = text.split(joins)
  return parts.length === 1 && !text.includes('=') ? [] : parts.flatMap((part) => inPart(part.trim()))
}

const sensitiveIn = (text: string, name: string): ReadonlyArray<Sensitive> => {
  const found = sensitiveToTell(name, text)
  if (found.length > 0) return found
  const assigned = assignedIn(text)
  return assigned.length > 0 ? assigned : inParts(text)
}

/** A text by the name that leads to it, as it may leave the program. */
const line = (text: string, name = ''): string => {
  const bare = text.replaceAll(addresses, '_')
  const [found] = [text, ...(isPath(text) ? [asName(text)] : []), ...(bare === text ? [] : [bare])].flatMap((each) =>
    sensitiveIn(each, name)
  )
  return found === undefined ? text : `(not shown: ${found.what})`
}

/**
 * A text as it may leave the program. Each line that holds a credential or a personal datum is replaced by what it holds,
 * by kind. It is the last step before a text of any author is cut and printed or stored (J.7.0 §6, §7).
 */
export const redacted = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((one) => line(one))
        .join('\n')
    : line(text)

/**
 * The same of each text and each key in a JSON document. The key that leads to a text counts too, and a sensitive one
 * counts for all that stands below it.
 */
export const redactedJson = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string') return value.includes('\n') ? redacted(value) : line(value, name)
  if (Array.isArray(value)) return value.map((one) => redactedJson(one, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [line(key), redactedJson(below, namesSensitive(name) ? name : key)])
  )
}

/** Rules about identifiers that are not secret. With a digit too few, some of them look like a person's number. */
const identifiers: ReadonlySet<string> = new Set(['account-id', 'placeholders', 'one-account'])

const longestKey = 200
const mostNames = 20
const mostSteps = 50
/** Of our own words; a text of a stack that they quote was cut before. */
const longestOfOurs = 20_000
const longestText = 160
const longestWords = 600

const withoutIdentifiers = ({ rule, actual }: Diagnostic): string =>
  identifiers.has(rule) ? actual.replace(/(?<![\w-])\d{9,14}(?![\w-])/g, '_') : actual

/** The words without the paths of this machine, which no reader needs. Of a stack file the name in the project is left. */
export const withoutMachine = (words: string): string =>
  words
    .replace(/(?:file:\/\/)?\/[^\s'"`()]*\/(?=stacks\/[^\s/'"`()]+\.ts)/g, '')
    .replace(
      /(?:file:\/\/|(?<![\w.:/}-]))\/(?:home|Users|root|tmp|private|var|usr|opt|mnt|srv|work|workspace|builds)\/[^\s'"`()]*/g,
      '(a path of this machine)'
    )

/** Where in the path of a block its type stands, as its author writes the block. */
const typeAt = ([, first]: Path): number => (first === 'data' || first === 'ephemeral' ? 2 : 1)

/** A path without the type of the block that it leads into. A type names no value: `aws_sns_topic` holds no number. */
const withoutType = (at: Path): Path => {
  const [part, type] = [at[0], at[typeAt(at)]]
  const isType = part === 'block' && typeof type === 'string' && isClassified(type) && at.length > typeAt(at) + 1
  return isType ? at.toSpliced(typeAt(at), 1) : at
}

/** Whether the words are the address of the block that the path leads to. Then no value stands under its names. */
const isAddress = ({ at = [], actual }: Diagnostic): boolean =>
  at[0] === 'block' && at.length > 1 && at.slice(1).join(' ') === actual.replaceAll('.', ' ')

/** Whether the words tell the kind and the length of a value, and so not the value. Their rule has no other words. */
const isKind = ({ rule, actual }: Diagnostic): boolean =>
  rule === 'sensitive-values' && /^[^"]+ \(\d+ characters\)$/.test(actual)

/** The names that lead to the value, without indices. */
const namesOf = (problem: Diagnostic): ReadonlyArray<string> =>
  isAddress(problem) || isKind(problem)
    ? []
    : withoutType(problem.at ?? [])
        .slice(-mostNames)
        .filter((step) => typeof step === 'string')

const beginning = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`

/** Each text that is quoted, and then the whole, cut to what a person reads. The words around a text stay. */
const cut = (words: string): string =>
  beginning(
    words.replace(
      /"((?:[^"\\]|\\.){160,})(?:"|$)(?:… \((\d+) characters\))?/g,
      (_, text: string, length?: string) =>
        `"${text.slice(0, longestText - 1)}… (${length ?? String(text.length + 2)} characters)`
    ),
    longestWords
  )

const actualOf = (problem: Diagnostic): string => {
  const { actual } = problem
  const [found] = sensitiveInside(namesOf(problem), withoutIdentifiers(problem))
  return found === undefined
    ? cut(problem.at === undefined ? withoutMachine(actual) : actual)
    : `a value that is not shown: ${found.what} (${actual.length} characters)`
}

/** A text of the stack that our own words quote. A path is judged by the name that it ends with too. */
const quotedOf = (quoted: string): string => {
  const text = quoted.slice(1, -1)
  return [text, asName(text)].some((each) => sensitiveToTell('', each).length > 0) ? '(not shown)' : quoted
}

/** Our own words, with names out of the stack among them. Beside a quoted text, only a credential is taken out. */
const wordsOf = (words: string): string => {
  const text = words.slice(0, longestOfOurs)
  return credentialByItself(text) === undefined
    ? beginning(text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, quotedOf), 4_000)
    : 'Not shown: it would repeat a credential.'
}

const keyOf = (key: string): string =>
  sensitiveToTell('', key).length > 0 ? `(a key of ${key.length} characters)` : beginning(key, longestKey)

const pathOf = (at: Path): Path => at.slice(0, mostSteps).map((step) => (typeof step === 'string' ? keyOf(step) : step))

/**
 * The same problem without values that look like a credential or a personal datum. A value that stands under the name of
 * one is left out too. A mistake is shown to every reader of a terminal or a log, and a secret never is. The value is
 * judged whole and then cut.
 */
export const unshown = (problem: Diagnostic): Diagnostic => {
  const words = { actual: actualOf(problem), expected: wordsOf(problem.expected), remedy: wordsOf(problem.remedy) }
  return problem.at === undefined ? { ...problem, ...words } : { ...problem, ...words, at: pathOf(problem.at) }
}

/** So many problems of one stack are shown. */
const mostProblems = 2_000

/** All problems of a stack in that form; of more than 2,000 the first, and how many more there are. */
export const allUnshown = ([
  first,
  ...others
]: RNEA.ReadonlyNonEmptyArray<Diagnostic>): RNEA.ReadonlyNonEmptyArray<Diagnostic> => {
  const left = others.length - mostProblems
  return [
    unshown(first),
    ...others.slice(0, mostProblems).map(unshown),
    ...(left <= 0
      ? []
      : [{ ...unshown(first), expected: 'fewer problems', actual: `${left} more, which are not listed` }])
  ]
}
