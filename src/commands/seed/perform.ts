import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import { versioningOf } from '../../backend/compare-bucket.ts'
import type { Setting } from '../../backend/setting.ts'
import { canonical } from '../../terraform/json.ts'
import { until } from '../../backend/until.ts'
import { isDeclaredCaller } from './ask-caller.ts'
import { bucketOf } from './look-at-bucket.ts'
import { type SeedPorts, untilSo } from './ports.ts'
import type { Step, Stop } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'

/** New things answer within seconds; two minutes is where waiting ends. Source: AWS, the waiters of S3 and DynamoDB. */
const patience = { times: 60, millis: 2000 }

type Doing = TE.TaskEither<Stop, void>

const isRight = ({ standing }: Setting): boolean => standing === 'right'

const failed =
  (step: Step) =>
  (failure: AwsFailure): Stop => ({ _tag: 'StepFailed', step, failure })

/** The region of a new bucket; none while AWS does not find it, or leads requests past it. */
const regionOf = (wanted: Wanted, { bucket }: SeedPorts): TE.TaskEither<AwsFailure, O.Option<string>> =>
  pipe(
    bucket.region(bucketOf(wanted)),
    TE.orElse((failure) => (failure._tag === 'NotReady' ? TE.right(O.none) : TE.left(failure)))
  )

const waitForBucket = (wanted: Wanted, ports: SeedPorts): Doing =>
  pipe(
    untilSo(ports, patience, { thing: 'bucket', for: 'it answers' }, regionOf(wanted, ports), O.isSome),
    TE.mapLeft(failed('wait for bucket')),
    TE.filterOrElse(O.isSome, (): Stop => ({
      _tag: 'NotReady',
      thing: 'bucket',
      waitingFor: 'it answers',
      differences: []
    })),
    TE.map(constVoid)
  )

/**
 * Turns versioning on, and waits until it reads so. The policy, which comes next, lets no principal turn it on any more: a
 * write that was answered and did not happen could not be made good.
 */
const turnVersioningOn = (wanted: Wanted, ports: SeedPorts): Doing => {
  const of = bucketOf(wanted)
  const look = pipe(
    ports.bucket.versioning(of),
    TE.map((found) => versioningOf(wanted.bucket, found))
  )
  return pipe(
    ports.bucket.version(of),
    TE.flatMap(() => untilSo(ports, patience, { thing: 'bucket', for: 'versioning reads as declared' }, look, isRight)),
    TE.mapLeft(failed('version bucket')),
    TE.filterOrElse(isRight, (setting): Stop => ({
      _tag: 'NotReady',
      thing: 'bucket',
      waitingFor: 'versioning reads as declared',
      differences: [setting]
    })),
    TE.map(constVoid)
  )
}

const waitForTable = (wanted: Wanted, ports: SeedPorts): Doing =>
  pipe(
    untilSo(
      ports,
      patience,
      { thing: 'table', for: 'it is active' },
      ports.table.settings(wanted.table.name),
      (found) => O.isSome(found) && found.value.status === 'ACTIVE'
    ),
    TE.mapLeft(failed('wait for table')),
    TE.filterOrElse(
      (found) => O.isSome(found) && found.value.status === 'ACTIVE',
      (): Stop => ({ _tag: 'NotReady', thing: 'table', waitingFor: 'it is active', differences: [] })
    ),
    TE.map(constVoid)
  )

/** A new table takes a moment until its backups can be set. Source: DynamoDB, ContinuousBackupsUnavailableException. */
const keepHistory = ({ table }: Wanted, { table: tables, pause, tell }: SeedPorts): TE.TaskEither<AwsFailure, void> =>
  until(
    { pause, waiting: tell({ _tag: 'Waiting', thing: 'table', for: 'its backups can be set' }) },
    patience,
    tables.keepHistory(table.name, table.recoveryDays),
    (outcome) => E.isRight(outcome) || outcome.left._tag !== 'NotReady'
  )

/** Not before AWS itself took the caller for the declared principal: the policy denies everybody else to set another. */
const setPolicy = (wanted: Wanted, ports: SeedPorts, done: (call: TE.TaskEither<AwsFailure, void>) => Doing): Doing =>
  pipe(
    isDeclaredCaller(wanted, ports),
    TE.mapLeft(failed('set bucket policy')),
    TE.flatMap(
      O.match(
        () => done(ports.bucket.setPolicy(bucketOf(wanted), policyText(wanted))),
        (failure) => TE.left<Stop, void>({ _tag: 'CallerNotDeclared', failure })
      )
    )
  )

const doing = (step: Step, wanted: Wanted, ports: SeedPorts): Doing => {
  const { bucket, table, declaration } = wanted
  const of = bucketOf(wanted)
  const done = (call: TE.TaskEither<AwsFailure, void>): Doing => pipe(call, TE.mapLeft(failed(step)))
  switch (step) {
    case 'create bucket':
      return done(ports.bucket.create(of, declaration.region.aws, bucket.ownership, bucket.tags))
    case 'wait for bucket':
      return waitForBucket(wanted, ports)
    case 'tag bucket':
      return done(ports.bucket.tag(of, bucket.tags))
    case 'block public access':
      return done(ports.bucket.blockPublicAccess(of, bucket.publicAccess))
    case 'encrypt bucket':
      return done(ports.bucket.encrypt(of, bucket.encryption))
    case 'version bucket':
      return turnVersioningOn(wanted, ports)
    case 'set bucket policy':
      return setPolicy(wanted, ports, done)
    case 'create table':
      return done(ports.table.create(table))
    case 'wait for table':
      return waitForTable(wanted, ports)
    case 'keep table history':
      return done(keepHistory(wanted, ports))
    default:
      return step satisfies never
  }
}

/** The policy of the bucket as it is sent: one line of JSON. */
export const policyText = ({ bucket }: Wanted): string => JSON.stringify(JSON.parse(canonical(bucket.policy)))

/** Does one step and says so before and after. */
export const perform =
  (step: Step, wanted: Wanted): RTE.ReaderTaskEither<SeedPorts, Stop, void> =>
  (ports) =>
    pipe(
      TE.fromIO<void, Stop>(ports.tell({ _tag: 'Began', step })),
      TE.flatMap(() => doing(step, wanted, ports)),
      TE.tapIO(() => ports.tell({ _tag: 'Did', step }))
    )
