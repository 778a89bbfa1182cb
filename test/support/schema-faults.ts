import type * as t from 'io-ts'
import { OnlyType } from '../../src/charter/codec.ts'
import { ClosedType } from '../../src/diagnostics/closed.ts'
import { RecoveryDays, SessionSeconds } from '../../src/declaration/settings.ts'
import { Tags } from '../../src/declaration/tags.ts'
import { type Json, isObject } from '../../src/terraform/json.ts'
import type { AttributeSchema, AttributeType, BlockSchema, NestedSchema } from './provider-schema.ts'

type Shape = Readonly<Record<string, t.Mixed>>

/** What OpenTofu itself reads in the body of a resource or data source; no provider's schema knows it. */
const metaArguments = new Set(['lifecycle'])

/** Codecs that stand for many values of one type. */
const kinds: ReadonlyMap<t.Mixed, AttributeType> = new Map<t.Mixed, AttributeType>([
  [Tags, ['map', 'string']],
  [RecoveryDays, 'number'],
  [SessionSeconds, 'number']
])

/** Whether all values that a codec lets pass are of a type. */
const isOf = (codec: t.Mixed, type: AttributeType): boolean =>
  codec instanceof OnlyType ? fits(codec.value, type) : JSON.stringify(kinds.get(codec)) === JSON.stringify(type)

const fits = (value: Json, type: AttributeType): boolean => {
  if (type === 'string') return typeof value === 'string'
  if (type === 'number') return typeof value === 'number'
  if (type === 'bool') return typeof value === 'boolean'
  const [collection, inner] = type
  if (collection === 'map') return isObject(value) && Object.values(value).every((item) => fits(item, inner))
  return Array.isArray(value) && value.every((item: Json) => fits(item, inner))
}

/** What a block has been given: a codec for each of its entries, or undefined when it cannot be a block. */
const shapeOf = (codec: t.Mixed): Shape | undefined => {
  if (codec instanceof ClosedType) return codec.required as Shape
  if (!(codec instanceof OnlyType) || !isObject(codec.value)) return undefined
  return Object.fromEntries(Object.entries(codec.value).map(([key, value]) => [key, new OnlyType(value)]))
}

const ofAttribute = (codec: t.Mixed, { type, ...flags }: AttributeSchema, at: string): ReadonlyArray<string> => [
  ...(flags.deprecated === true ? [`${at} is deprecated`] : []),
  ...(flags.sensitive === true ? [`${at} is sensitive`] : []),
  ...(flags.required !== true && flags.optional !== true ? [`${at} can only be read`] : []),
  ...(isOf(codec, type) ? [] : [`${at} is no ${JSON.stringify(type)}`])
]

const ofNested = (codec: t.Mixed, { block, max_items = 1 }: NestedSchema, at: string): ReadonlyArray<string> => {
  const shape = shapeOf(codec)
  if (shape === undefined) return [`${at} is a block`]
  return [...(max_items < 1 ? [`${at} may not stand here`] : []), ...ofBlock(shape, block, at)]
}

const ofEntry = (name: string, codec: t.Mixed, schema: BlockSchema, at: string): ReadonlyArray<string> => {
  const [attribute, nested] = [schema.attributes?.[name], schema.block_types?.[name]]
  if (attribute !== undefined) return ofAttribute(codec, attribute, at)
  return nested === undefined ? [`${at} does not exist`] : ofNested(codec, nested, at)
}

const ofBlock = (shape: Shape, schema: BlockSchema, at: string): ReadonlyArray<string> => {
  const needed = [
    ...Object.entries(schema.attributes ?? {}).filter(([, { required }]) => required === true),
    ...Object.entries(schema.block_types ?? {}).filter(([, { min_items = 0 }]) => min_items > 0)
  ]
  return [
    ...(schema.deprecated === true ? [`${at} is deprecated`] : []),
    ...Object.entries(shape).flatMap(([name, codec]) => ofEntry(name, codec, schema, `${at}.${name}`)),
    ...needed.filter(([name]) => !(name in shape)).map(([name]) => `${at}.${name} is missing`)
  ]
}

/** Where a codec asks for what a provider's schema does not know, knows otherwise, or would rather not see. */
export const schemaFaults = (codec: ClosedType<Shape, Shape>, schema: BlockSchema, at: string): ReadonlyArray<string> =>
  ofBlock(Object.fromEntries(Object.entries(codec.required).filter(([name]) => !metaArguments.has(name))), schema, at)

/** Names that a codec forbids and that a schema does not know: whoever misspells one forbids nothing. */
export const unknownNames = (codec: ClosedType<Shape, Shape>, schema: BlockSchema): ReadonlyArray<string> =>
  Object.keys(codec.optional).filter((name) => !(name in { ...schema.attributes, ...schema.block_types }))
