import type { Declaration } from '../../declaration/declaration.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { automationPolicy } from '../../iam/automation-policy.ts'
import { boundaryPolicy } from '../../iam/boundary-policy.ts'
import { type StatementDifference, statementDifferences } from '../../iam/statement-differences.ts'
import type { PolicyDocument } from '../../iam/document.ts'
import { operatorPolicy } from '../../iam/operator-policy.ts'
import { stateBucketPolicy } from '../../iam/state-bucket-policy.ts'
import type { RenderedBlock } from '../../terraform/block.ts'
import { addressOf } from '../../terraform/block.ts'
import { isObject } from '../../terraform/json.ts'
import type { ConfigurationRule } from '../charter.ts'

/** The documents that the phase authorises: each follows from the declaration, to the last condition. */
const authorised: ReadonlyMap<string, (declaration: Declaration) => PolicyDocument> = new Map([
  ['local.state_bucket_policy', stateBucketPolicy],
  ['local.boundary_policy', boundaryPolicy],
  ['local.operator_policy', operatorPolicy],
  ['local.automation_policy', automationPolicy]
])

/**
 * Every policy is the one that the phase authorises (J.7.0 §7, least privilege). It has no statement, action, resource or
 * condition more, and none less. What differs is said statement by statement; a document without a list of statements is
 * refused by its form (`policy-form`).
 */
export const policyDocuments: ConfigurationRule = {
  name: 'policy-documents',
  check: ({ blocks, declaration }) =>
    blocks.flatMap((block) => {
      const document = authorised.get(addressOf(block) ?? '')
      return document === undefined || !isObject(block.body) || !Array.isArray(block.body['Statement'])
        ? []
        : statementDifferences(document(declaration), block.body).map((difference) => problem(block, difference))
    })
}

const problem = (block: RenderedBlock, { at, expected, actual }: StatementDifference): Diagnostic => ({
  rule: 'policy-documents',
  clause: 'J.7.0 §7',
  at: [...block.at, ...at],
  expected,
  actual,
  remedy: 'Leave the document to the part that makes it; a policy that is wider or narrower is not authorised.'
})
