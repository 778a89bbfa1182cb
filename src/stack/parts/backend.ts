import type { Declaration } from '../../declaration/declaration.ts'
import type { PartBlock } from '../part.ts'
import { literal } from '../../terraform/expression.ts'

/** The provider's full source address: a short one would mean another registry to another engine. */
const awsProviderSource = 'registry.opentofu.org/hashicorp/aws'

/**
 * Versions and backend. Everything here is a literal, since OpenTofu reads this block before anything else and
 * Terraform would take an expression for text. `allowed_account_ids` makes the backend itself refuse a wrong account.
 */
export const backendBlock = ({ account, region, versions, backend }: Declaration): PartBlock => ({
  type: 'terraform',
  labels: [],
  body: {
    required_version: literal(versions.tofu),
    required_providers: { aws: { source: literal(awsProviderSource), version: literal(versions.awsProvider) } },
    backend: {
      s3: {
        allowed_account_ids: [literal(account)],
        bucket: literal(backend.bucket),
        dynamodb_table: literal(backend.lockTable),
        encrypt: true,
        key: literal(backend.key),
        region: literal(region.aws)
      }
    }
  }
})
