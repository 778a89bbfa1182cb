/** What tests use beyond code and files. In the order of a run: the longest first, so that none is left for the end. */
const kinds = ['e2e', 'wire', 'process', 'long', 'unit'] as const

export type Kind = (typeof kinds)[number]

/**
 * The kind of a test file, by its path in test/: `e2e/` runs a real OpenTofu, `wire/` asks a double on the loopback,
 * `*.process.test.ts` starts processes or threads or opens a connection, and all others are code alone; of these,
 * `*.long.test.ts` try thousands of cases. In `e2e/` that ending says that a file takes many minutes.
 */
export const kindOf = (path: string): Kind => {
  if (path.startsWith('e2e/')) return 'e2e'
  if (path.startsWith('wire/')) return 'wire'
  if (path.endsWith('.process.test.ts')) return 'process'
  return path.endsWith('.long.test.ts') ? 'long' : 'unit'
}

/**
 * Where a file stands in a run: by its kind, and of one kind those that their name calls long come first. What takes a quarter
 * of an hour must not begin when all others are done.
 */
export const rankOf = (path: string): number =>
  kinds.indexOf(kindOf(path)) - (path.endsWith('.long.test.ts') && kindOf(path) !== 'long' ? 0.5 : 0)
