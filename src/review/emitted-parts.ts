import type { RenderedBlock } from '../terraform/block.ts'
import { type Json, type JsonObject, isObject } from '../terraform/json.ts'

/** What a stack emits, to look things up in by their address. */
export type EmittedParts = {
  /** The body of a resource, such as `aws_iam_role`, `operator`; empty where there is none. */
  readonly resource: (type: string, name: string) => JsonObject
  /** The statements of a policy that stands in `locals`. */
  readonly statements: (local: string) => ReadonlyArray<JsonObject>
}

export const emittedParts = (blocks: ReadonlyArray<RenderedBlock>): EmittedParts => {
  const body = (type: string, labels: ReadonlyArray<string>): Json | undefined =>
    blocks.find((block) => block.type === type && block.labels.join() === labels.join())?.body
  return {
    resource: (type, name) => {
      const found = body('resource', [type, name])
      return isObject(found) ? found : {}
    },
    statements: (local) => {
      const found = body('locals', [local])
      const list = isObject(found) ? found['Statement'] : undefined
      return Array.isArray(list) ? (list as ReadonlyArray<Json>).filter(isObject) : []
    }
  }
}

/** Text of a template as it is meant: a doubled `$` or `%` before a brace is one. */
const meant = (text: string): string => (text.includes('{') ? text.replace(/([$%])\1\{/g, '$1{') : text)

/** One text or many, as texts. Any other value there is written as JSON. */
export const textsOf = (value: Json | undefined): ReadonlyArray<string> => {
  const list: ReadonlyArray<Json> = Array.isArray(value)
    ? (value as ReadonlyArray<Json>)
    : value === undefined
      ? []
      : [value]
  return list.map((item) => (typeof item === 'string' ? meant(item) : JSON.stringify(item)))
}

/** The tags of a resource, by key. */
export const tagsOf = (value: Json | undefined): ReadonlyArray<readonly [string, string]> =>
  isObject(value) ? Object.entries(value).map(([key, tag]) => [meant(key), textsOf(tag).join()] as const) : []
