import type { Path, Diagnostic } from '../diagnostics/diagnostic.ts'
import { isObject } from '../terraform/json.ts'
import { type Sensitive, sensitiveText } from './sensitive-text.ts'
import type { Declaration } from '../declaration/declaration.ts'

/** Something that may not stand in a stack. `what` says its kind and how long the text is; no field holds the text. */
export type SensitiveDatum = Sensitive & { readonly path: Path }

type Found = ReadonlyArray<SensitiveDatum>

const groups = /^(?:credentials?|diagnos[ei]s|passwords?|patients?|secrets?|tokens?)$/i

const takenOut = (declared: ReadonlyArray<string>): ((text: string) => string) => {
  const longestFirst = declared.filter((text) => text !== '').toSorted((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((rest, each) => (rest.includes(each) ? rest.replaceAll(each, '_') : rest), text)
}

const none: Found = []

const below = (step: string | number, found: Found): Found =>
  found.length === 0 ? none : found.map((each) => ({ ...each, path: [step, ...each.path] }))

/** So many texts are judged of one value. No file of a stack has a hundredth of them; what has more is refused. */
const mostTexts = 20_000

/** So many characters are judged of one value, for the same reason. */
const mostInAll = 4_194_304

const notJudged = (most: string): Found => [
  { path: [], kind: 'personal-data', what: `more than ${most}, of which the others were not judged` }
]

/**
 * All credentials and personal data in a JSON value, keys included (J.7.0 §6, §7). `declared` are texts that a stack
 * may hold wherever it likes, such as its account id: they are taken out before a text is judged. A key that is itself
 * sensitive stands in the path by its length alone.
 */
export const sensitiveData = (json: unknown, declared: ReadonlyArray<string>): Found => {
  const without = takenOut(declared)
  let texts = 0
  let characters = 0
  let isOver = false

  const inText = (name: string, text: string): Found => {
    if (isOver) return none
    if (text.length > mostCharacters) return tooLong(text)
    texts += 1
    characters += text.length
    const over =
      texts > mostTexts ? `${mostTexts} texts` : characters > mostInAll ? `${mostInAll} characters` : undefined
    isOver = over !== undefined
    if (over !== undefined) return notJudged(over)
    const found = sensitiveText(name, without(text))
    if (found.length === 0) return none
    return found.map(({ kind, what }) => ({ path: [], kind, what: `${what} (${text.length} characters)` }))
  }

  const inside = (value: unknown, name: string): Found => {
    if (isOver) return none
    if (typeof value === 'string' || typeof value === 'number') return inText(name, String(value))
    if (Array.isArray(value)) return value.flatMap((item, index) => below(index, inside(item, name)))
    if (!isObject(value)) return none
    const group = groups.test(name) ? name : undefined
    return Object.keys(value).flatMap((key) => inEntry(key, value[key], group ?? key))
  }

  const inEntry = (key: string, value: unknown, name: string): Found => {
    const found = inText('', key)
    const step = found.length === 0 ? key : `(a key of ${key.length} characters)`
    const of = inside(value, name)
    return found.length === 0 && of.length === 0 ? none : [...below(step, found), ...below(step, of)]
  }

  return inside(json, '')
}

/** A longer text is refused by its length alone, unread: what cannot be judged is not let through. */
const mostCharacters = 1_048_576

const tooLong = (text: string): Found => [
  { path: [], kind: 'personal-data', what: `a text of ${text.length} characters, which is too long to be judged` }
]

/** The numbers that J.7.0 §3.3 authorises: they may stand anywhere. Names are judged like any other text. */
const declared = ({ account, trustedAccounts }: Partial<Declaration>): ReadonlyArray<string> => [
  ...(account === undefined ? [] : [account]),
  ...(trustedAccounts ?? [])
]

/** A problem for each credential and each personal datum in a JSON value. Each is named by kind and length alone. */
export const sensitiveProblems = (
  json: unknown,
  at: Path,
  declaration: Partial<Declaration>
): ReadonlyArray<Diagnostic> =>
  sensitiveData(json, declared(declaration)).map(({ path, kind, what }) => ({
    rule: 'sensitive-values',
    clause: 'J.7.0 §6',
    at: [...at, ...path],
    expected: kind === 'credential' ? 'no credential' : 'no personal or clinical data',
    actual: what,
    remedy:
      kind === 'credential'
        ? 'Remove it and revoke it. Others may have read it in this file.'
        : 'Remove it; name a team or a role instead of a person. The number of an order or a ticket passes with letters right before it, such as PO4711.'
  }))
