import { type AbsolutePath, absolutePath } from '../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { basename, dirname, join, resolve } from 'node:path'
import picomatch from 'picomatch'
import type { UsageMistake } from './usage.ts'

/** The project's folder, and the stack files or patterns that were named in it, relative to it. None named means all. */
export type Selection = { readonly project: AbsolutePath; readonly named: ReadonlyArray<string> }

type Located = { readonly project: AbsolutePath; readonly source: string }

/** Whether a word is a pattern for the names of several stacks, as a shell writes one: `stacks/prod-*`. */
const isPattern = (word: string): boolean => /[*?[\]{}]/.test(word)

/** A stack's name is its environment, a hyphen and its logical region; no command of OpenTofu but force-unlock has one. */
const isStackName = (word: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(word)

/** Whether a word on a command line names stacks and is not a command. It is a file, a path, a pattern or a stack's name. */
export const namesStacks = (word: string): boolean =>
  word.endsWith('.ts') || word.includes('/') || isPattern(word) || isStackName(word)

/** The path of a stack file by any of its names: `staging-eu`, `stacks/staging-eu`, `stacks/staging-eu.ts`, or a pattern. */
const pathOf = (cwd: string, word: string): string => {
  if (word.endsWith('.ts') || !/^(?:.*\/)?[\w*?[\]{},-]+$/su.test(word)) return resolve(cwd, word)
  const isBare = !word.includes('/') && (isStackName(word) || isPattern(word))
  return resolve(cwd, `${isBare && basename(cwd) !== 'stacks' ? join('stacks', word) : word}.ts`)
}

const located =
  (cwd: string) =>
  (word: string): E.Either<UsageMistake, Located> => {
    const path = pathOf(cwd, word)
    const name = basename(path)
    return basename(dirname(path)) === 'stacks' && /^[^.].*\.ts$/su.test(name)
      ? E.right({ project: absolutePath(dirname(dirname(path))), source: `stacks/${name}` })
      : E.left({ _tag: 'NotAStackFile', file: word })
  }

/** The parent of the one `stacks` folder in which all files lie; the working directory when no file is named. */
export const selection = (cwd: string, words: ReadonlyArray<string>): E.Either<UsageMistake, Selection> =>
  pipe(
    words,
    E.traverseArray(located(cwd)),
    E.flatMap((all): E.Either<UsageMistake, Selection> => {
      const project = all[0]?.project ?? absolutePath(cwd)
      const stray = all.find((one) => one.project !== project)
      return stray === undefined
        ? E.right({
            project,
            named: [...new Set(all.map((one) => one.source))]
          })
        : E.left({ _tag: 'TwoProjects', projects: [project, stray.project] })
    })
  )

/** The folders of the projects that a command line names, or the working directory where it names none. */
export const projectsNamed = (cwd: string, argv: ReadonlyArray<string>): ReadonlyArray<string> => {
  const found = argv.filter(namesStacks).map(located(cwd))
  const named = found.flatMap((one) => (E.isRight(one) ? [one.right.project] : []))
  return named.length === 0 ? [cwd] : [...new Set(named)]
}

/** All stack files of a project, and those that a run is about. Both are relative to the project, and sorted by code unit. */
export type Scope = {
  readonly project: AbsolutePath
  readonly sources: ReadonlyArray<string>
  readonly chosen: ReadonlyArray<string>
  /** True when no file was named, so that the run is about all of `out/` too. */
  readonly isWhole: boolean
}

const sorted = (names: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(names)].toSorted()

/** The stacks that one name means: itself, or all that are there and match it. A pattern that matches none is a mistake. */
const meant =
  (present: ReadonlyArray<string>) =>
  (name: string): E.Either<UsageMistake, ReadonlyArray<string>> => {
    if (!isPattern(name)) return E.right([name])
    const matching = present.filter((source) => picomatch.isMatch(source, name))
    return matching.length > 0 ? E.right(matching) : E.left({ _tag: 'NoSuchStack', source: name, stacks: present })
  }

/** What a selection means, given what lies in `stacks/`. A named file that is not there stays: loading it says so. */
export const scope = (
  { project, named }: Selection,
  listed: O.Option<ReadonlyArray<string>>
): E.Either<UsageMistake, Scope> => {
  const isWhole = named.length === 0
  if (isWhole && O.isNone(listed)) return E.left({ _tag: 'NoStacksFolder', folder: project })
  const present = sorted(
    pipe(
      listed,
      O.getOrElse((): ReadonlyArray<string> => [])
    )
  )
  return pipe(
    named,
    E.traverseArray(meant(present)),
    E.map((found) => found.flat()),
    E.map((chosen) => {
      const sources = sorted([...present, ...chosen])
      return { project, sources, chosen: isWhole ? sources : sorted(chosen), isWhole }
    })
  )
}
