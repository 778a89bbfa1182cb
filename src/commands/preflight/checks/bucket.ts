import { answerOf } from '../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isSamePolicy } from '../../../backend/same-policy.ts'
import type { Principal } from '../../../caller/caller.ts'
import { type LastApplied, judgePolicy } from './bucket-policy.ts'
import { awsFailureText } from '../../../backend/aws-failure-text.ts'
import { bucketRemedy } from '../../../backend/wordless.ts'
import { compareBucket } from '../../../backend/compare-bucket.ts'
import type { BucketReader, BucketSettings } from '../../../outside/aws/bucket.port.ts'
import type { AwsFailure } from '../../../outside/aws/failure.port.ts'
import { type Finding, failed, judged } from '../../../diagnostics/finding.ts'
import { settingFindings, unanswered } from '../setting-findings.ts'
import type { Subject } from '../subject.ts'
import { shellWord } from '../../../caller/shell.ts'

type Answers = {
  readonly region: E.Either<AwsFailure, O.Option<string>>
  readonly settings: E.Either<AwsFailure, BucketSettings>
  /** None where the settings are not known. */
  readonly policy: ReadonlyArray<Finding>
}

const regionFinding = ({ wanted, source }: Subject, region: O.Option<string>): Finding =>
  judged(O.isSome(region) && region.value === wanted.declaration.region.aws, {
    rule: 'bucket-region',
    clause: 'J.7.0 §7',
    from: answerOf('S3 HeadBucket'),
    expected: `the bucket ${wanted.bucket.name} of the account ${wanted.declaration.account}, in ${wanted.declaration.region.aws}`,
    actual: O.isSome(region)
      ? `a bucket of the account ${wanted.declaration.account}, in ${region.value}`
      : 'no such bucket',
    remedy: O.isSome(region)
      ? 'Correct the region in the stack: a bucket cannot move.'
      : `Have the bootstrap principal make it as it is declared: npm run seed -- ${shellWord(source)}`
  })

const elsewhere = ({ wanted }: Subject, failure: AwsFailure): Finding =>
  failed({
    rule: 'bucket-region',
    clause: 'J.7.0 §7',
    from: answerOf('S3 HeadBucket'),
    expected: `the bucket ${wanted.bucket.name} in ${wanted.declaration.region.aws}`,
    actual: `it is in ${failure.region ?? 'another region'}`,
    remedy: 'Correct the region in the stack: a bucket cannot move.'
  })

const judge = (subject: Subject, { region, settings, policy }: Answers): ReadonlyArray<Finding> => {
  if (E.isLeft(region))
    return region.left._tag === 'WrongRegion'
      ? [elsewhere(subject, region.left)]
      : [
          failed({
            rule: 'bucket-owned',
            clause: 'J.7.0 §4',
            from: answerOf(region.left.call),
            expected: `the bucket ${subject.wanted.bucket.name} of the account ${subject.wanted.declaration.account}`,
            actual: awsFailureText(region.left),
            remedy: bucketRemedy(subject.wanted, region.left)
          })
        ]
  const found = regionFinding(subject, region.right)
  if (found.outcome === 'failed') return [found]
  if (E.isLeft(settings))
    return [found, unanswered('bucket-settings', 'J.7.0 §4', 'the settings of the bucket', settings.left)]
  return [
    found,
    ...settingFindings(subject.wanted, 'bucket', compareBucket(subject.wanted.bucket, settings.right), [
      'tags',
      'policy'
    ]),
    ...policy
  ]
}

const policyOf = (
  subject: Subject,
  principal: Principal,
  settings: Answers['settings'],
  last: T.Task<LastApplied>
): T.Task<ReadonlyArray<Finding>> => {
  if (E.isLeft(settings)) return T.of([])
  const live = settings.right.policy
  const isDeclared = O.isSome(live) && isSamePolicy(subject.wanted.bucket.policy, live.value)
  return pipe(
    isDeclared ? T.of<LastApplied>(E.left('not asked')) : last,
    T.map((applied) => [judgePolicy(subject, principal, live, applied)])
  )
}

/**
 * The state bucket is there, of the declared account and region, and hardened as declared (J.7.0 §3.2, §7). Every question
 * carries the expected owner, and all are asked at once. Tags are not judged: a plan may change them. The policy may be one
 * that a plan of the bootstrap principal brings to what is declared; what the last apply wrote is asked only where it is
 * another one.
 */
export const bucket =
  (
    subject: Subject,
    principal: Principal,
    last: T.Task<LastApplied>
  ): RT.ReaderTask<{ readonly bucket: BucketReader }, ReadonlyArray<Finding>> =>
  ({ bucket: reader }) => {
    const of = { bucket: subject.wanted.bucket.name, account: subject.wanted.declaration.account }
    return pipe(
      T.Do,
      T.apS('region', reader.region(of)),
      T.apS('settings', reader.settings(of)),
      T.bind('policy', ({ settings }) => policyOf(subject, principal, settings, last)),
      T.map((answers) => judge(subject, answers))
    )
  }
