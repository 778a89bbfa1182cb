import { sameJson } from '../terraform/json.ts'
import type { Access } from './access.ts'
import { type Entry, accessEntries } from './entries.ts'
import { type OpenedLayer, openedLayers } from './layers.ts'

/** The order in which changes are read: what widens first. */
export const turns = ['widens', 'may widen', 'narrows', 'moves'] as const

/** A change as a reviewer reads it. `moves` changes what is written and nothing that anybody may do. */
export type Told = { readonly turn: (typeof turns)[number]; readonly sentence: string }

const inEffect = (before: Access, after: Access, entries: ReadonlyArray<Entry>): ReadonlyArray<Told> => {
  const names = new Map([...before.roles, ...after.roles].map(({ arn, name }) => [arn, name]))
  return entries.map((entry) => ({ turn: entry.turn, sentence: maybe(entry, sentence(entry, names)) }))
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
    ...openedLayers(was, is, entries).map((layer): Told => ({
      turn: layer.entry.turn,
      sentence: maybe(layer.entry, layerSentence(layer))
    }))
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

const conditions = (entry: Entry): string =>
  `${entry.conditions.length === 0 ? '' : `, if ${entry.conditions.join(' and ')}`}${
    entry.undecided.length === 0 ? '' : `; it depends on what cannot be decided: ${entry.undecided.join('; ')}`
  }`

const sentence = (entry: Entry, names: ReadonlyMap<string, string>): string => {
  const { principals, actions, resources, before, after } = entry
  const who = principals.join(', ')
  const role = resources.length === 1 ? names.get(resources[0] ?? '') : undefined
  const isBecoming = role !== undefined && actions.every((action) => action.startsWith('sts:'))
  const [what, on] = [actions.join(', '), resources.join(', ')]
  const ownAccount = after.startsWith('left to') ? ', as far as its own account lets it' : ''
  if (entry.turn === 'narrows') {
    const lost = isBecoming ? `may no longer become ${role}` : `may no longer use ${what} on ${on}`
    const said = after.startsWith('denied') ? lost : `${lost} by itself, only ${after}`
    return `${who} ${before.startsWith('left to') && !isBecoming ? `is now denied ${what} on ${on}` : said}${conditions(entry)}`
  }
  if (isBecoming) return `${who} may now become ${role}${ownAccount}${conditions(entry)}`
  return ownAccount === ''
    ? `${who} may now use ${what} on ${on}${conditions(entry)}`
    : `${who} is no longer denied ${what} on ${on}${conditions(entry)}`
}

const layerSentence = ({ policy, what, entry }: OpenedLayer): string => {
  const [actions, on] = [entry.actions.join(', '), entry.resources.join(', ')]
  const ofWhom = entry.principals.every((one) => one === policy) ? '' : ` to ${entry.principals.join(', ')}`
  const said =
    what === 'allows more'
      ? `${policy} would now allow ${actions} on ${on}${ofWhom}; another policy still denies it`
      : `${policy} would no longer deny ${actions} on ${on}${ofWhom}; nothing else allows it`
  return `${said}${conditions(entry)}`
}
