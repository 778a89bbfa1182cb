import { type Carried, type Criterion, carriesNothing, carriesOne } from './criterion.ts'
import { type Pattern, form, like, literal } from './pattern.ts'
import { nobody, otherKindIn, principalDimension, sessionIn } from './principal.ts'
import { samples } from './samples.ts'

/** All values of a dimension that every criterion answers alike, with one that stands for them. */
export type Cell = {
  readonly carried: Carried
  /** Everything that is known to be in it, `carried` included. */
  readonly members: ReadonlyArray<Carried>
  readonly answers: ReadonlyMap<string, boolean>
}

/** A dimension as finitely many cells; where it is not complete, nothing that rests on it is certain. */
export type Cells = {
  readonly cells: ReadonlyArray<Cell>
  readonly criteria: ReadonlyArray<Criterion>
  readonly isComplete: boolean
}

/** The cell that a value is in, by its position; -1 where the cells are not complete. */
export const cellOf = ({ cells, criteria }: Cells, carried: Carried): number =>
  cells.findIndex(({ answers }) => criteria.every(({ id, holds }) => answers.get(id) === holds(carried)))

const mostLists = 4000

/** The cells of one dimension under these criteria. `partition` is the AWS partition of the stack. */
export const cellsOf = (dimension: string, criteria: ReadonlyArray<Criterion>, partition: string): Cells => {
  const { values, isComplete } = candidates(dimension, criteria, partition)
  const cells = new Map<string, Cell>()
  for (const carried of values) {
    const answers = new Map(criteria.map(({ id, holds }) => [id, holds(carried)]))
    const key = [...answers.values()].map(Number).join('')
    const known = cells.get(key)
    cells.set(key, { carried: known?.carried ?? carried, members: [...(known?.members ?? []), carried], answers })
  }
  return { cells: [...cells.values()], criteria, isComplete }
}

type Candidates = { readonly values: ReadonlyArray<Carried>; readonly isComplete: boolean }

const candidates = (dimension: string, criteria: ReadonlyArray<Criterion>, partition: string): Candidates => {
  if (criteria.some(({ undecided }) => undecided !== undefined))
    return { values: [carriesNothing, carriesOne('true')], isComplete: true }
  const patterns = criteria.flatMap((one) => one.patterns)
  if (dimension === principalDimension) return principals(criteria, patterns, partition)
  if (dimension === 'action') return texts(patterns, [form('?*:?*')])
  if (dimension === 'resource') return texts(patterns, [literal('*'), form(`arn:${partition}:?*:*:*:?**`)])
  return values(criteria, patterns)
}

const texts = (patterns: ReadonlyArray<Pattern>, domain: ReadonlyArray<Pattern>): Candidates => {
  const found = samples(patterns, domain)
  return { values: found.texts.map(carriesOne), isComplete: found.isComplete }
}

/** Roles, users and account roots of every account, sessions and other kinds that are named, and `nobody`. */
const principals = (
  criteria: ReadonlyArray<Criterion>,
  patterns: ReadonlyArray<Pattern>,
  partition: string
): Candidates => {
  const iam = `arn:${partition}:iam::############:`
  const found = samples(patterns, [form(`${iam}role/?**`), form(`${iam}user/?**`), form(`${iam}root`)])
  const sessions = criteria.flatMap((one) => sessionIn(one) ?? [])
  const kinds = criteria.flatMap((one) => otherKindIn(one) ?? [])
  const inSession = found.texts.flatMap((arn) => sessions.map((session) => `${arn} ${session}`))
  const all = [...found.texts, ...inSession.filter((text) => text.includes(':role/')), ...kinds, nobody]
  return { values: all.map(carriesOne), isComplete: found.isComplete }
}

/** The values of a condition key: none, and each single one that makes a difference. Where lists may be, lists of them too. */
const values = (criteria: ReadonlyArray<Criterion>, patterns: ReadonlyArray<Pattern>): Candidates => {
  const families = new Set(criteria.flatMap((one) => one.family ?? []))
  const [only] = families
  const family = families.size === 1 && only !== undefined ? only : 'text'
  const found =
    family === 'number'
      ? { texts: around(criteria.flatMap(({ numbers }) => numbers)), isComplete: true }
      : samples(patterns, domains[family])
  const each = criteria.flatMap(({ ofEach }) => ofEach ?? [])
  const single = [carriesNothing, ...found.texts.map(carriesOne)]
  if (each.length === 0) return { values: single, isComplete: found.isComplete }
  const apart = [...new Map(found.texts.map((text) => [each.map((is) => Number(is(text))).join(''), text])).values()]
  const lists = subsets(apart, each.length)
  return {
    values: [...single, ...lists.map((list): Carried => ({ texts: list, isList: true }))],
    isComplete: found.isComplete && lists.length < mostLists
  }
}

const domains: Readonly<Record<'text' | 'arn' | 'truth', ReadonlyArray<Pattern>>> = {
  text: [like('?*'), literal('')],
  arn: [form('arn:?*:?*:*:*:?**')],
  truth: [literal('true'), literal('false')]
}

/** Each number, one between each two, one below and one above. */
const around = (numbers: ReadonlyArray<number>): ReadonlyArray<string> => {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b)
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? 0)) / 2)
  return [first - 1, ...sorted, ...between, last + 1].map(String)
}

/**
 * The lists of at most so many values. More are not needed: what `ForAllValues` and `ForAnyValue` say of a list, they
 * say of a list with one witness for each criterion.
 */
const subsets = (items: ReadonlyArray<string>, most: number): ReadonlyArray<ReadonlyArray<string>> => {
  const found: Array<ReadonlyArray<string>> = []
  const grow = (list: ReadonlyArray<string>, rest: ReadonlyArray<string>): void => {
    for (const [index, item] of rest.entries()) {
      if (found.length >= mostLists) return
      const grown = [...list, item]
      found.push(grown)
      if (grown.length < most) grow(grown, rest.slice(index + 1))
    }
  }
  grow([], items)
  return found
}
