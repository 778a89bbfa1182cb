import type { Declaration, EmittedFile } from '../../../../declaration/declaration.ts'
import { isObject } from '../../../../terraform/json.ts'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { strictJson } from '../../../../diagnostics/strict-json.ts'

/** A whole ARN: partition, service, region, account. Source: AWS General Reference, "Amazon Resource Names". */
const ARN = /^arn:([a-z-]+):([a-z0-9-]+):([a-z0-9-]*):([a-z0-9]*):./

/** Attributes that hold a region or an account by themselves. */
const regions = new Set(['region', 'bucket_region'])
const accounts = new Set(['account_id', 'owner_id'])

type Own = Pick<Declaration, 'account' | 'region'>

const strange = (name: string, text: string, { account, region }: Own): string | undefined => {
  const [, , , inRegion, ofAccount] = ARN.exec(text) ?? []
  if (ofAccount !== undefined && ofAccount !== '' && ofAccount !== account) return `of the account ${ofAccount}`
  if (inRegion !== undefined && inRegion !== '' && inRegion !== region.aws) return `in ${inRegion}`
  if (regions.has(name) && text !== region.aws) return `in ${text}`
  if (accounts.has(name) && /^\d{12}$/.test(text) && text !== account) return `of the account ${text}`
  return undefined
}

/**
 * What a value says of another account or region, each once. It looks at whole ARNs, and at attributes that are one or the
 * other.
 */
export const strangePlaces = (value: unknown, own: Own, name = ''): ReadonlyArray<string> => {
  if (typeof value === 'string') return [strange(name, value, own)].filter((found) => found !== undefined)
  const entries = isObject(value)
    ? Object.entries(value)
    : Array.isArray(value)
      ? value.map((item) => [name, item] as const)
      : []
  return [...new Set(entries.flatMap(([key, inner]) => strangePlaces(inner, own, key)))]
}

const Emitted = t.type({ resource: t.record(t.string, t.UnknownRecord) })

/** The addresses of the managed resources that an emitted file has; none of a file without one. */
export const declaredAddresses = ({ text }: Pick<EmittedFile, 'text'>): ReadonlySet<string> =>
  pipe(
    O.fromEither(strictJson(text)),
    O.filter(Emitted.is),
    O.match(
      () => new Set(),
      ({ resource }) =>
        new Set(
          Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
        )
    )
  )
