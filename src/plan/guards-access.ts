/** Whether a resource says who may do what: IAM, and the bucket's own policy. */
export const guardsAccess = (type: string): boolean => type.startsWith('aws_iam_') || type === 'aws_s3_bucket_policy'
