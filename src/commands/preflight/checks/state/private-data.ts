import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { closed } from '../../../../diagnostics/closed.ts'
import { strictJson } from '../../../../diagnostics/strict-json.ts'

/** The key under which the provider's library keeps timeouts. Source: terraform-plugin-sdk, schema.TimeoutKey. */
const TIMEOUTS = 'e2bfb730-ecaa-11e6-8f88-34363bc7c4c0'

const Timeouts = closed(
  'timeouts in nanoseconds',
  {},
  { create: t.Int, read: t.Int, update: t.Int, delete: t.Int, default: t.Int }
)

const Known = t.union([
  t.null,
  closed('{ schema_version }', { schema_version: t.string }, { [TIMEOUTS]: Timeouts }),
  closed('timeouts alone', { [TIMEOUTS]: Timeouts })
])

const decoded = (text: string): O.Option<string> => O.tryCatch(() => atob(text))

const isKnown = (text: string): boolean =>
  pipe(
    decoded(text),
    O.exists((json) => pipe(strictJson(json), E.exists(Known.is)))
  )

/**
 * What a provider keeps for itself in a state, in base64: a version and timeouts. The AWS provider keeps only these there
 * for the types that a stack may have. Anything else would be data that no rule reads, so it is refused.
 */
export const Private = t.refinement(t.string, isKnown, 'a version and timeouts in base64')
