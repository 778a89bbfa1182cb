import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kind, kindOf, rankOf } from './kind.ts'

export type Found = { readonly files: ReadonlyArray<string>; readonly faults: ReadonlyArray<string> }

/**
 * The test files of a folder of these kinds, in the order in which to run them, as paths relative to it, and what would go
 * unnoticed: a filter that matches nothing, a file of tests whose name keeps it from being run.
 */
export const find = (
  folder: string,
  filters: ReadonlyArray<string>,
  kinds: ReadonlyArray<Kind> = ['wire', 'process', 'long', 'unit']
): Found => {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|mts|mjs)$/.test(path) && !path.includes('node_modules') && kinds.includes(kindOf(path)))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  const tests = sources.filter((path) => path.endsWith('.test.ts'))
  const files = filters.length === 0 ? tests : tests.filter((path) => filters.some((filter) => path.includes(filter)))
  return {
    files,
    faults: [
      ...(tests.length === 0 ? [`no file in ${folder} ends in .test.ts`] : []),
      ...filters
        .filter((filter) => !tests.some((path) => path.includes(filter)))
        .map((filter) => `no test file has '${filter}' in its path`),
      ...sources
        .filter((path) => !path.endsWith('.test.ts') && runsSuites.test(readFileSync(join(folder, path), 'utf8')))
        .map((path) => `${path} holds tests, but its name does not end in .test.ts, so it is never run`)
    ]
  }
}

/** At the left margin, so that a function that other files make their suites with is not meant. */
const runsSuites = /^\w+\.run\(\)/m
