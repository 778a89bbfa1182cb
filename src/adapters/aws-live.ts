import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Declaration } from '../domain/declaration.ts'
import type { Route } from '../identity/surroundings.ts'
import { bucketReader } from './aws-bucket-reader.ts'
import type { Calling } from './aws-call.ts'
import { clients } from './aws-clients.ts'
import { awsIdentity } from './aws-identity.ts'
import { lockItems } from './aws-lock-items.ts'
import type { Carrier } from './aws-route.ts'
import { awsAccess } from './aws-session.ts'
import { stateReader } from './aws-state-object.ts'
import { tableReader } from './aws-table.ts'
import type { Session } from './credentials.ts'

/** The ports to the live backend of one stack: they read, and they write nothing but a probe of the lock. */
export const liveBackend = (
  credentials: Session,
  way: Carrier,
  { account, backend }: Declaration,
  calling: Calling
) => {
  const made = clients(calling.region, credentials, way)
  return {
    accessKeyId: credentials.accessKeyId,
    identity: awsIdentity(made, calling),
    bucket: bucketReader(made, calling, 'at once'),
    table: tableReader(made, calling),
    lock: lockItems(made, calling, backend.lockTable),
    state: stateReader(made, calling, { bucket: backend.bucket, account }, backend.key)
  }
}

/** The same with credentials that are resolved once, and these credentials, for a child that gets no others. */
export const openLiveBackend = (
  route: Route,
  profile: string | undefined,
  declaration: Declaration,
  calling: Calling
) =>
  pipe(
    awsAccess(route, profile, calling),
    TE.map(({ way, credentials }) => ({ credentials, aws: liveBackend(credentials, way, declaration, calling) }))
  )
