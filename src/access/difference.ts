import type { Access } from './access.ts'
import { type Cells, cellsOf } from './cells.ts'
import { type Criterion, undecided } from './criterion.ts'
import { principalDimension } from './principal.ts'
import { type Asked, questions } from './questions.ts'
import { type Placed, type Question, type Region, differing } from './question.ts'

/** Requests of the same people that the two sides decide differently, in the same way. */
export type Change = {
  readonly turn: 'widens' | 'narrows'
  /** What it rests on that cannot be decided. Where there is any, the change may widen, and is treated as if it did. */
  readonly undecided: ReadonlyArray<string>
  /** The cells that the requests are in, by dimension; a dimension that is not here does not matter. */
  readonly cells: ReadonlyMap<string, ReadonlyArray<number>>
  readonly roles: ReadonlyArray<string>
  readonly before: Region['before']
  readonly after: Region['after']
  readonly causes: Region['causes']
}

/** The difference between two accesses: every request that they decide differently is in one of the changes. */
export type Difference = {
  readonly changes: ReadonlyArray<Change>
  readonly spaces: ReadonlyMap<string, Cells>
  /** False where there is more to compare than can be; then nothing shows that nothing widens. */
  readonly isComplete: boolean
}

/**
 * Decides for every request whether it was allowed before and is allowed after. The values of each part of a request are
 * cut into finitely many cells by what the statements of both sides ask. The statements are followed from cell to cell. A
 * denial goes before an allowance; boundary, trust policies and bucket policy are part of it.
 */
export const difference = (before: Access, after: Access): Difference => {
  const { asked, principals } = questions(before, after)
  const settled = asked.map(ofOneFamily(asked))
  const spaces = spacesOf(settled, after.partition)
  const answers = settled.map((one) => ({ one, answer: differing(one.question, spaces) }))
  const people = new Map([...spaces, [principalDimension, principals]])
  const changes = answers.flatMap(({ one, answer }) =>
    answer.regions.map((region) => changeOf(region, one, principals))
  )
  return {
    changes: joined(changes, people),
    spaces: people,
    isComplete: answers.every(({ answer }) => answer.isComplete) && [...people.values()].every((one) => one.isComplete)
  }
}

const criteriaOf = ({ within, before, after }: Question): ReadonlyArray<Criterion> => [
  ...within,
  ...[...before.statements, ...after.statements].flatMap(({ clause }) => clause.criteria)
]

/** Leaves numbers undecided where their key is compared as a number here and as text there. Such a key has no cells. */
export const ofOneFamily = (asked: ReadonlyArray<Asked>): ((one: Asked) => Asked) => {
  const all = asked.flatMap(({ question }) => criteriaOf(question))
  const keys = (isNumber: boolean): ReadonlySet<string> =>
    new Set(
      all
        .filter(({ family }) => family !== undefined && (family === 'number') === isNumber)
        .map(({ dimension }) => dimension)
    )
  const [numbers, others] = [keys(true), keys(false)]
  const mixed = [...numbers].filter((key) => others.has(key))
  if (mixed.length === 0) return (one) => one
  const settled = (one: Criterion): Criterion =>
    one.family === 'number' && mixed.includes(one.dimension) ? undecided(one.id) : one
  const inAll = (list: ReadonlyArray<Placed>): ReadonlyArray<Placed> =>
    list.map((one) => ({ ...one, clause: { ...one.clause, criteria: one.clause.criteria.map(settled) } }))
  return ({ question: { before, after, within }, ...rest }) => ({
    ...rest,
    question: {
      within,
      before: { ...before, statements: inAll(before.statements) },
      after: { ...after, statements: inAll(after.statements) }
    }
  })
}

/** The cells of every dimension that is asked about; `more` are criteria that no statement has. */
export const spacesOf = (
  asked: ReadonlyArray<Asked>,
  partition: string,
  more: ReadonlyArray<Criterion> = []
): ReadonlyMap<string, Cells> => {
  const dimensions = new Map<string, Map<string, Criterion>>()
  for (const one of [...asked.flatMap(({ question }) => criteriaOf(question)), ...more]) {
    const known = dimensions.get(one.dimension) ?? new Map<string, Criterion>()
    dimensions.set(one.dimension, known.set(one.id, one))
  }
  return new Map(
    [...dimensions].map(([dimension, criteria]) => [dimension, cellsOf(dimension, [...criteria.values()], partition)])
  )
}

