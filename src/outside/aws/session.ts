import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Route } from '../../caller/surroundings.ts'
import { bucketMaker } from './bucket-maker.ts'
import { bucketReader } from './bucket-reader.ts'
import type { Calling } from './call.ts'
import { clients } from './clients.ts'
import { awsIdentity } from './identity.ts'
import { type Carrier, carrier } from './route.ts'
import { tableMaker, tableReader } from './table.ts'
import { type Session, session } from './credentials.ts'

/** The ports to AWS for one session in one region. */
export const awsPorts = (credentials: Session, way: Carrier, calling: Calling) => {
  const made = clients(calling.region, credentials, way)
  return {
    identity: awsIdentity(made, calling),
    bucket: { ...bucketReader(made, calling), ...bucketMaker(made, calling) },
    table: { ...tableReader(made, calling), ...tableMaker(made, calling) }
  }
}

/**
 * The way to AWS and the credentials of one run, both resolved once. Left when the CA bundle cannot be read or there
 * are no credentials, with the cause.
 */
export const awsAccess = (route: Route, profile: string | undefined, calling: Calling) =>
  pipe(
    carrier(route, calling.patienceMillis),
    TE.bindTo('way'),
    TE.bind('credentials', ({ way }) => session(calling.region, profile, way))
  )

/** The ports to AWS of one run of seed. */
export const awsSession = (route: Route, profile: string | undefined, calling: Calling) =>
  pipe(
    awsAccess(route, profile, calling),
    TE.map(({ way, credentials }) => ({
      accessKeyId: credentials.accessKeyId,
      aws: awsPorts(credentials, way, calling)
    }))
  )
