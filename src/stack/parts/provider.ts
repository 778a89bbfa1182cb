import type { Declaration } from '../../declaration/declaration.ts'
import type { PartBlock } from '../part.ts'
import { literal } from '../../terraform/expression.ts'

/** The one AWS provider: one region, one account, the declared tags on everything that takes tags (J.7.0 §3.1). */
export const providerBlock = ({ account, region, tags }: Declaration): PartBlock => ({
  type: 'provider',
  labels: ['aws'],
  body: { allowed_account_ids: [literal(account)], default_tags: { tags }, region: literal(region.aws) }
})
