import { byCodeUnit } from '../terraform/json.ts'
import type { Cells } from './cells.ts'
import type { Criterion } from './criterion.ts'
import type { Clause } from './statement.ts'

/** A statement, and which kind of policy it stands in. */
export type Placed = {
  readonly clause: Clause
  readonly policy: 'identity' | 'boundary' | 'resource'
  readonly name: string
}

/**
 * What requests are compared, under what policies, and how the statements that apply make a decision. `within` are
 * criteria that every request meets. `level` grows with every permission and shrinks with every denial; 0 is denied.
 */
export type Question = {
  readonly within: ReadonlyArray<Criterion>
  readonly before: Side
  readonly after: Side
}

export type Side = {
  readonly statements: ReadonlyArray<Placed>
  readonly level: (applying: ReadonlyArray<Placed>) => number
}

/** Requests that the two sides decide differently: for each dimension that matters, the cells that it may be in. */
export type Region = {
  readonly cells: ReadonlyMap<string, ReadonlyArray<number>>
  readonly before: Verdict
  readonly after: Verdict
  /** Each statement that explains it alone; none where no statement does, such as a boundary that is gone. */
  readonly causes: ReadonlyArray<Cause>
}

/** A statement that one side has and the other has not, or has otherwise. */
export type Cause = {
  readonly id: string
  readonly effect: 'Allow' | 'Deny'
  /** The condition keys that it asks about on either side. */
  readonly keys: ReadonlyArray<string>
}

/** How far a request gets, and which statements say so. */
export type Verdict = { readonly level: number; readonly by: ReadonlyArray<string> }

export type Answer = { readonly regions: ReadonlyArray<Region>; readonly isComplete: boolean }

/** So many steps from cell to cell take some seconds. */
const MOST_STEPS = 60_000

/** A statement with the criteria that are not answered yet. */
type Open = { readonly placed: Placed; readonly open: ReadonlyArray<Criterion> }

/** Action and resource come first. Undecided criteria come last, so that nothing rests on them that can be told without them. */
const rank = (dimension: string): string =>
  `${['action', 'resource'].includes(dimension) ? 0 : dimension.startsWith('undecided') ? 2 : 1}${dimension}`

/** Every request on which the two sides differ, as regions of requests. What takes more steps than `most` is not complete. */
export const differing = (question: Question, spaces: ReadonlyMap<string, Cells>, most = MOST_STEPS): Answer => {
  const regions: Array<Region> = []
  let steps = 0
  const look = (
    within: ReadonlyArray<Criterion>,
    before: ReadonlyArray<Open>,
    after: ReadonlyArray<Open>,
    cells: ReadonlyMap<string, ReadonlyArray<number>>
  ): void => {
    steps += 1
    if (steps > most) return
    const [was, is] = [bounds(question.before, before), bounds(question.after, after)]
    const isSettled = was.least === was.most && is.least === is.most
    if (isSettled && was.least === is.least) return
    if (question.before.level === question.after.level && textOf(before) === textOf(after)) return
    if (isSettled && within.length === 0) {
      const [low, high] = was.least < is.least ? [before, after] : [after, before]
      const [from, to] = was.least < is.least ? [question.before, question.after] : [question.after, question.before]
      regions.push({
        cells,
        before: verdict(was.least, before),
        after: verdict(is.least, after),
        causes: causesOf({ list: low, side: from }, { list: high, side: to })
      })
      return
    }
    const asked = [...within, ...[...before, ...after].flatMap(({ open }) => open)]
    const dimensions = [...new Set(asked.map((one) => one.dimension))]
    const [dimension] = dimensions.toSorted((a, b) => byCodeUnit(rank(a), rank(b)))
    if (dimension === undefined) return
    const here = asked.filter((one) => one.dimension === dimension)
    for (const group of grouped(here, spaces.get(dimension)?.cells ?? [])) {
      const left = narrowed(within, group.answers, dimension)
      if (left === undefined) continue
      look(
        left,
        answered(before, group.answers, dimension),
        answered(after, group.answers, dimension),
        new Map([...cells, [dimension, group.indexes]])
      )
    }
  }

  look(question.within, question.before.statements.map(opened), question.after.statements.map(opened), new Map())
  return { regions, isComplete: steps <= most }
}

/** Whether two sides say the same of every request, by the text of what they ask. */
export const saysTheSame = (before: Side, after: Side): boolean =>
  before.level === after.level && textOf(before.statements.map(opened)) === textOf(after.statements.map(opened))

