import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isRecord } from './record.ts'

type Shape = Readonly<Record<string, t.Mixed>>

/** What a record without optional properties says about them. */
type None = Readonly<Record<never, t.Mixed>>

type Fields<R extends Shape, O extends Shape> = { readonly [K in keyof R]: t.TypeOf<R[K]> } & {
  readonly [K in keyof O]?: t.TypeOf<O[K]>
}

/** A record that is exactly the listed properties; made by `closed`. */
export class ClosedType<R extends Shape, O extends Shape> extends t.Type<Fields<R, O>> {
  readonly _tag = 'ClosedType' as const
  readonly required: R
  readonly optional: O
  constructor(name: string, required: R, optional: O) {
    super(
      name,
      (value): value is Fields<R, O> => isClosed(required, optional, value),
      (value, context) => validateClosed(required, optional, value, context) as t.Validation<Fields<R, O>>,
      t.identity
    )
    this.required = required
    this.optional = optional
  }
}

/** The type of a property that may not be written. Its name is the expected value of the error. */
export const absent: t.Mixed = new t.Type<unknown>(
  'nothing: it is not authorised here',
  (_): _ is unknown => false,
  (value, context) => t.failure(value, context),
  t.identity
)

/** The same answer as `validateClosed` without the errors: most values are right, and their errors need not be collected. */
const isClosed = (required: Shape, optional: Shape, value: unknown): boolean => {
  if (!isRecord(value)) return false
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(required, key)) continue
    const type = Object.hasOwn(optional, key) ? optional[key] : undefined
    if (type === undefined || !(value[key] === undefined || type.is(value[key]))) return false
  }
  for (const key of Object.keys(required))
    if (required[key]?.is(Object.hasOwn(value, key) ? value[key] : undefined) !== true) return false
  return true
}

const validateClosed = (required: Shape, optional: Shape, value: unknown, context: t.Context) => {
  if (!isRecord(value)) return t.failure<unknown>(value, context)
  const errors: Array<t.ValidationError> = []
  const kept: Array<readonly [string, unknown]> = []
  const field = (key: string, type: t.Mixed, mayMiss: boolean): void => {
    const actual = Object.hasOwn(value, key) ? value[key] : undefined
    if (mayMiss && actual === undefined) return
    const outcome = type.validate(actual, [...context, { key, type, actual }])
    if (E.isLeft(outcome)) for (const error of outcome.left) errors.push(error)
    else kept.push([key, outcome.right])
  }
  for (const [key, type] of Object.entries(required)) field(key, type, false)
  for (const [key, type] of Object.entries(optional)) field(key, type, true)
  for (const key of Object.keys(value))
    if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key)) field(key, absent, false)
  return errors.length > 0 ? t.failures<unknown>(errors) : t.success<unknown>(Object.fromEntries(kept))
}

/**
 * A record of exactly these properties. A property that is not listed is an error, where `t.strict` would drop it in
 * silence; an optional property may be missing but is checked when it is there. Each is read once, and the record that
 * comes out is a new one, so that nothing can change between the judgement and its use.
 */
export const closed = <R extends Shape, O extends Shape = None>(
  name: string,
  required: R,
  optional?: O
): ClosedType<R, O> => new ClosedType(name, required, optional ?? ({} as O))

/** A closed record that only programs write and read: its name, which a person is never shown, lists its properties. */
export const closedRecord = <R extends Shape, O extends Shape = None>(required: R, optional?: O): ClosedType<R, O> =>
  closed(Object.keys(required).join(), required, optional)
