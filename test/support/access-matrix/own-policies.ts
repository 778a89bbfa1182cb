import type { DocumentName } from './emitted.ts'
import type { Thing } from './things.ts'

/** What the bucket policy speaks of. */
export const bucketThings: ReadonlySet<Thing> = new Set([
  'the bucket',
  'the state',
  'another key of the bucket',
  'the state of a workspace',
  'a lock file'
])

/** The trust policies of the two roles. */
export const trustOf: Readonly<Partial<Record<Thing, DocumentName>>> = {
  'the operator role': 'operator_trust',
  'the automation role': 'automation_trust'
}

/** What the stack makes and gives no policy of its own; whatever else is in the account may be open to everybody. */
export const withoutPolicy: ReadonlySet<Thing> = new Set([
  'the table',
  'the operator role',
  'the automation role',
  'the boundary',
  'the account'
])
