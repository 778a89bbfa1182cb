import type { Declaration } from '../../declaration/declaration.ts'
import type { PartBlock } from '../part.ts'
import { selfEquals } from '../../terraform/expression.ts'

/** Asks STS who is calling and ends the plan where the account is not the declared one (J.7.0 §4). */
export const callerIdentityBlock = ({ account }: Declaration): PartBlock => ({
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
