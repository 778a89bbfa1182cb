import { type JsonObject, isObject, sameJson, valueAt } from '../terraform/json.ts'

/**
 * The attributes of what a stack writes whose change makes another resource. Source: a real plan of the AWS provider
 * 5.100.0, which test/e2e/replaced-attributes.test.ts makes and holds this list to.
 */
export const replacedAttributes: ReadonlyArray<string> = [
  'aws_dynamodb_table.hash_key',
  'aws_dynamodb_table.name',
  'aws_iam_policy.description',
  'aws_iam_policy.name',
  'aws_iam_policy.path',
  'aws_iam_role.name',
  'aws_iam_role.path',
  'aws_iam_role_policies_exclusive.role_name',
  'aws_iam_role_policy.name',
  'aws_iam_role_policy.role',
  'aws_iam_role_policy_attachments_exclusive.role_name',
  'aws_s3_bucket.bucket',
  'aws_s3_bucket_ownership_controls.bucket',
  'aws_s3_bucket_policy.bucket',
  'aws_s3_bucket_public_access_block.bucket',
  'aws_s3_bucket_server_side_encryption_configuration.bucket',
  'aws_s3_bucket_versioning.bucket'
]

/** Whether a resource that says who may do what is replaced between two files. Nothing of the stack is applied then. */
export const replacesPolicy = (before: JsonObject, after: JsonObject): boolean =>
  replacedAttributes
    .map((one) => one.split('.'))
    .some(([type = '', attribute = '']) => {
      const [was, is] = [before, after].map((root) => valueAt(root, 'resource', type))
      return (
        /^aws_(?:iam_|s3_bucket(?:_policy)?$)/.test(type) &&
        isObject(was) &&
        isObject(is) &&
        Object.keys(was).some((name) => {
          const [old, now] = [valueAt(was, name, attribute), valueAt(is, name, attribute)]
          return old !== undefined && now !== undefined && !sameJson(old, now)
        })
      )
    })
