import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { AuthorisedBlock, Charter } from '../../src/charter/charter.ts'
import { j70 } from '../../src/charter/j-7-0.ts'
import { rules } from '../../src/charter/rules.ts'
import { ClosedType } from '../../src/diagnostics/closed.ts'
import type { DeclarationFields } from '../../src/declaration/declaration.ts'
import { meaning, meaningOf } from '../../src/diagnostics/decode.ts'
import type { Law } from '../../src/charter/phases.ts'
import { declaration } from './valid-blocks.ts'

/**
 * Rules that no law holds: they say when blocks, values and parts can be read at all, whatever the phase. Their own
 * tests show what would come of a file without them.
 */
export const rulesOutsideOfLaws = [
  'addresses-unique',
  'block-label',
  'bucket-tls',
  'declaration-complete',
  'neighbour-known',
  'part-complete',
  'references-resolve',
  'writable-value'
] as const

const named = (list: ReadonlyArray<{ readonly name: string }>): ReadonlyArray<string> => list.map(({ name }) => name)

/** The rules that a law lists by name. */
export const listedRules: ReadonlySet<string> = new Set(
  [rules.declaration, rules.configuration, rules.isolation].flatMap(named)
)

type Shape = Readonly<Record<string, t.Mixed>>

const inside = (codec: t.Mixed): ReadonlyArray<t.Mixed> => {
  if (codec instanceof ClosedType) return Object.values({ ...(codec.required as Shape), ...(codec.optional as Shape) })
  return codec instanceof t.ReadonlyArrayType ? [codec.type as t.Mixed] : []
}

const rulesIn = (codec: t.Mixed): ReadonlyArray<string> => {
  const own = meaningOf(codec)
  return [...(own === undefined ? [] : [own.rule]), ...inside(codec).flatMap(rulesIn)]
}

/** The rules that stand in the codecs of the charter: those of the declaration and those of the blocks. */
export const codecRules: ReadonlySet<string> = new Set([
  ...Object.values(j70.declaration).flatMap(rulesIn),
  ...[...j70.blocks.values()].flatMap(({ body }) => rulesIn(body(declaration)))
])

const anything = new t.Type<unknown>('anything', (_): _ is unknown => true, t.success, t.identity)

/** The same codec, where whatever stands for a rule takes anything, be it there or not. */
const open = (codec: t.Mixed, rule: string): t.Mixed => {
  const own = meaningOf(codec)
  if (own?.rule === rule) return anything
  const rebuilt = reopened(codec, rule)
  return own === undefined || rebuilt === codec ? rebuilt : meaning(rebuilt, own)
}

const reopened = (codec: t.Mixed, rule: string): t.Mixed => {
  if (codec instanceof t.ReadonlyArrayType) return t.readonlyArray(open(codec.type as t.Mixed, rule), codec.name)
  if (!(codec instanceof ClosedType)) return codec
  const all = (shape: Shape): Shape =>
    pipe(
      Object.entries(shape).map(([key, inner]) => [key, open(inner, rule)] as const),
      Object.fromEntries<t.Mixed>
    )
  return new ClosedType(codec.name, all(codec.required as Shape), all(codec.optional as Shape))
}

const openBlock = (block: AuthorisedBlock, rule: string): AuthorisedBlock => ({
  ...block,
  body: (of) => open(block.body(of), rule)
})

const openFields = (fields: DeclarationFields, rule: string): DeclarationFields =>
  pipe(
    Object.entries(fields).map(([key, codec]) => [key, open(codec, rule)] as const),
    Object.fromEntries<t.Mixed>,
    (opened) => opened as DeclarationFields
  )

const openCharter = (charter: Charter, rule: string): Charter => ({
  ...charter,
  declaration: openFields(charter.declaration, rule),
  blocks: new Map([...charter.blocks].map(([place, block]) => [place, openBlock(block, rule)]))
})

const without = <A extends { readonly name: string }>(list: ReadonlyArray<A>, rule: string): ReadonlyArray<A> =>
  list.filter(({ name }) => name !== rule)

/** The law in force without one of its rules, wherever that rule stands. Throws for a rule that no law holds. */
export const lawWithout = (rule: string): Law => {
  if (!listedRules.has(rule) && !codecRules.has(rule)) throw new Error(`no law holds the rule ${rule}`)
  return {
    charter: openCharter(j70, rule),
    rules: {
      declaration: without(rules.declaration, rule),
      configuration: without(rules.configuration, rule),
      isolation: without(rules.isolation, rule)
    }
  }
}
