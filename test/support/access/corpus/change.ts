import type { Json } from '../../../../src/terraform/json.ts'

/** A change that somebody could make to what staging-eu emits, and what a reviewer should read of it. Written first. */
export type Corpus = {
  readonly what: string
  /** A change of the file, by path: the value that stands there afterwards; undefined takes it away. */
  readonly edit: ReadonlyArray<readonly [path: string, value: Json | undefined]>
  readonly verdict: 'widens' | 'may widen' | 'narrows' | 'moves'
  readonly sentence: string
}

/** A change of one value. */
export const one = (
  what: string,
  path: string,
  value: Json | undefined,
  verdict: Corpus['verdict'],
  sentence: string
): Corpus => ({ what, edit: [[path, value]], verdict, sentence })

/** A dotted path, in which a key may hold dots of its own: the longest key that is there wins, the rest is one key. */
export const edited = (value: Json, path: string, to: Json | undefined): Json => {
  if (path === '') return to ?? {}
  const isList = Array.isArray(value)
  const keys = typeof value === 'object' ? Object.keys(value) : []
  const known = keys.filter((key) => path === key || path.startsWith(`${key}.`)).toSorted((a, b) => b.length - a.length)
  const key =
    known[0] ?? (path.includes('.') && !/^(aws|dynamodb|s3|kms):/.test(path) ? path.slice(0, path.indexOf('.')) : path)
  const rest = path.slice(key.length + 1)
  const made = structuredClone(value) as Record<string, Json>
  const inner = rest === '' ? to : edited((isList ? value[Number(key)] : made[key]) ?? {}, rest, to)
  if (inner === undefined) delete made[key]
  else made[key] = inner
  return made
}
