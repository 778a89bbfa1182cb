import type { Declaration } from '../../declaration/declaration.ts'
import { closed } from '../../diagnostics/closed.ts'
import { type Meaning, meaning } from '../../diagnostics/decode.ts'
import { guarded } from '../../diagnostics/named.ts'
import { attribute, only, resourceBody } from '../codec.ts'

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
            { ...postcondition, expected: 'a sentence', remedy: 'Write what is wrong when the account differs.' },
            (value): value is string => typeof value === 'string' && value.length > 0 && !/[$%]\{/.test(value)
          )
        })
      }),
      postcondition
    )
  })

/** A policy document in `locals`, by its form alone; the rules on policies and on trust judge what it says. */
export const document = () =>
  closed('a policy document: { Version, Statement }', {
    Version: attribute('2012-10-17'),
    Statement: guarded(
      {
        rule: 'policy-form',
        clause: 'J.7.0 §7',
        expected: 'a list of statements',
        remedy: 'Write the statements as a list of records.'
      },
      (value): value is ReadonlyArray<unknown> => Array.isArray(value)
    )
  })

/** The adoption of something that seed made: by its address and by the declared name, and by nothing else. */
export const importOf = (address: string, id: string) =>
  closed('{ to, id }', {
    to: attribute(address),
    id: only(id, {
      rule: 'import-declared',
      clause: 'J.7.0 §3.3',
      remedy: 'Adopt only what the stack declares; its name stands in `backend`.'
    })
  })