const opened = (placed: Placed): Open => ({ placed, open: placed.clause.criteria })

const textOf = (list: ReadonlyArray<Open>): string => JSON.stringify([...new Set(list.map(openText))].toSorted())

const openText = ({
  placed: {
    clause: { effect, grant },
    policy
  },
  open
}: Open): string => JSON.stringify([policy, effect, grant, ...open.map(({ id }) => id)])

const bounds = ({ level }: Side, list: ReadonlyArray<Open>): { readonly least: number; readonly most: number } => {
  const of = (isCertain: (one: Open) => boolean): number => level(list.filter(isCertain).map(({ placed }) => placed))
  const isDenial = ({ placed }: Open): boolean => placed.clause.effect === 'Deny'
  return {
    least: of((one) => isDenial(one) || one.open.length === 0),
    most: of((one) => !isDenial(one) || one.open.length === 0)
  }
}

const verdict = (level: number, list: ReadonlyArray<Open>): Verdict => {
  const effect = level === 0 ? 'Deny' : 'Allow'
  const applying = list.filter(({ placed, open }) => placed.clause.effect === effect && open.length === 0)
  return { level, by: [...new Set(applying.map(({ placed }) => `${placed.name} ${placed.clause.sid}`))] }
}

type Decided = { readonly list: ReadonlyArray<Open>; readonly side: Side }

/**
 * What explains that a request gets less on the first side than on the other. Where denials apply there, each of them must be
 * gone on the other side. Else an allowance of the other side is new.
 */
const causesOf = (low: Decided, high: Decided): ReadonlyArray<Cause> => {
  const certain = ({ list }: Decided, effect: Cause['effect']): ReadonlyArray<Placed> =>
    list.flatMap(({ placed, open }) => (placed.clause.effect === effect && open.length === 0 ? [placed] : []))
  const denials = certain(low, 'Deny')
  if (denials.length > 0) return denials.map((one) => causeOf(one, high.side))
  const known = new Set(low.side.statements.map((one) => openText(opened(one))))
  return certain(high, 'Allow')
    .filter((one) => !known.has(openText(opened(one))))
    .map((one) => causeOf(one, low.side))
}

/** The same statement in the policies of two roles, or in a boundary that both have, is one cause. */
const causeOf = ({ name, policy, clause }: Placed, { statements }: Side): Cause => {
  const others = statements.filter((one) => one.name === name && one.clause.sid === clause.sid)
  const asked = [clause, ...others.map((one) => one.clause)].flatMap(({ criteria }) => criteria)
  const ids = clause.criteria.map(({ id }) => id)
  return {
    id: JSON.stringify([policy === 'resource' ? name : policy, clause.effect, ids]),
    effect: clause.effect,
    keys: [...new Set(asked.map(({ dimension }) => dimension).filter((dimension) => dimension.startsWith('key ')))]
  }
}

type Group = { readonly indexes: ReadonlyArray<number>; readonly answers: ReadonlyMap<string, boolean> }

/** The cells of a dimension, those together that the criteria at hand answer alike. */
const grouped = (criteria: ReadonlyArray<Criterion>, cells: Cells['cells']): Iterable<Group> => {
  const ids = [...new Set(criteria.map(({ id }) => id))]
  const groups = new Map<string, Group>()
  for (const [index, { answers }] of cells.entries()) {
    const key = ids.map((id) => Number(answers.get(id))).join('')
    groups.set(key, { answers, indexes: [...(groups.get(key)?.indexes ?? []), index] })
  }
  return groups.values()
}

/** What is still open after one dimension is known; undefined where an answer is no. */
const narrowed = (
  criteria: ReadonlyArray<Criterion>,
  answers: ReadonlyMap<string, boolean>,
  dimension: string
): ReadonlyArray<Criterion> | undefined => {
  const isYes = criteria.every((one) => one.dimension !== dimension || answers.get(one.id) === true)
  return isYes ? criteria.filter((one) => one.dimension !== dimension) : undefined
}

const answered = (
  list: ReadonlyArray<Open>,
  answers: ReadonlyMap<string, boolean>,
  dimension: string
): ReadonlyArray<Open> =>
  list.flatMap(({ placed, open }) => {
    const left = narrowed(open, answers, dimension)
    return left === undefined ? [] : [{ placed, open: left }]
  })
