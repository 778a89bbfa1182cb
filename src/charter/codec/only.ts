import { absent } from '../../diagnostics/closed.ts'
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

/** What an attribute that follows from the declaration says when it differs. */
export const authorisedAttribute: Meaning = {
  rule: 'authorised-attributes',
  clause: 'J.7.0 §9',
  remedy: 'Leave this to the part that makes the resource; only what the phase authorises may be written.'
}

/** The one authorised value of an attribute that needs no explanation of its own. */
export const attribute = (value: Json): OnlyType => only(value, authorisedAttribute)

/** Refuses every value; made by `forbidden`. */
class ForbiddenType extends t.Type<never, never, unknown> {
  readonly _tag = 'ForbiddenType' as const
  constructor() {
    super(absent.name, (_): _ is never => false, t.failure, t.identity)
  }
}

/** An attribute or block that exists in OpenTofu, that people know, and that a clause forbids: refused with that clause. */
export const forbidden = (of: Omit<Meaning, 'expected'>): t.Mixed =>
  meaning(new ForbiddenType() as unknown as t.Mixed, { ...of, expected: absent.name })