const changeOf = ({ cells, before, after, causes }: Region, { who, role }: Asked, principals: Cells): Change => {
  const index = principals.cells.findIndex(({ carried }) => carried.texts?.[0] === who)
  const session = who.split(' ')[1]
  const undecided = [...cells.keys()].filter((dimension) => dimension.startsWith('undecided '))
  const known = [...cells].filter(([dimension]) => !undecided.includes(dimension))
  const isCertain = undecided.length === 0
  const most = Math.max(before.level, after.level)
  return {
    turn: !isCertain || after.level > before.level ? 'widens' : 'narrows',
    undecided: undecided.map((dimension) => dimension.replace(/^undecided /, '')),
    cells: new Map(role === undefined ? [...known, [principalDimension, [index]]] : known),
    roles: role === undefined ? [] : [session === undefined ? role : `${role} in the session ${session}`],
    before: isCertain ? before : { level: 0, by: [] },
    after: isCertain ? after : { level: most, by: [] },
    causes: isCertain ? causes : []
  }
}

/** Changes of the same causes that differ in one dimension alone, joined to one. A dimension with all of its cells is left out. */
export const joined = (changes: ReadonlyArray<Change>, spaces: ReadonlyMap<string, Cells>): ReadonlyArray<Change> => {
  const dimensions = (of: ReadonlyArray<Keyed>): ReadonlySet<string> =>
    new Set(['roles', ...of.flatMap(({ change }) => [...change.cells.keys()])])
  const join = (list: ReadonlyArray<Keyed>): ReadonlyArray<Keyed> => {
    const once = [...dimensions(list)].reduce((all, dimension) => joinedIn(dimension, all, spaces), list)
    return once.length === list.length ? once : join(once)
  }
  return join(changes.map(keyed)).map(({ change }) => change)
}

/** A change, and what two of them must have alike to be one, in texts. */
type Keyed = { readonly change: Change; readonly head: string; readonly cells: ReadonlyMap<string, string> }

const keyed = (change: Change): Keyed => {
  const { turn, undecided: open, cells, before, after, causes } = change
  const ids = causes.map(({ id }) => id).toSorted()
  const names = [...cells.keys()].toSorted()
  return {
    change,
    head: JSON.stringify([turn, open.length > 0, ids, before.level, after.level]),
    cells: new Map(names.map((name) => [name, (cells.get(name) ?? []).join()]))
  }
}

const joinedIn = (
  dimension: string,
  all: ReadonlyArray<Keyed>,
  spaces: ReadonlyMap<string, Cells>
): ReadonlyArray<Keyed> => {
  const groups = new Map<string, Keyed>()
  for (const one of all) {
    const key = keyOf(one, dimension)
    const known = groups.get(key)
    groups.set(key, known === undefined ? one : keyed(union(known.change, one.change, dimension, spaces)))
  }
  return [...groups.values()]
}

const keyOf = ({ change, head, cells }: Keyed, but: string): string => {
  let key = `${head}\n${cells.has(but)}\n${but === 'roles' ? '' : JSON.stringify(change.roles)}`
  for (const [dimension, indexes] of cells) if (dimension !== but) key += `\n${dimension}\0${indexes}`
  return key
}

const union = (a: Change, b: Change, dimension: string, spaces: ReadonlyMap<string, Cells>): Change => {
  const by = (one: Region['before'], other: Region['before']): Region['before'] => ({
    level: one.level,
    by: [...new Set([...one.by, ...other.by])].toSorted()
  })
  const verdicts = {
    undecided: [...new Set([...a.undecided, ...b.undecided])],
    before: by(a.before, b.before),
    after: by(a.after, b.after)
  }
  if (dimension === 'roles') return { ...a, ...verdicts, roles: [...new Set([...a.roles, ...b.roles])].toSorted() }
  const indexes = [...new Set([...(a.cells.get(dimension) ?? []), ...(b.cells.get(dimension) ?? [])])].toSorted(
    (x, y) => x - y
  )
  const isWhole = !a.cells.has(dimension) || !b.cells.has(dimension)
  const isAll = dimension !== principalDimension && (isWhole || indexes.length === spaces.get(dimension)?.cells.length)
  const others = [...a.cells].filter(([name]) => name !== dimension)
  return { ...a, ...verdicts, cells: new Map(isAll ? others : [...others, [dimension, indexes]]) }
}
