import { readFileSync } from 'node:fs'
import type { AttributeType, BlockSchema } from './provider-schema.ts'

type Interfaces = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What typed bindings of hashicorp/aws 6.66.0 say of the block types of J.7.0: configurable attributes alone. */
const bindings: { readonly types: Readonly<Record<string, Interfaces>> } = JSON.parse(
  readFileSync(new URL('aws-6.66.0-attributes.json', import.meta.url), 'utf8')
)

const attributeTypes: Readonly<Record<string, AttributeType>> = {
  string: 'string',
  number: 'number',
  boolean: 'bool',
  'string[]': ['list', 'string'],
  '{ [key: string]: string': ['map', 'string']
}

const blockOf = (interfaces: Interfaces, name: string): BlockSchema => {
  const entries = Object.entries(interfaces[name] ?? {}).map(([key, text]) => {
    const [, need = '', type = ''] = /^(required|optional) (.*?)(?: \| IResolvable)?$/.exec(text) ?? []
    return { key, required: need === 'required', type }
  })
  const nested = entries.filter(({ type }) => type.replace('[]', '') in interfaces)
  return {
    attributes: Object.fromEntries(
      entries.flatMap(({ key, required, type }) => {
        const known = attributeTypes[type]
        return known === undefined ? [] : [[key, { type: known, required, optional: !required }]]
      })
    ),
    block_types: Object.fromEntries(
      nested.map(({ key, required, type }) => [
        key,
        {
          block: blockOf(interfaces, type.replace('[]', '')),
          nesting_mode: type.endsWith('[]') ? ('list' as const) : ('single' as const),
          min_items: required ? 1 : 0
        }
      ])
    )
  }
}

/** The configurable attributes of a block type in 6.66.0: `aws_s3_bucket`, `data.aws_caller_identity`, `provider.aws`. */
export const line6 = (type: string): BlockSchema | undefined => {
  const interfaces = bindings.types[type]
  const name = Object.keys(interfaces ?? {}).find((candidate) => candidate.endsWith('Config'))
  return interfaces === undefined || name === undefined ? undefined : blockOf(interfaces, name)
}
