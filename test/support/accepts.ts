import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

/** Those of some values that a codec takes; its guard must answer alike. */
export const accepted = <A, O>(codec: t.Type<A, O, unknown>, values: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  values.filter((value) => {
    const takes = E.isRight(codec.decode(value))
    if (takes !== codec.is(value)) throw new Error(`guard and decoder of ${codec.name} differ on ${String(value)}`)
    return takes
  })
