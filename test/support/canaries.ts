import * as t from 'io-ts'
import { declarationFields, optionalFields } from '../../src/declaration/declaration.ts'
import type { Path } from '../../src/diagnostics/diagnostic.ts'
import { ClosedType } from '../../src/diagnostics/closed.ts'
import { OTHER_REGION } from './aws-double/certificate.ts'
import { isRecord } from '../../src/diagnostics/record.ts'

/** One value of a stack that is another one in it than in AWS. */
export type Canary = { readonly path: Path; readonly text: string; readonly value: unknown }

const leavesOf = (value: unknown, path: Path = []): ReadonlyArray<readonly [Path, unknown]> => {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => leavesOf(item, [...path, index]))
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))
    : [[path, value]]
}

/** The places of a codec: what a stack may say, whether a stack says it or not. */
const placesOf = (codec: t.Mixed, path: Path): ReadonlyArray<Path> => {
  if (codec instanceof ClosedType) {
    const all: Readonly<Record<string, t.Mixed>> = { ...codec.required, ...codec.optional }
    return Object.entries(all).flatMap(([key, inner]) => placesOf(inner, [...path, key]))
  }
  return codec instanceof t.ReadonlyArrayType ? placesOf(codec.type as t.Mixed, [...path, 0]) : [path]
}

/** Every place of a declaration, by its codecs. */
export const declaredPlaces: ReadonlyArray<Path> = Object.entries({ ...declarationFields, ...optionalFields }).flatMap(
  ([field, codec]) => placesOf(codec, [field])
)

const other = (path: Path, text: string): ReadonlyArray<Canary> => [{ path, text, value: text }]

/** Other values of the same form, each with the text by which it is found again. */
const canariesAt = (path: Path, value: unknown): ReadonlyArray<Canary> => {
  if (typeof value === 'number') return [{ path, text: '1717', value: 1717 }]
  if (typeof value !== 'string') return []
  if (/^\d{12}$/.test(value)) return other(path, '777766665555')
  if (/^[a-z]{2}-[a-z]+-\d$/.test(value)) return other(path, OTHER_REGION)
  if (/^\d+\.\d+\.\d+$/.test(value)) return other(path, '5.17.17')
  const arn = /^(arn:aws:iam::\d{12}:(?:role|policy)\/)(?:.*\/)?([^/]+)$/.exec(value)
  if (arn === null) return other(path, path.at(-1) === 'bucket' ? 'canary-bucket' : 'CanaryValue')
  const [, start = '', name = ''] = arn
  return [`${start}canary/path/${name}`, `${start}CanaryName`].map((text) => ({ path, text, value: text }))
}

const kindOf = ({ path, text }: Canary): string =>
  `${path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')} ${text}`

/**
 * A canary, and of an ARN two, for each value in some plain data that is a text or a number. Of a list, the first of each
 * kind of place counts for all.
 */
export const canariesIn = (data: unknown): ReadonlyArray<Canary> => [
  ...new Map(
    leavesOf(data)
      .flatMap(([path, value]) => canariesAt(path, value))
      .toReversed()
      .map((canary) => [kindOf(canary), canary] as const)
  ).values()
]
