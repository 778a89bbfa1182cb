import { readFileSync } from 'node:fs'

/** The type of an attribute, as `terraform providers schema -json` writes it. */
export type AttributeType = 'string' | 'number' | 'bool' | readonly ['list' | 'set' | 'map', AttributeType]

export type AttributeSchema = {
  readonly type: AttributeType
  readonly required?: boolean
  readonly optional?: boolean
  readonly computed?: boolean
  readonly deprecated?: boolean
  readonly sensitive?: boolean
}

export type BlockSchema = {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>
  readonly block_types?: Readonly<Record<string, NestedSchema>>
  readonly deprecated?: boolean
}

export type NestedSchema = {
  readonly block: BlockSchema
  readonly nesting_mode: 'single' | 'list' | 'set'
  readonly min_items?: number
  readonly max_items?: number
}

type Schemas = Readonly<Record<string, { readonly block: BlockSchema }>>

/** What hashicorp/aws 5.100.0 says of itself: the types that this project may touch in full, all others by name. */
export const providerSchema: {
  readonly all_resource_types: ReadonlyArray<string>
  readonly all_data_source_types: ReadonlyArray<string>
  readonly resource_schemas: Schemas
  readonly data_source_schemas: Schemas
  readonly provider: { readonly block: BlockSchema }
} = JSON.parse(readFileSync(new URL('aws-5.100.0-schema.json', import.meta.url), 'utf8'))
