import { attribute } from '../codec/attribute.ts'

/** How every setting of the state bucket names the bucket: by reference, so that OpenTofu sees what depends on what. */
export const ofStateBucket = () => attribute('${aws_s3_bucket.state.id}')
