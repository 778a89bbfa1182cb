import { realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Problem, type Unloadable, unloadable } from '../../domain/problem.ts'
import { type ImportedAt, judgedSource } from '../../source/judged-source.ts'
import { type StackFile, stackFile } from './files.ts'
import type { StackSurface } from './surface.ts'

/** A file of stacks/ and the files that it imports, judged before any of them runs. */
export type StackSource = {
  /** The file, absolute; without links, where there is a file. */
  readonly path: string
  readonly source: string
  readonly imports: ReadonlyArray<ImportedAt>
  /** What is wrong with the file itself. */
  readonly problems: ReadonlyArray<Problem>
  readonly needs: ReadonlyArray<StackSource>
}

type Followed = Pick<StackSource, 'problems' | 'needs'>

const nothing: Followed = { problems: [], needs: [] }

/** Reads and judges source files and, once each, all that they import from stacks/. */
export const stackSources = (project: string, surface: StackSurface): ((source: string) => StackSource) => {
  const root = realRoot(join(project, 'stacks'))
  const known = new Map<string, StackSource | 'open'>()
  const shown = (path: string): string => join('stacks', relative(root, path)).split(sep).join('/')

  const judged = (source: string, { path, text }: Extract<StackFile, { _tag: 'Read' }>): StackSource => {
    known.set(path, 'open')
    const { imports, problems } = judgedSource(source, text, surface.specifiers)
    const followed = imports.map((imported) => follow(source, path, imported))
    const result: StackSource = {
      path,
      source,
      imports,
      problems: [...problems, ...followed.flatMap((one) => one.problems)].toSorted(byPlace),
      needs: followed.flatMap((one) => one.needs)
    }
    known.set(path, result)
    return result
  }

  const follow = (source: string, from: string, { specifier, isRelative, place }: ImportedAt): Followed => {
    const refusal = (actual: string, remedy: string): Followed => ({
      problems: [importProblem({ source, place, expected: `the file that '${specifier}' names`, actual, remedy })],
      needs: []
    })
    if (surface.specifiers.includes(specifier)) {
      const astray = surface.astray(specifier, from)
      return astray === undefined
        ? nothing
        : refusal(astray, 'Let node_modules/zenthea-foundation of the project lead to this package.')
    }
    if (!isRelative || !specifier.endsWith('.ts')) return nothing
    const file = stackFile(root, resolve(dirname(from), specifier))
    if (file._tag === 'Refused') return refusal(file.actual, file.remedy)
    const found = known.get(file.path) ?? judged(shown(file.path), file)
    return found === 'open'
      ? refusal('it imports this file in turn', 'Move what both need to a third file.')
      : { problems: [], needs: [found] }
  }

  return (source) => {
    const file = stackFile(root, resolve(project, source))
    if (file._tag === 'Refused') {
      const problem = unloadable({
        rule: file.isText ? 'stack-file-parses' : 'stack-file-exists',
        clause: 'J.7.0 §4',
        source,
        place: undefined,
        expected: 'a TypeScript file in stacks/',
        actual: file.actual,
        remedy: file.remedy
      })
      return { path: resolve(project, source), source, imports: [], problems: [problem], needs: [] }
    }
    const found = known.get(file.path)
    return found === undefined || found === 'open' ? judged(source, file) : found
  }
}

const realRoot = (folder: string): string => {
  try {
    return realpathSync.native(folder)
  } catch {
    return folder
  }
}

const importProblem = (fields: Omit<Unloadable, '_tag' | 'rule' | 'clause'>): Problem =>
  unloadable({ rule: 'stack-file-exists', clause: 'J.7.0 §4', ...fields })

const byPlace = (a: Problem, b: Problem): number => {
  const [one, other] = [a, b].map((problem) => ('place' in problem ? problem.place : undefined))
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
