import { type JsonObject, isObject, sameJson, valueAt } from '../terraform/json.ts'
import { accessSentences, byTurn, newRoleSentences } from '../access/sentences.ts'
import { accessIn } from '../access/access-in-file.ts'
import { type ReviewedChange, adopted, created, deleted, inTofu, ofAccess, replaced, unknown } from './consequence.ts'
import { deletesPolicy, settingChanges } from './setting-changes.ts'

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
const replacesPolicy = (before: JsonObject, after: JsonObject): boolean =>
  replacedAttributes
    .map((one) => one.split('.'))
    .some(([type = '', attribute = '']) => {
      const [was, is] = [before, after].map((root) => valueAt(root, 'resource', type))
      return (
        /aws_(?:iam_|s3_bucket(?:_policy)?$)/.test(type) &&
        isObject(was) &&
        isObject(is) &&
        Object.keys(was).some((name) => {
          const [old, now] = [valueAt(was, name, attribute), valueAt(is, name, attribute)]
          return old !== undefined && now !== undefined && !sameJson(old, now)
        })
      )
    })

/** Whether a change counts as a widening. What could not be decided does. */
export const isWidening = ({ turn }: Pick<ReviewedChange, 'turn'>): boolean => turn === 'widens' || turn === 'may widen'

/**
 * What changes between two emitted files, as a reviewer reads it: what widens first. Both are the objects that Terraform
 * JSON is. No sentence means that they are the same.
 */
export const stackChanges = (before: JsonObject, after: JsonObject): ReadonlyArray<ReviewedChange> => {
  const ends = deletesPolicy(before, after) ? deleted : replacesPolicy(before, after) ? replacedPolicy : ofAccess
  const access = accessSentences(accessIn(before), accessIn(after)).map((told) => ({ ...told, ...ends }))
  const found = [...access, ...settingChanges(before, after)]
  const all = found.length > 0 || sameJson(before, after) ? found : [rewritten]
  return all.toSorted(byTurn)
}

const replacedPolicy = replaced('J.6.2 §7')

/** What is neither access nor a setting with a path, such as an empty block that comes or goes. */
const rewritten: ReviewedChange = { turn: 'moves', sentence: 'the file is written otherwise', ...unknown }

/** A stack that one of two sides alone has, or both. */
export type StackReview = {
  readonly stack: string
  readonly what: 'changed' | 'new' | 'gone'
  readonly changes: ReadonlyArray<ReviewedChange>
}

/**
 * What becomes of one stack between two sides; undefined where nothing does. Of a new one everything is new, so what it
 * gives is told by who may become its roles, and REVIEW.md says the rest.
 */
export const stackReview = (
  stack: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined
): StackReview | undefined => {
  if (before === undefined) return after === undefined ? undefined : { stack, what: 'new', changes: newStack(after) }
  if (after === undefined) return { stack, what: 'gone', changes: [gone] }
  const changes = stackChanges(before, after)
  return changes.length === 0 ? undefined : { stack, what: 'changed', changes }
}

const newStack = (after: JsonObject): ReadonlyArray<ReviewedChange> => [
  fresh,
  ...newRoleSentences(accessIn(after)).map((told) => ({ ...told, ...created('J.7.0 §7') }))
]

const fresh: ReviewedChange = {
  turn: 'widens',
  sentence: 'the stack is new: the REVIEW.md beside its file says all that it gives',
  ...adopted('J.7.0 §5')
}

const gone: ReviewedChange = {
  turn: 'may widen',
  sentence: 'the stack is gone: its bucket, table and roles stay in AWS, without a review from now on',
  ...inTofu('J.6.2 §7')
}
