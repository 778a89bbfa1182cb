import type { EmittedFile } from '../declaration/declaration.ts'
import { type JsonObject, isObject } from '../terraform/json.ts'
import { own } from './value.ts'

/** What a plan is held against: the blocks of the very text that OpenTofu reads. */
export type Emitted = {
  /** The body of each resource, by address. */
  readonly resources: ReadonlyMap<string, JsonObject>
  /** The body of each data source, by address. */
  readonly data: ReadonlyMap<string, JsonObject>
  /** What each import adopts, by the address that adopts it. */
  readonly imports: ReadonlyMap<string, string>
  readonly locals: JsonObject
  readonly provider: JsonObject
  /** The bounds of the provider's version, as the file writes them. */
  readonly providerVersion: unknown
}

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

const bodies = (blocks: unknown, before: string): ReadonlyMap<string, JsonObject> =>
  new Map(
    Object.entries(objectOf(blocks)).flatMap(([type, named]) =>
      Object.entries(objectOf(named)).map(([name, body]) => [`${before}${type}.${name}`, objectOf(body)] as const)
    )
  )

/** The blocks of an emitted file. Emit wrote the text, so it is Terraform JSON; what it lacks is nowhere in the plan either. */
export const emittedOf = ({ text }: Pick<EmittedFile, 'text'>): Emitted => {
  const file = objectOf(JSON.parse(text) as unknown)
  const imports = Array.isArray(file['import']) ? (file['import'] as ReadonlyArray<unknown>) : []
  return {
    resources: bodies(file['resource'], ''),
    data: bodies(file['data'], 'data.'),
    imports: new Map(imports.map((entry) => [String(own(entry, 'to')), String(own(entry, 'id'))] as const)),
    locals: objectOf(file['locals']),
    provider: objectOf(own(file['provider'], 'aws')),
    providerVersion: own(own(own(file['terraform'], 'required_providers'), 'aws'), 'version')
  }
}
