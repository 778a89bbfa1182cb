import * as t from 'io-ts'
import { closedRecord } from '../diagnostics/closed.ts'
import { Natural } from './values-form.ts'
import { type Json, type JsonObject, isObject, sameJson } from '../terraform/json.ts'
import type { Emitted } from './emitted.ts'
import { own } from './value.ts'
import { writtenText } from './written-value.ts'

const ConfigResource = closedRecord(
  {
    address: t.string,
    mode: t.string,
    type: t.string,
    name: t.string,
    provider_config_key: t.string,
    schema_version: Natural
  },
  {
    provisioners: t.unknown,
    expressions: t.UnknownRecord,
    count_expression: t.unknown,
    for_each_expression: t.unknown,
    depends_on: t.readonlyArray(t.string)
  }
)
export type ConfigResource = t.TypeOf<typeof ConfigResource>

/**
 * The configuration that a plan was made of, as OpenTofu read it from all files together. Blocks that no stack has are
 * known here, so that a rule refuses them by name. Source: OpenTofu, internal/command/jsonconfig/config.go.
 */
export const Configuration = closedRecord(
  {
    root_module: closedRecord(
      {},
      {
        resources: t.readonlyArray(ConfigResource),
        outputs: t.unknown,
        module_calls: t.unknown,
        variables: t.unknown
      }
    )
  },
  {
    provider_config: t.record(
      t.string,
      closedRecord(
        { name: t.string },
        {
          full_name: t.string,
          alias: t.string,
          version_constraint: t.string,
          module_address: t.string,
          expressions: t.UnknownRecord
        }
      )
    )
  }
)

/** What OpenTofu says that a text refers to; undefined for an expression that emit does not write. */
const referencesIn = (text: string, emitted: Emitted): ReadonlyArray<string> | undefined => {
  const written = writtenText(text, emitted)
  switch (written._tag) {
    case 'Text':
      return []
    case 'Document':
      return [`local.${written.local}`]
    case 'Attribute':
      return [`${written.address}.${written.attribute}`, written.address]
    case 'Unclear':
      return undefined
    default:
      return written satisfies never
  }
}

const references = (written: Json, emitted: Emitted): ReadonlyArray<string> | undefined => {
  if (typeof written === 'string') return referencesIn(written, emitted)
  const below = typeof written === 'object' ? Object.values(written).map((item: Json) => references(item, emitted)) : []
  return below.every((list) => list !== undefined) ? below.flat() : undefined
}

/** A plan keeps a text of a JSON file as it is written, expressions and all. */
const isSameAttribute = (emitted: Emitted, written: Json, expression: unknown): boolean =>
  isObject(expression) &&
  Object.keys(expression).every((name) => name === 'constant_value' || name === 'references') &&
  sameJson(own(expression, 'constant_value'), written) &&
  sameJson(own(expression, 'references') ?? [], references(written, emitted))

const differing = (emitted: Emitted, written: Json, expression: unknown, at: string): ReadonlyArray<string> => {
  if (!Array.isArray(expression)) return isSameAttribute(emitted, written, expression) ? [] : [at]
  const blocks: ReadonlyArray<Json> = Array.isArray(written) ? written : [written]
  return blocks.length === expression.length
    ? blocks.flatMap((block, index) =>
        isObject(block) ? differingExpressions(emitted, block, expression[index], at) : [at]
      )
    : [at]
}

/**
 * Where the expressions of a block, as a plan has them, are not those that the file writes, as paths. An attribute is its
 * constant and what it refers to; a block is a list of one. Neither side may have more.
 */
export const differingExpressions = (
  emitted: Emitted,
  written: JsonObject,
  expressions: unknown,
  at = ''
): ReadonlyArray<string> => {
  if (!isObject(expressions) && expressions !== undefined) return [at]
  return [...new Set([...Object.keys(written), ...Object.keys(expressions ?? {})])].flatMap((name) => {
    const path = at === '' ? name : `${at}.${name}`
    const [wanted, found] = [own(written, name) as Json | undefined, own(expressions, name)]
    return wanted === undefined || found === undefined ? [path] : differing(emitted, wanted, found, path)
  })
}
