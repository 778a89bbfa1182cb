import type { Meaning } from '../../diagnostics/decode.ts'
import type { Json } from '../../terraform/json.ts'
import { type OnlyType, only } from './only.ts'

/** What an attribute that follows from the declaration says when it differs. */
export const authorisedAttribute: Meaning = {
  rule: 'authorised-attributes',
  clause: 'J.7.0 §9',
  remedy: 'Leave this to the part that makes the resource; only what the phase authorises may be written.'
}

/** The one authorised value of an attribute that needs no explanation of its own. */
export const attribute = (value: Json): OnlyType => only(value, authorisedAttribute)
