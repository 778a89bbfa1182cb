import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Program } from 'oxc-parser'
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts'
import { bindings, walk } from './walk.ts'
import { refusedExports, refusedImports, runImports } from './imports.ts'
import { type Places, writtenPlaces } from './places.ts'
import { type Exports, type Script, type Wanted, exportsOf, scriptOf, wantedNames } from './script.ts'
import { type Parsed, type Refusal, excessOf, parsedSource, placeIn } from './parsed-source.ts'
import { refusedAssignments, refusedOperations } from './refused-operations.ts'
import { strayCharacters, unseenCharacters } from './refused-characters.ts'
import { knownNumbers } from './known-numbers.ts'
import { refusedMembers } from './refused-members.ts'
import { refusedBinding, refusedKeys, refusedNames, refusedNamesakes } from './refused-names.ts'
import { isLfsPointer, lfsPointer } from '../../diagnostics/lfs-pointer.ts'
import { refusedSyntax } from './refused-syntax.ts'
import { differenceIn } from './same-program.ts'
import { withoutTypes } from './without-types.ts'

type SourceRule = 'stack-file-parses' | 'stack-is-a-declaration'

/** What is known of a source file before any of it runs. */
export type JudgedSource = {
  /** What it imports when it runs, in the order of the text. */
  readonly imports: ReadonlyArray<ImportedAt>
  /** Why it is not a declaration, in the order of the text; none means that it may run. */
  readonly problems: ReadonlyArray<Diagnostic>
  /** What there is to run, where there is no problem. */
  readonly module: JudgedModule | undefined
}

export type ImportedAt = { readonly specifier: string; readonly isRelative: boolean; readonly place: Place }

/** A file without its types, and what it gives to and takes from others. */
export type JudgedModule = {
  readonly exports: Exports
  readonly wanted: ReadonlyArray<Omit<Wanted, 'at'> & { readonly place: Place }>
  /** Where it writes what it declares, where it exports a stack. */
  readonly written: Places
  /** What runs, once it is known which names `export *` takes from a specifier. */
  readonly script: (starred: (specifier: string) => ReadonlyArray<string>) => Script
}

/**
 * Judges the text of a source file in stacks/ by J.7.0 §6. It must be a declaration that depends only on itself and
 * what it imports. `source` is its path in the project, `surface` what it may import beside other files.
 */
export const judgedSource = (source: string, text: string, surface: ReadonlyArray<string>): JudgedSource => {
  const placeOf = placeIn(text)
  const problem =
    (rule: SourceRule) =>
    ({ at, ...words }: Refusal): Diagnostic => ({
      rule,
      clause: rule === 'stack-file-parses' ? 'J.7.0 §4' : 'J.7.0 §6',
      source,
      place: placeOf(at),
      ...words
    })
  const unread = (rule: SourceRule, refusals: ReadonlyArray<Refusal>): JudgedSource => ({
    imports: [],
    problems: refusals.map(problem(rule)),
    module: undefined
  })
  if (isLfsPointer(text))
    return unread('stack-file-parses', [{ at: 0, expected: 'a TypeScript module', ...lfsPointer(source) }])
  const excess = [...excessOf(text), ...unseenCharacters(text)]
  if (excess.length > 0) return unread('stack-is-a-declaration', excess)
  const parsed = parsedSource(text)
  if (E.isLeft(parsed)) return unread('stack-file-parses', parsed.left)
  const { imports, refusals } = judged(text, parsed.right, surface)
  const found = { imports: imports.map(({ at, ...imported }) => ({ ...imported, place: placeOf(at) })) }
  if (refusals.length > 0)
    return {
      ...found,
      problems: refusals.toSorted((a, b) => a.at - b.at).map(problem('stack-is-a-declaration')),
      module: undefined
    }
  const plain = plainModule(text, parsed.right.program)
  return E.isLeft(plain)
    ? { ...found, problems: [problem('stack-file-parses')(plain.left)], module: undefined }
    : { ...found, problems: [], module: moduleOf(plain.right, parsed.right.program, placeOf) }
}

const judged = (text: string, parsed: Parsed, surface: ReadonlyArray<string>) => {
  const spots = walk(parsed.program)
  const bound = spots.flatMap(bindings)
  for (const { name, scope } of bound) scope.names.add(name)
  const declared = new Set(bound.map(({ name }) => name))
  const refusals = [
    ...strayCharacters(text, parsed),
    ...spots.flatMap(refusedSyntax),
    ...spots.flatMap(refusedImports(surface)),
    ...spots.flatMap(refusedExports),
    ...spots.flatMap(refusedNames(declared)),
    ...bound.flatMap(refusedBinding),
    ...refusedNamesakes(bound),
    ...spots.flatMap(refusedMembers),
    ...spots.flatMap(refusedKeys),
    ...spots.flatMap(refusedOperations(knownNumbers(spots))),
    ...spots.flatMap(refusedAssignments(declared))
  ]
  return { imports: runImports(spots), refusals }
}

type Plain = { readonly text: string; readonly program: Program }

/** The module without its types, where a parser of JavaScript reads in it what was judged, and nothing else. */
const plainModule = (text: string, typed: Program): E.Either<Refusal, Plain> => {
  const plain = withoutTypes(text, typed)
  return pipe(
    parsedSource(plain, 'js'),
    E.match(
      ([error]) => E.left(error?.at ?? 0),
      ({ program }) => {
        const at = differenceIn(typed, program)
        return at === undefined ? E.right({ text: plain, program }) : E.left(at)
      }
    ),
    E.mapLeft((at) => ({
      at,
      expected: 'syntax that means the same when its types are taken off',
      actual: 'something that JavaScript reads in another way',
      remedy: 'Put the type on one line with what it belongs to, and parentheses around what has a type.'
    }))
  )
}

const moduleOf = ({ text, program }: Plain, typed: Program, placeOf: (at: number) => Place): JudgedModule => ({
  exports: exportsOf(program),
  written: writtenPlaces(typed).map(([path, at]) => [path, placeOf(at)]),
  wanted: wantedNames(program).map(({ at, ...wanted }) => ({ ...wanted, place: placeOf(at) })),
  script: (starred) => scriptOf(text, program, starred)
})
