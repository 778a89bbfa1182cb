import * as t from 'io-ts'
import { type Meaning, meaning } from '../../diagnostics/decode.ts'
import { type Json, sameJson } from '../../terraform/json.ts'

/** Just one JSON value; made by `only`. */
export class OnlyType extends t.Type<Json> {
  readonly _tag = 'OnlyType' as const
  readonly value: Json
  constructor(value: Json) {
    const guard = (other: unknown): other is Json => sameJson(value, other)
    super(
      JSON.stringify(value),
      guard,
      (other, context) => (guard(other) ? t.success(other) : t.failure(other, context)),
      t.identity
    )
    this.value = value
  }
}

/** The one value that the phase authorises in this place. */
export const only = (value: Json, of: Meaning): OnlyType => meaning(new OnlyType(value), of)
