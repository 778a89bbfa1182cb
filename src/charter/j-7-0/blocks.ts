import type { Declaration } from '../../declaration/declaration.ts'
import { closed } from '../../diagnostics/closed.ts'
import { type Meaning, meaning } from '../../diagnostics/decode.ts'
import { guarded } from '../../diagnostics/named.ts'
import { only } from '../codec/only.ts'
import { resourceBody } from '../codec/resource-body.ts'

const postcondition: Meaning = {
  rule: 'account-postcondition',
  clause: 'J.7.0 §4',
  remedy: 'Keep the comparison with the declared account; it ends a plan in any other one.'
}

/** Who is calling, with the postcondition that the account is the declared one. */
export const awsCallerIdentity = ({ account }: Declaration) =>
  resourceBody('data.aws_caller_identity', {
    lifecycle: meaning(
      closed('{ postcondition }', {
        postcondition: closed('{ condition, error_message }', {
          condition: only(`\${self.account_id == "${account}"}`, postcondition),
          error_message: guarded(
            'a sentence',
            { ...postcondition, remedy: 'Say what is wrong when the account differs.' },
            (value): value is string => typeof value === 'string' && value.length > 0 && !/[$%]\{/.test(value)
          )
        })
      }),
      postcondition
    )
  })
