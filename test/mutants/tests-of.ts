import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { kindOf } from '../runner/kind.ts'

const importsOf = (project: string, path: string): ReadonlyArray<string> =>
  [...readFileSync(join(project, path), 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+\.ts)'/g)].map(([, to = '']) =>
    relative(project, join(project, dirname(path), to))
  )

/** Which files of a project each file imports, by their paths in it. */
export const importsIn = (project: string, files: ReadonlyArray<string>): ReadonlyMap<string, ReadonlyArray<string>> =>
  new Map(files.map((path) => [path, importsOf(project, path)]))

/** How many imports lie between each file and this one; a file that does not reach it is not in it. */
const distances = (
  imports: ReadonlyMap<string, ReadonlyArray<string>>,
  target: string
): ReadonlyMap<string, number> => {
  const importers = new Map<string, Array<string>>()
  for (const [path, others] of imports)
    for (const other of others) importers.set(other, [...(importers.get(other) ?? []), path])
  const found = new Map([[target, 0]])
  const queue = [target]
  for (let path = queue.shift(); path !== undefined; path = queue.shift())
    for (const importer of importers.get(path) ?? [])
      if (!found.has(importer)) {
        found.set(importer, (found.get(path) ?? 0) + 1)
        queue.push(importer)
      }
  return found
}

/** How many names two paths begin with in common, below `src/` and `test/`. */
const shared = (source: string, test: string): number => {
  const [a, b] = [source, test].map((path) =>
    path
      .replace(/\.(test|process|long)\b/g, '')
      .split('/')
      .slice(1)
  )
  const apart = a?.findIndex((name, index) => name !== b?.[index]) ?? 0
  return apart < 0 ? (a?.length ?? 0) : apart
}

/** Whether a test lies where the file's own tests lie, or above in the same room. */
const isOfFolder = (source: string, test: string): boolean => {
  const folder = `${dirname(test)}/`.slice('test/'.length)
  return folder !== '' && `${dirname(source)}/`.slice('src/'.length).startsWith(folder)
}

/** The command whose own tests a file belongs to starts in this file: its process tests run it, and import nothing of it. */
const mainOf = (test: string): string => test.replace(/^test\/(commands\/[^/]+)\/.*$/, 'src/$1/main.ts')

/** How much later a kind of test is tried, in imports: what waits for processes or the loopback takes longer. */
const slowness = { unit: 0, long: 0, process: 1, wire: 2, e2e: 0 }

/**
 * The tests that touch a source file, the likeliest to notice a change of it first: those of its own folder, then those
 * that import it, near and quick ones before far and slow ones. Of tests that start processes, those of its own folder and
 * of each command that imports it are among them.
 */
export const testsOf = (imports: ReadonlyMap<string, ReadonlyArray<string>>, source: string): ReadonlyArray<string> => {
  const far = distances(imports, source)
  const kind = (test: string) => kindOf(test.slice('test/'.length))
  const isLong = (test: string): boolean => kind(test) === 'long'
  const later = (test: string): number => (far.get(test) ?? far.get(mainOf(test)) ?? 9) + slowness[kind(test)]
  return [...imports.keys()]
    .filter((path) => path.startsWith('test/') && path.endsWith('.test.ts'))
    .filter((path) =>
      kind(path) === 'process'
        ? isOfFolder(source, path) || far.has(mainOf(path))
        : kind(path) !== 'e2e' && far.has(path)
    )
    .toSorted(
      (a, b) =>
        Number(isLong(a)) - Number(isLong(b)) ||
        shared(source, b) - shared(source, a) ||
        later(a) - later(b) ||
        (a < b ? -1 : 1)
    )
}
