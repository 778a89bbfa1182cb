import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { AwsIdentity, NoSession } from './identity.port.ts'
import { type Calling, awsCall, given } from './call.ts'
import { type Clients, clients } from './clients.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Route } from '../../caller/surroundings.ts'
import { awsIam } from './iam.ts'
import { bucketMaker } from './bucket-maker.ts'
import { bucketReader } from './bucket-reader.ts'
import { type Carrier, carrier } from './route.ts'
import { tableMaker, tableReader } from './table.ts'
import { type Session, type SigningIn, session } from './credentials.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import { lockItems, stateReader } from './state.ts'

/** Who is calling, as STS says it. GetCallerIdentity needs no permission and cannot be denied (AWS STS API reference). */
const awsIdentity = ({ sts }: Clients, calling: Calling): AwsIdentity => ({
  caller: () =>
    awsCall(calling)('STS GetCallerIdentity', async (abortSignal) => {
      const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal })
      return { account: given(Account, 'Account'), arn: given(Arn, 'Arn') }
    })
})

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
const awsAccess = (route: Route, signingIn: SigningIn, calling: Calling) =>
  pipe(
    carrier(route, calling.patienceMillis),
    TE.mapLeft((why): NoSession => why),
    TE.bindTo('way'),
    TE.bind('credentials', ({ way }) => session(calling.region, signingIn, way))
  )

/** The ports to AWS of one run of seed. */
export const awsSession = (route: Route, signingIn: SigningIn, calling: Calling) =>
  pipe(
    awsAccess(route, signingIn, calling),
    TE.map(({ way, credentials }) => ({
      accessKeyId: credentials.accessKeyId,
      aws: awsPorts(credentials, way, calling)
    }))
  )

/** The ports to the live backend of one stack. They read, and the only thing that they write is a probe of the lock. */
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
    iam: awsIam(way, calling),
    bucket: bucketReader(made, calling, 'at once'),
    table: tableReader(made, calling),
    lock: lockItems(made, calling, backend.lockTable),
    state: stateReader(made, calling, { bucket: backend.bucket, account }, backend.key)
  }
}

/** The same with credentials that are resolved once. These credentials and the authorities are for a child that gets no others. */
export const openLiveBackend = (route: Route, signingIn: SigningIn, declaration: Declaration, calling: Calling) =>
  pipe(
    awsAccess(route, signingIn, calling),
    TE.map(({ way, credentials }) => ({
      credentials,
      authorities: way.authorities,
      aws: liveBackend(credentials, way, declaration, calling)
    }))
  )
