import * as t from 'io-ts'
import { type Meaning, meaning } from '../../diagnostics/decode.ts'

/** Refuses every value; made by `forbidden`. */
class ForbiddenType extends t.Type<never, never, unknown> {
  readonly _tag = 'ForbiddenType' as const
  constructor() {
    super('nothing: it is not authorised here', (_): _ is never => false, t.failure, t.identity)
  }
}

/** An attribute or block that exists in OpenTofu, that people know, and that a clause forbids: refused with that clause. */
export const forbidden = (of: Omit<Meaning, 'expected'>): t.Mixed =>
  meaning(new ForbiddenType() as unknown as t.Mixed, { ...of, expected: 'nothing: it is not authorised here' })
