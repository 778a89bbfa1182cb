import type * as t from 'io-ts'
import { named } from '../diagnostics/named.ts'

/** An environment's name, as it stands in state keys and file names. */
export const Environment = named(
  'environment',
  {
    rule: 'environment',
    clause: 'J.7.0 §3.4',
    expected: 'an environment name: lower-case letters, digits and single hyphens, beginning with a letter, at most 32',
    remedy: "Name the environment, for example 'staging' or 'production'."
  },
  (text) => text.length <= 32 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text)
)
export type Environment = t.TypeOf<typeof Environment>

/**
 * A logical region's name. It has no hyphen, so that `<environment>-<logical region>` can be read in one way only.
 */
export const LogicalRegion = named(
  'logical-region',
  {
    rule: 'logical-region',
    clause: 'J.7.0 §3.4',
    expected: 'a logical region: lower-case letters and digits, beginning with a letter, no hyphen, at most 16',
    remedy: "Name the logical region, for example 'eu'; the AWS region stands beside it in `region.aws`."
  },
  (text) => /^[a-z][a-z0-9]{0,15}$/.test(text)
)
export type LogicalRegion = t.TypeOf<typeof LogicalRegion>
