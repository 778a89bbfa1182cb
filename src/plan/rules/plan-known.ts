import { lookedUp } from '../../diagnostics/record.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { type Plan, type ResourceChange, changesOf } from '../plan-form.ts'
import type { PlanRule, PlanSubject } from '../rule.ts'
import { own, unknownPaths } from '../value.ts'
import { writtenText } from '../written-value.ts'

const expected = 'every value that the emitted file writes known before anything is done'
const remedy = 'Write the value out in the stack, or find what in the plan makes it unknown.'

/**
 * The attributes that AWS gives to a resource when it is made, by type. Nothing else may be unknown, and nothing of a
 * resource that is there already.
 */
const afterwards: Readonly<Record<string, ReadonlyArray<string>>> = {
  aws_iam_policy: ['arn', 'attachment_count', 'id', 'name_prefix', 'policy_id'],
  aws_iam_role: ['arn', 'create_date', 'id', 'inline_policy', 'managed_policy_arns', 'name_prefix', 'unique_id'],
  aws_iam_role_policy: ['id', 'name_prefix'],
  aws_s3_bucket_ownership_controls: ['id'],
  aws_s3_bucket_policy: ['id'],
  aws_s3_bucket_public_access_block: ['id'],
  aws_s3_bucket_server_side_encryption_configuration: ['id'],
  aws_s3_bucket_versioning: ['id']
}

/** A replacement makes a resource too; it is refused for what it takes away. */
const isCreated = ({ change }: ResourceChange): boolean => change.actions.includes('create')

const isGivenLater = (change: ResourceChange, path: string): boolean =>
  isCreated(change) && (lookedUp(afterwards, change.type) ?? []).includes(path)

/** Whether the file itself refers to something that the same plan makes, and that AWS gives only then. */
const refersToLater = ({ emitted, plan }: PlanSubject, { address }: ResourceChange, path: string): boolean => {
  const text = own(emitted.resources.get(address), path)
  const written = typeof text === 'string' ? writtenText(text, emitted) : undefined
  return written?._tag === 'Attribute' && isLaterIn(plan, written.address, written.attribute)
}

const isLaterIn = (plan: Plan, address: string, attribute: string): boolean =>
  changesOf(plan).some((change) => change.address === address && isGivenLater(change, attribute))

/** Every policy, every name and everything that the charter fixes is known before apply (J.7.0 §4, ambiguous configuration). */
export const planKnown: PlanRule = (subject) =>
  findingsOf(
    changesOf(subject.plan).flatMap((change): ReadonlyArray<Diagnostic> => {
      const open = unknownPaths(change.change.after_unknown).filter(
        (path) => !isGivenLater(change, path) && !refersToLater(subject, change, path)
      )
      const actual = `${change.address}: ${open.join(', ')} would be known only after apply`
      return open.length === 0 ? [] : [{ rule: 'plan-known', clause: 'J.7.0 §4', expected, actual, remedy }]
    }),
    { rule: 'plan-known', clause: 'J.7.0 §4', expected, actual: 'only ids that AWS gives are open' }
  )
