import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { decode } from '../diagnostics/decode.ts'
import type { Declaration } from '../declaration/declaration.ts'
import type { Diagnostic, Path } from '../diagnostics/diagnostic.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Validated, allOf, unless } from '../diagnostics/validated.ts'
import type { Block } from '../terraform/block.ts'

/** A block as a part names it; where it comes from is added by the part. */
export type PartBlock = Omit<Block, 'at'>

/** A value as an author wrote it, at its path. */
export type Written = { readonly at: Path; readonly value: unknown }

/**
 * One thing of a stack. Its options are checked by themselves, so that their mistakes are shown together with those of
 * the declaration; its blocks follow from options and declaration.
 */
export interface Part<Name extends string = string> {
  /** The name of the function that made it. */
  readonly name: Name
  readonly blocks: Validated<(declaration: Declaration) => ReadonlyArray<Block>>
  /** What its author wrote, and the path that leads there. */
  readonly written: Written
}

const parts = new WeakSet<object>()

/** Whether a value was made by `part`. */
export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && parts.has(value)

/** All arguments that a function was called with: each is judged, or refused. */
export type Arguments<Options> = readonly [options: Options, ...others: ReadonlyArray<unknown>]

/**
 * A part from what its function was called with. Each value that the codec refuses is a problem below the part's name, and so is
 * a second argument. The author's interface of the options is held to the codec by its type.
 */
export const part = <const Name extends string, Options, C extends t.Mixed>(
  name: Name,
  codec: C & Held<Options, C, t.TypeOf<C>>,
  [options, ...others]: Arguments<Options>,
  build: (options: t.TypeOf<C>, declaration: Declaration) => ReadonlyArray<PartBlock>,
  written: (at: Path) => Written = (at) => ({ at, value: options })
): Part<Name> => {
  const at: Path = [name]
  const made: Part<Name> = {
    name,
    written: written(at),
    blocks: pipe(
      allOf({
        options: decode(codec, options, at, {
          rule: 'part-complete',
          clause: 'J.6.2 §7',
          remedy: 'Write the value out; nothing has a default.'
        }),
        alone: unless(tooMany(at, `${name} to be given its options alone`, others), null)
      }),
      E.map(
        ({ options: decoded }: { readonly options: t.TypeOf<C> }) =>
          (declaration: Declaration) =>
            build(decoded, declaration).map((block) => ({
              ...block,
              at: [...at, ...whereIn(block)],
              ...(block.origins === undefined
                ? {}
                : { origins: block.origins.map((origin) => ({ ...origin, from: [...at, ...origin.from] })) })
            }))
      )
    )
  }
  parts.add(made)
  return Object.freeze(made)
}

/** A problem where a function was given more than it takes. Its other arguments are judged by no rule. */
export const tooMany = (at: Path, expected: string, others: ReadonlyArray<unknown>): ReadonlyArray<Diagnostic> =>
  others.length === 0
    ? []
    : [
        {
          rule: 'part-complete',
          clause: 'J.7.0 §4',
          at,
          expected,
          actual: `one argument more, ${shown(others[0])}`,
          remedy: 'Remove that argument, or write what it means into the one before it.'
        }
      ]

/** Where a block stands below its part. */
export const whereIn = ({ type, labels }: Pick<PartBlock, 'type' | 'labels'>): Path =>
  type === 'resource' ? labels : [type, ...labels]

/** Whether a type is one exact text, number or boolean, and not a kind of them. */
type IsExact<T> = T extends { readonly _brand: string }
  ? false
  : string extends T
    ? false
    : number extends T
      ? false
      : boolean extends T
        ? false
        : true

/**
 * Whether a field of an author's interface fits the same field of a codec. Exact values are the same, kinds are of one
 * kind.
 */
type FieldFits<Author, Codec> = [Codec] extends [string | number | boolean]
  ? IsExact<Codec> extends true
    ? [Author, Codec] extends [Codec, Author]
      ? true
      : false
    : [Author] extends [Codec extends string ? string : Codec extends number ? number : boolean]
      ? true
      : false
  : Fits<Author, Codec>

/**
 * Whether the interface that an author reads says the same as the judging codec. Both have the same fields,
 * none optional in one alone, and the same exact values. A field may be narrower than its codec, such as a union or a
 * form of text.
 */
export type Fits<Author, Codec> = [Codec] extends [ReadonlyArray<infer Item>]
  ? [Author] extends [ReadonlyArray<infer Written>]
    ? FieldFits<Written, Item>
    : false
  : [keyof Author, keyof Codec] extends [keyof Codec, keyof Author]
    ? false extends {
        [K in keyof Codec]-?: K extends keyof Author ? FieldFits<Author[K], Codec[K]> : false
      }[keyof Codec]
      ? false
      : true
    : false

/** A codec where its interface fits it. Where they differ, a text that says so, which is not a codec. */
type Held<Author, Codec, Decoded> = Fits<Author, Decoded> extends true ? Codec : 'the interface and its codec differ'

/** Each whole number from 1 to a last one, as an editor offers them. */
export type UpTo<Last extends number, Read extends ReadonlyArray<unknown> = [unknown]> = Read['length'] extends Last
  ? Read['length']
  : Read['length'] | UpTo<Last, [...Read, unknown]>
