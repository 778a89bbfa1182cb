import * as O from 'fp-ts/lib/Option.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isAsking } from './asking-policy.ts'
import type { BucketOf, BucketSettings } from '../../outside/aws/bucket.port.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import { compareBucket } from '../../backend/compare-bucket.ts'
import { type Decision, decide, makeBucket } from './decide.ts'
import type { SeedPorts } from './ports.ts'
import type { Setting } from '../../backend/setting.ts'
import type { Stop } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'

export const bucketOf = ({ bucket, declaration }: Wanted): BucketOf => ({
  bucket: bucket.name,
  account: declaration.account
})

const stopped = (failure: AwsFailure): Stop =>
  failure._tag === 'WrongRegion'
    ? { _tag: 'Elsewhere', region: failure.region }
    : { _tag: 'Unclear', thing: 'bucket', failure }

/** A policy that only asks who is calling is none that anybody set. */
const asLeft = (found: BucketSettings): BucketSettings => ({
  ...found,
  policy: pipe(
    found.policy,
    O.filter((text) => !isAsking(text))
  )
})

/** The settings of the bucket beside the declared ones; none when there is no bucket. */
export const bucketSettings =
  (wanted: Wanted): RTE.ReaderTaskEither<SeedPorts, Stop, O.Option<ReadonlyArray<Setting>>> =>
  ({ bucket }) =>
    pipe(
      bucket.region(bucketOf(wanted)),
      TE.mapLeft(stopped),
      TE.flatMap(
        O.match(
          () => TE.right(O.none),
          (region): TE.TaskEither<Stop, O.Option<ReadonlyArray<Setting>>> =>
            region === wanted.declaration.region.aws
              ? pipe(
                  bucket.settings(bucketOf(wanted)),
                  TE.bimap(stopped, (found) => O.some(compareBucket(wanted.bucket, asLeft(found))))
                )
              : TE.left({ _tag: 'Elsewhere', region })
        )
      )
    )

/** So long after its creation an untagged bucket can be the one of a run that was cut off. */
const FRESH = 60 * 60_000

const isFresh = (wanted: Wanted, { bucket }: SeedPorts): TE.TaskEither<AwsFailure, boolean> =>
  pipe(bucket.age(bucketOf(wanted)), TE.map(O.exists((millis) => millis < FRESH)))

/** What is to be done about the bucket. Whether it is empty, and how old it is, is asked only where that decides. */
export const lookAtBucket =
  (wanted: Wanted): RTE.ReaderTaskEither<SeedPorts, Stop, Decision> =>
  (ports) =>
    pipe(
      bucketSettings(wanted)(ports),
      TE.flatMap(
        O.match(
          () => TE.right(makeBucket),
          (settings) => {
            const ifEmpty = decide({ settings, isEmpty: true, isReady: true, isFresh: true })
            return ifEmpty._tag === 'Finish'
              ? pipe(
                  ports.bucket.isEmpty(bucketOf(wanted)),
                  TE.bindTo('isEmpty'),
                  TE.bind('isFresh', ({ isEmpty }) =>
                    isEmpty && ifEmpty.mark === 'age' ? isFresh(wanted, ports) : TE.right(false)
                  ),
                  TE.bimap(stopped, (seen) => decide({ settings, isReady: true, ...seen }))
                )
              : TE.right(ifEmpty)
          }
        )
      )
    )
