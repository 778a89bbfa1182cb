import { posix } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type ImportedAt, type JudgedModule, judgedSource } from '../../stack/source/judged-source.ts'
import type { Places } from '../../stack/source/places.ts'
import type { Script } from '../../stack/source/script.ts'
import { type StackFile, type StackFiles, stackFile } from './files.ts'
import { meantFile, meantStack } from './meant.ts'

/** A file of stacks/ and the files that it imports, judged before any of them runs. */
export type StackSource = {
  /** The file's path in the project, by which it was named first. */
  readonly source: string
  /** Whether nothing at all is written in it. */
  readonly isEmpty: boolean
  /** What is wrong with the file itself. */
  readonly problems: ReadonlyArray<Diagnostic>
  /** By specifier, the files that it imports. */
  readonly needs: ReadonlyMap<string, StackSource>
  /** What it exports, and what runs; nothing where there is a problem. */
  readonly exports: ReadonlyArray<string>
  readonly script: Script | undefined
  /** Where it writes what it declares; nothing where there is a problem. */
  readonly written: Places
}

/** Names that a specifier of the authoring surface exports; `undefined` for every other specifier. */
export type Surface = (specifier: string) => ReadonlyArray<string> | undefined

type Followed = {
  readonly specifier: string
  readonly problems: ReadonlyArray<Diagnostic>
  readonly need?: StackSource
}

/** Judges stack files and, once each, all that they import from stacks/. Specifiers lead to files by this table alone. */
export const stackSources = (
  files: StackFiles,
  specifiers: ReadonlyArray<string>,
  surface: Surface
): ((source: string) => StackSource) => {
  const known = new Map<string, StackSource | 'open'>()

  const judged = (source: string, { path, text }: Extract<StackFile, { _tag: 'Read' }>): StackSource => {
    known.set(path, 'open')
    const { imports, problems, module } = judgedSource(source, text, specifiers)
    const followed = imports.map((imported) => follow(source, path, imported))
    const needs = new Map(followed.flatMap(({ specifier, need }) => (need === undefined ? [] : [[specifier, need]])))
    const linked = module === undefined ? undefined : link(source, module, needs, surface)
    const result: StackSource = {
      source,
      isEmpty: text === '',
      needs,
      exports: linked?.exports ?? [],
      script: linked?.script,
      written: module?.written ?? [],
      problems: [...problems, ...followed.flatMap((one) => one.problems), ...(linked?.problems ?? [])].toSorted(byPlace)
    }
    known.set(path, result)
    return result
  }

  const follow = (source: string, from: string, { specifier, isRelative, place }: ImportedAt): Followed => {
    const refusal = (actual: string, remedy: string): Followed => ({
      specifier,
      problems: [
        unlinked('stack-file-exists', { source, place, expected: `the file that '${specifier}' names`, actual, remedy })
      ]
    })
    if (!isRelative || !specifier.endsWith('.ts')) return { specifier, problems: [] }
    const path = posix.join(posix.dirname(from), specifier)
    const file = stackFile(files, path)
    if (file._tag === 'Refused') {
      const meant = file.isAbsent ? meantFile(files, from, path) : undefined
      return refusal(file.actual, meant === undefined ? file.remedy : `Write '${meant}' for '${specifier}'.`)
    }
    const found = known.get(file.path) ?? judged(file.path, file)
    return found === 'open'
      ? refusal('it imports this file in turn', 'Move what both need to a third file.')
      : { specifier, problems: [], need: found }
  }

  return (source) => {
    const file = stackFile(files, source)
    if (file._tag === 'Refused') {
      const problem: Diagnostic = {
        rule: file.isText ? 'stack-file-parses' : 'stack-file-exists',
        clause: 'J.7.0 §4',
        source,
        place: undefined,
        expected: 'a TypeScript file in stacks/',
        actual: file.actual,
        remedy: file.isAbsent ? meantStack(files, source) : file.remedy
      }
      return {
        source,
        isEmpty: false,
        problems: [problem],
        needs: new Map(),
        exports: [],
        script: undefined,
        written: []
      }
    }
    const found = known.get(file.path)
    if (found !== undefined && found !== 'open') return found
    const stack = judged(source, file)
    // Of a thousand stacks, only what they import is kept; one that another imports is judged once more.
    known.delete(file.path)
    return stack
  }
}

type Linked = Pick<StackSource, 'exports' | 'problems'> & { readonly script: Script }

/** What a module exports once `export *` is followed. Also a problem for each name that it wants of others and does not get. */
const link = (
  source: string,
  { exports, wanted, script }: JudgedModule,
  needs: ReadonlyMap<string, StackSource>,
  surface: Surface
): Linked => {
  const given = (specifier: string): ReadonlyArray<string> | undefined =>
    needs.get(specifier)?.script === undefined ? surface(specifier) : needs.get(specifier)?.exports
  const starred = (specifier: string): ReadonlyArray<string> =>
    (given(specifier) ?? []).filter((name) => name !== 'default')
  const stars = exports.stars.flatMap(starred)
  return {
    exports: [...new Set([...exports.own, ...stars])],
    script: script(starred),
    problems: [
      ...wanted.flatMap(({ specifier, name, place }) => {
        const names = given(specifier)
        if (names === undefined || names.includes(name)) return []
        const meant = nearest(name, names)
        return [
          unlinked('stack-loads', {
            source,
            place,
            expected: `a name that '${specifier}' exports`,
            actual: `\`${name}\`, which it does not export`,
            remedy: meant === undefined ? 'Correct the name, or export it there.' : `Write ${meant} for ${name}.`
          })
        ]
      }),
      ...stars.flatMap((name, index) =>
        stars.indexOf(name) === index
          ? []
          : [
              unlinked('stack-loads', {
                source,
                place: undefined,
                expected: 'each name exported once',
                actual: `\`${name}\` from two \`export *\``,
                remedy: 'Export the names that are meant: export { … } from.'
              })
            ]
      )
    ]
  }
}

const unlinked = (
  rule: 'stack-file-exists' | 'stack-loads',
  fields: Omit<Diagnostic, 'rule' | 'clause'>
): Diagnostic => ({ rule, clause: 'J.7.0 §4', ...fields })

const byPlace = (a: Diagnostic, b: Diagnostic): number => {
  const [one, other] = [a.place, b.place]
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)
}

/** A file and all that it needs, each once, itself first. */
export const withNeeds = (source: StackSource): ReadonlyArray<StackSource> => {
  const all = new Set<StackSource>()
  const add = (one: StackSource): void => {
    if (all.has(one)) return
    all.add(one)
    one.needs.forEach(add)
  }
  add(source)
  return [...all]
}
