import { type Json, isObject } from '../terraform/json.ts'
import type { Access } from './access.ts'

/** Every text of some documents, values and keys. */
const textsIn = (value: Json | undefined): ReadonlyArray<string> => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).flatMap(textsIn)
  return isObject(value) ? Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]) : []
}

/** Names that IAM does not tell by their capitals, as the documents write them: `s3:getobject` is `s3:GetObject`. */
export const spellings = (...sides: ReadonlyArray<Access>): ((lower: string) => string) => {
  let known: ReadonlyMap<string, string> | undefined
  const read = (): ReadonlyMap<string, string> => {
    const documents = sides.flatMap(({ roles, buckets }) => [
      ...roles.flatMap(({ policies, boundary, trust }) => [...policies, boundary, trust]),
      ...buckets.map(({ policy }) => policy)
    ])
    return new Map(documents.flatMap(textsIn).map((text) => [text.toLowerCase(), text]))
  }
  return (lower) => (known ??= read()).get(lower) ?? lower
}
