import type { Declaration } from '../../declaration/declaration.ts'
import type { PartBlock } from '../part.ts'
import { literal, selfEquals } from '../../terraform/expression.ts'
import type { Block } from '../../terraform/block.ts'

/** The provider's full source address: a short one would mean another registry to another engine. */
const awsProviderSource = 'registry.opentofu.org/hashicorp/aws'

/**
 * Versions and backend. Everything here is a literal, since OpenTofu reads this block before anything else and
 * Terraform would take an expression for text. `allowed_account_ids` makes the backend itself refuse a wrong account.
 */
const backendBlock = ({ account, region, versions, backend }: Declaration): PartBlock => ({
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

/** Asks STS who is calling and ends the plan where the account is not the declared one (J.7.0 §4). */
const callerIdentityBlock = ({ account }: Declaration): PartBlock => ({
  type: 'data',
  labels: ['aws_caller_identity', 'current'],
  body: {
    lifecycle: {
      postcondition: {
        condition: selfEquals('account_id', account),
        error_message: `The live AWS account is not ${account}, the one that this stack declares. Nothing may be planned or applied (J.7.0 §4).`
      }
    }
  }
})

/** The one AWS provider: one region, one account, the declared tags on everything that takes tags (J.7.0 §3.1). */
const providerBlock = ({ account, region, tags }: Declaration): PartBlock => ({
  type: 'provider',
  labels: ['aws'],
  body: { allowed_account_ids: [literal(account)], default_tags: { tags }, region: literal(region.aws) },
  origins: [
    { within: ['default_tags', 'tags'], from: ['tags'], isSame: true },
    { within: ['allowed_account_ids'], from: ['account'] },
    { within: ['region'], from: ['region', 'aws'] }
  ]
})

/** The blocks that follow from the declaration alone. Every stack has them, with any parts. */
export const foundationBlocks = (declaration: Declaration): ReadonlyArray<Block> =>
  [backendBlock(declaration), providerBlock(declaration), callerIdentityBlock(declaration)].map((block) => ({
    ...block,
    at: [block.type, ...block.labels]
  }))
