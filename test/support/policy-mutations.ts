import type { PolicyDocument, Statement } from '../../src/iam/document.ts'
import { actionChanges } from './policy-mutations/actions.ts'
import { conditionChanges } from './policy-mutations/conditions.ts'
import type { Changed, Mutation } from './policy-mutations/mutation.ts'
import { principalChanges } from './policy-mutations/principals.ts'
import { resourceChanges } from './policy-mutations/resources.ts'

/**
 * Every way to change one element of one statement: each action, resource, condition, condition value and principal left
 * out or made wider, each statement turned round, and each dropped, save the only one of its document.
 */
export const mutationsOf = (
  document: PolicyDocument,
  own: { readonly account: string; readonly operator: string }
): ReadonlyArray<Mutation> =>
  document.Statement.flatMap((statement, index) => {
    const named = (what: string): string => `${statement.Sid}: ${what}`
    const changed = [
      turned(statement),
      ...actionChanges(statement),
      ...resourceChanges(statement),
      ...conditionChanges(statement),
      ...principalChanges(statement, own)
    ].map((change): Mutation => ({
      what: named(change.what),
      wider: change.wider,
      before: statement,
      after: change.statement,
      document: { ...document, Statement: document.Statement.with(index, change.statement) }
    }))
    const rest = document.Statement.filter((other) => other !== statement)
    const dropped: Mutation = {
      what: named('dropped'),
      wider: statement.Effect === 'Deny',
      before: statement,
      after: undefined,
      document: { ...document, Statement: rest }
    }
    return rest.length === 0 ? changed : [dropped, ...changed]
  })

const turned = (statement: Statement): Changed => ({
  what: statement.Effect === 'Allow' ? 'denies' : 'allows',
  wider: statement.Effect === 'Deny',
  statement: { ...statement, Effect: statement.Effect === 'Allow' ? 'Deny' : 'Allow' }
})
