import * as E from 'fp-ts/lib/Either.js'
import { type Problem, violation } from '../diagnostics/problem.ts'
import type { Validated } from '../diagnostics/validated.ts'
import type { IsolationRule, Neighbour } from './rule.ts'

/**
 * For each stack, in the order given, what it shares with the others. A neighbour that is itself refused cannot be
 * compared, so it refuses the rest too: isolation from it cannot be shown (J.6.2 §7, fail closed).
 */
export const judgeIsolation = (
  sources: ReadonlyArray<string>,
  neighbours: ReadonlyArray<Validated<Neighbour>>,
  rules: ReadonlyArray<IsolationRule>
): ReadonlyArray<ReadonlyArray<Problem>> => {
  const refused = sources.filter((_, index) => neighbours[index] === undefined || E.isLeft(neighbours[index]))
  const known = neighbours.flatMap((neighbour) => (E.isRight(neighbour) ? [neighbour.right] : []))
  const shared = sharedBy(known, rules)
  return neighbours.map((neighbour) =>
    E.isLeft(neighbour) ? [] : [...(shared.get(neighbour.right.source) ?? []), ...unknownNeighbours(refused)]
  )
}

const sharedBy = (
  known: ReadonlyArray<Neighbour>,
  rules: ReadonlyArray<IsolationRule>
): ReadonlyMap<string, ReadonlyArray<Problem>> => {
  const grouped = rules.map((rule) => ({ rule, groups: groupedBy(known, rule) }))
  return new Map(
    known.map((mine) => [
      mine.source,
      grouped.flatMap(({ rule, groups }) =>
        [...new Set(rule.by(mine).flatMap((value) => groups.get(value) ?? []))]
          .filter((other) => other !== mine)
          .flatMap((other) => rule.check(mine, other))
      )
    ])
  )
}

/** The stacks that have a value in common, so that a thousand stacks are not compared in a million pairs. */
const groupedBy = (
  known: ReadonlyArray<Neighbour>,
  { by }: IsolationRule
): ReadonlyMap<string, ReadonlyArray<Neighbour>> => {
  const groups = new Map<string, Array<Neighbour>>()
  for (const stack of known)
    for (const value of by(stack)) {
      const group = groups.get(value)
      if (group === undefined) groups.set(value, [stack])
      else group.push(stack)
    }
  return groups
}

const unknownNeighbours = (refused: ReadonlyArray<string>): ReadonlyArray<Problem> => {
  const [first, ...others] = refused
  if (first === undefined) return []
  const named = others.length === 0 ? first : `${first} and ${others.length} more`
  return [
    violation({
      rule: 'neighbour-known',
      clause: 'J.6.2 §7',
      at: [],
      expected: 'every other stack to be valid, so that this one can be shown to share nothing with them',
      actual: `refused: ${named}`,
      remedy: `Correct ${named} first; npm run emit says what is wrong there.`
    })
  ]
}
