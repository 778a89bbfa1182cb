/** What tests use beyond code and files. In the order of a run: the longest first, so that none is left for the end. */
const kinds = ['e2e', 'wire', 'process', 'unit'] as const

export type Kind = (typeof kinds)[number]

/**
 * The kind of a test file, by its path in test/: `e2e/` runs a real OpenTofu, `wire/` asks a double on the loopback,
 * `*.process.test.ts` starts processes or threads or opens a connection, and all others are code alone.
 */
export const kindOf = (path: string): Kind => {
  if (path.startsWith('e2e/')) return 'e2e'
  if (path.startsWith('wire/')) return 'wire'
  return path.endsWith('.process.test.ts') ? 'process' : 'unit'
}

/** Where a file stands in a run. */
export const rankOf = (path: string): number => kinds.indexOf(kindOf(path))
