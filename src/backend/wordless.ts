import type { AwsFailure } from '../outside/aws/failure.port.ts'
import { awsFailureRemedy } from './aws-failure-text.ts'
import type { Wanted } from './wanted.ts'

/** Whether S3 refused a HEAD, whose answer has no text. A right, a policy, an account or a session may be the cause. */
const isWordless = ({ _tag, call, status }: AwsFailure): boolean =>
  _tag !== 'Unintelligible' && call.startsWith('S3 Head') && (status === 400 || status === 403)

/**
 * What to do about a failure that the bucket was met with. Where S3 said it without words, a question that needs the same right
 * brings them. A name of a bucket, a region and an account are words of a shell as they are.
 */
export const bucketRemedy = (
  { bucket, declaration }: Pick<Wanted, 'bucket' | 'declaration'>,
  failure: AwsFailure
): string => {
  if (!isWordless(failure)) return awsFailureRemedy(failure)
  const ask = [
    `aws s3api list-objects-v2 --region ${declaration.region.aws} --bucket ${bucket.name}`,
    `--expected-bucket-owner ${declaration.account} --max-keys 1 --no-paginate --query KeyCount`
  ].join(' ')
  return `Do what AWS names where the same is asked with words, since S3 answers this question without any. Choose another bucket name only where the bucket is of another account: ${ask}`
}
