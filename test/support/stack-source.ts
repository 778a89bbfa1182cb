import * as E from 'fp-ts/lib/Either.js'
import { Declaration } from '../../src/declaration/declaration.ts'
import { ClosedType } from '../../src/diagnostics/closed.ts'
import type { Part } from '../../src/stack/part.ts'
import type { StackDeclaration } from '../../src/stack/stack.ts'
import { type Options, type PartName, partsWith, validDeclaration, validOptions } from './valid-stack.ts'

type Source = { readonly declaration: StackDeclaration } & Options

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** The source of the valid stack with other values in it, by path: `declaration.…` or a part and its option. */
export const sourceWith = (
  edit: Readonly<Record<string, unknown>>
): { readonly declaration: StackDeclaration; readonly parts: ReadonlyArray<Part> } => {
  const root: Raw = structuredClone({ declaration: validDeclaration, ...validOptions })
  for (const [path, value] of Object.entries(edit)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    keys.reduce((at, name) => at[name], root)[last] = value
  }
  const { declaration, ...options } = root as Source
  return { declaration, parts: partsWith(options) }
}

/** The path of each field of a codec of closed records. */
const fieldsOf = (codec: unknown, at: string): ReadonlyArray<string> =>
  codec instanceof ClosedType
    ? Object.entries({ ...codec.required, ...codec.optional }).flatMap(([name, inner]) =>
        fieldsOf(inner, `${at}.${name}`)
      )
    : [at]

/** The fields of a part, by what its codec misses in empty options; twice, for what stands one deeper. */
const fieldsOfPart = (name: string, options: object): ReadonlyArray<string> => {
  const made = partsWith({ ...validOptions, [name]: options }).find((one) => one.name === name)
  const missing = made !== undefined && E.isLeft(made.blocks) ? made.blocks.left.map(({ at = [] }) => at.join('.')) : []
  return missing.flatMap((path) =>
    path === `${name}.trust` && !('trust' in options)
      ? fieldsOfPart(name, { trust: {} }).filter((one) => one.startsWith(path))
      : [path]
  )
}

export const partNames = Object.keys(validOptions) as ReadonlyArray<PartName>

/** Each field of the declaration and of the parts, by what their codecs ask for. */
export const stackFields = (): ReadonlyArray<string> => [
  ...fieldsOf(Declaration, 'declaration'),
  ...partNames.flatMap((name) => fieldsOfPart(name, {}))
]
