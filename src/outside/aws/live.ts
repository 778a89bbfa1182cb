import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Declaration } from '../../declaration/declaration.ts'
import type { Route } from '../../caller/surroundings.ts'
import { bucketReader } from './bucket-reader.ts'
import type { Calling } from './call.ts'
import { clients } from './clients.ts'
import { awsIdentity } from './identity.ts'
import { lockItems } from './lock-items.ts'
import type { Carrier } from './route.ts'
import { awsAccess } from './session.ts'
import { stateReader } from './state-object.ts'
import { tableReader } from './table.ts'
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
