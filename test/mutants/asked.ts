/** Which part of the source is asked for, by texts in the paths of its files. */
export type Asked = {
  /** A text in the path, or one line as `src/a.ts:12`. */
  readonly in: string
  /** A text in the paths that are left out; with an empty one none is. */
  readonly out: string
}

/**
 * Whether a place is one of those that are asked for: `--in src/plan/`, `--in src/plan/drift.ts:12`,
 * `--in src/ --out src/commands/`.
 */
export const isAsked = (asked: Asked, path: string, line: number): boolean => {
  if (asked.out !== '' && path.includes(asked.out)) return false
  return path.includes(asked.in) || `${path}:${line}` === asked.in
}
