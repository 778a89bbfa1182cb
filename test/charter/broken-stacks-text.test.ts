import { suite } from 'uvu'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { readsAs } from '../support/screens.ts'
import { brokenStacks } from './broken-stacks/all.ts'

/** What the author of each broken stack is told, by rule: what is expected and what to do, and below it what was found. */
const test = suite('what the author of a broken stack reads')

type Told = Diagnostic & { readonly title: string }

const all: ReadonlyArray<Told> = Object.values(brokenStacks).flatMap((stacks) =>
  stacks.flatMap(({ title, problems }) => problems().map((problem) => ({ title, ...problem })))
)

const grouped = (list: ReadonlyArray<Told>, by: (told: Told) => string): ReadonlyMap<string, ReadonlyArray<Told>> => {
  const groups = new Map<string, ReadonlyArray<Told>>()
  for (const told of list) groups.set(by(told), [...(groups.get(by(told)) ?? []), told])
  return groups
}

const found = ({ title, at, source, actual }: Told): string => `  ${title}, at ${at?.join('.') ?? source}: ${actual}`

const screen = (list: ReadonlyArray<Told>): ReadonlyArray<string> =>
  [...grouped(list, ({ clause, expected, remedy }) => `${clause}: ${expected}\nto do: ${remedy}`)].flatMap(
    ([words, problems]) => [words, ...problems.map(found), '']
  )

readsAs(
  test,
  new URL('broken-stacks-text.txt', import.meta.url),
  Object.fromEntries([...grouped(all, ({ rule }) => rule)].map(([rule, list]) => [rule, () => screen(list)]))
)

test.run()
