import { sameJson } from '../terraform/json.ts'
import type { Access } from './access.ts'
import { type Entry, accessEntries } from './entries.ts'
import { type OpenedLayer, openedLayers } from './layers.ts'

/** The order in which changes are read: what widens first. */
export const turns = ['widens', 'may widen', 'narrows', 'moves'] as const

/** A change as a reviewer reads it. `moves` changes what is written and nothing that anybody may do. */
export type Told = {
  readonly turn: (typeof turns)[number]
  readonly sentence: string
  /** What the sentence sums up, each request in exactly one of them. Missing where the sentence is exact itself. */
  readonly parts?: ReadonlyArray<string>
}

/** An entry in the words that `say` finds for it and for each of its parts. */
const toldOf = (entry: Entry, say: (entry: Entry) => string): Told => {
  const [text, parts] = [maybe(entry, say(entry)), entry.parts.map((part) => maybe(part, say(part)))]
  return { turn: entry.turn, sentence: text, ...(parts.length === 0 ? {} : { parts }) }
}

const inEffect = (before: Access, after: Access, entries: ReadonlyArray<Entry>): ReadonlyArray<Told> => {
  const names = new Map([...before.roles, ...after.roles].map(({ arn, name }) => [arn, name]))
  return entries.map((entry) => toldOf(entry, (one) => sentence(one, names)))
}

/** Who may become the roles of an access, in sentences. Before, no principal could become one of them. */
export const newRoleSentences = ({ partition, roles }: Access): ReadonlyArray<Told> => {
  const trusting = roles.map((role) => ({ ...role, policies: [], boundary: undefined }))
  const [before, after] = [[], trusting].map((list): Access => ({ partition, roles: list, buckets: [] }))
  return before === undefined || after === undefined ? [] : inEffect(before, after, accessEntries(before, after))
}

/**
 * Everything that changes between two accesses, in sentences: what is in effect, then what opens behind another lock.
 * Review, the guard's plan and preflight all say these. No sentence means that both are the same, word for word. Where
 * no role was before, all that the roles may do is new, and REVIEW.md says it.
 */
export const accessSentences = (before: Access, after: Access): ReadonlyArray<Told> => {
  if (sameJson(before, after)) return []
  const isNew = before.roles.length === 0 && after.roles.length > 0
  const news = isNew ? [newRoles, ...newRoleSentences(after)] : []
  const [was, is] = isNew ? [before, { ...after, roles: [] }] : [before, after]
  const entries = accessEntries(was, is)
  const told = [
    ...news,
    ...inEffect(was, is, entries),
    ...openedLayers(was, is, entries).map((layer) => toldOf(layer.entry, (entry) => layerSentence({ ...layer, entry })))
  ]
  return told.length === 0 ? [rewritten] : told.toSorted(byTurn)
}

/** For sorting: what widens before everything else. */
export const byTurn = (a: Told, b: Told): number => turns.indexOf(a.turn) - turns.indexOf(b.turn)

const newRoles: Told = {
  turn: 'widens',
  sentence: 'the roles are new: the REVIEW.md beside the file says all that they may do'
}

const rewritten: Told = { turn: 'moves', sentence: 'policies are written otherwise; no request is decided otherwise' }

/** A change in one text, as it stands within a line. */
export const toldText = ({ turn, sentence: said }: Told): string => `${turn}: ${said}`

const maybe = ({ turn }: Entry, text: string): string => (turn === 'may widen' ? `it may be that ${text}` : text)

const conditions = (entry: Entry): string => {
  const ways = entry.conditions.map((way) => way.join(' and '))
  return `${ways.length === 0 ? '' : `, if ${ways.join(', or if ')}`}${
    entry.undecided.length === 0 ? '' : `; it depends on what cannot be decided: ${entry.undecided.join('; ')}`
  }`
}

const isLeft = (verdict: string): boolean => verdict.startsWith('left to')

/** What else has a say about the requests of an entry; empty where the entry says all. */
const reservation = ({ turn, after, effect, parts }: Entry): string => {
  const others = 'as far as the other statements'
  if (turn === 'narrows') return parts.length === 0 || effect === 'Deny' ? '' : ', unless another statement allows it'
  if (after.every(isLeft) && parts.length === 0) return ', as far as its own account lets it'
  if (after.some(isLeft)) return `, ${others} and its own account let it`
  return parts.length === 0 ? '' : `, ${others} let it`
}

const sentence = (entry: Entry, names: ReadonlyMap<string, string>): string => {
  const { principals, actions, resources, before, after, said, effect } = entry
  const who = principals.join(', ')
  const role = resources.length === 1 ? names.get(resources[0] ?? '') : undefined
  const isBecoming =
    role !== undefined &&
    actions.every((action) => action.startsWith('sts:')) &&
    !actions.every((action) => /^sts:(?:TagSession|SetSourceIdentity|SetContext)$/i.test(action))
  const what = `${said.actions} on ${said.resources}`
  const rest = `${reservation(entry)}${conditions(entry)}`
  if (entry.turn === 'narrows') {
    const isDenied = !isBecoming && (before.every(isLeft) || (before.some(isLeft) && effect === 'Deny'))
    const lost = isBecoming ? `may no longer become ${role}` : `may no longer use ${what}`
    const only = after.every((verdict) => verdict.startsWith('denied')) ? '' : ` by itself, only ${after.join(' or ')}`
    return `${who} ${isDenied ? `is now denied ${what}` : `${lost}${only}`}${rest}`
  }
  if (isBecoming) return `${who} may now become ${role}${rest}`
  return after.some(isLeft) && effect !== 'Allow'
    ? `${who} is no longer denied ${what}${rest}`
    : `${who} may now use ${what}${rest}`
}

const layerSentence = ({ policy, what, entry }: OpenedLayer): string => {
  const { actions, resources } = entry.said
  const ofWhom = entry.principals.join(' and ') === policy ? '' : ` to ${entry.principals.join(', ')}`
  const said =
    what === 'allows more'
      ? `${policy} would now allow ${actions} on ${resources}${ofWhom}; another policy still denies it`
      : `${policy} would no longer deny ${actions} on ${resources}${ofWhom}; nothing else allows it`
  return `${said}${conditions(entry)}`
}
