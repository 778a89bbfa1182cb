import * as E from 'fp-ts/lib/Either.js'
import type { Place, Problem, UnloadableRule } from '../domain/problem.ts'
import { unloadable } from '../domain/problem.ts'
import { bindings } from './bindings.ts'
import { refusedImports, runImports } from './imports.ts'
import { excessOf, parsedSource } from './parsed-source.ts'
import { placeIn } from './place.ts'
import type { Refusal } from './refusal.ts'
import { refusedAssignments } from './refused-assignments.ts'
import { refusedMembers } from './refused-members.ts'
import { refusedBinding, refusedNames } from './refused-names.ts'
import { refusedSyntax } from './refused-syntax.ts'
import { walk } from './walk.ts'

/** What is known of a source file before any of it runs. */
export type JudgedSource = {
  /** What it imports when it runs, in the order of the text. */
  readonly imports: ReadonlyArray<ImportedAt>
  /** Why it is not a declaration, in the order of the text; none means that it may run. */
  readonly problems: ReadonlyArray<Problem>
}

export type ImportedAt = { readonly specifier: string; readonly isRelative: boolean; readonly place: Place }

/**
 * Judges the text of a source file in stacks/ by J.7.0 §6: whether it is a declaration that depends on nothing but
 * itself and what it imports. `source` is its path in the project, `surface` what it may import beside other files.
 */
export const judgedSource = (source: string, text: string, surface: ReadonlyArray<string>): JudgedSource => {
  const placeOf = placeIn(text)
  const problem =
    (rule: UnloadableRule) =>
    ({ at, ...words }: Refusal): Problem =>
      unloadable({
        rule,
        clause: rule === 'stack-file-parses' ? 'J.7.0 §4' : 'J.7.0 §6',
        source,
        place: placeOf(at),
        ...words
      })
  const excess = excessOf(text)
  if (excess.length > 0) return { imports: [], problems: excess.map(problem('stack-is-a-declaration')) }
  const parsed = parsedSource(text)
  if (E.isLeft(parsed)) return { imports: [], problems: parsed.left.map(problem('stack-file-parses')) }
  const spots = walk(parsed.right)
  const bound = spots.flatMap(bindings)
  for (const { name, scope } of bound) scope.names.add(name)
  const refusals = [
    ...spots.flatMap(refusedSyntax),
    ...spots.flatMap(refusedImports(surface)),
    ...spots.flatMap(refusedNames(new Set(bound.map(({ name }) => name)))),
    ...bound.flatMap(refusedBinding),
    ...spots.flatMap(refusedMembers),
    ...spots.flatMap(refusedAssignments)
  ]
  return {
    imports: runImports(spots).map(({ at, ...imported }) => ({ ...imported, place: placeOf(at) })),
    problems: refusals.toSorted((a, b) => a.at - b.at).map(problem('stack-is-a-declaration'))
  }
}
