import type * as t from 'io-ts'
import { named } from '../diagnostics/named.ts'

/**
 * The key of a state object. Three endings and beginnings are refused because OpenTofu derives names with them, so that
 * one state's key would be another's digest (`-md5`), lock file (`.tflock`) or workspace (`env:/`).
 * Source: OpenTofu, internal/backend/remote-state/s3.
 */
export const StateKey = named(
  'state-key',
  {
    rule: 'state-key',
    clause: 'J.6.2 §4',
    expected:
      'an object key of letters, digits, . _ - and single slashes, without a slash at either end, not beginning with env:/ and not ending with -md5 or .tflock',
    remedy: "Write `<account>/<environment>/<logical region>/terraform.tfstate` with this stack's own values."
  },
  (text) =>
    text.length <= 512 &&
    /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(text) &&
    !text.endsWith('-md5') &&
    !text.endsWith('.tflock')
)
export type StateKey = t.TypeOf<typeof StateKey>
