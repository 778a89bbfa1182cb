import { roleIdentity } from '../../declaration/arn.ts'
import { declarationRule } from '../charter.ts'

const fields = ['bootstrapPrincipal', 'operatorRole', 'automationRole', 'nextBootstrapPrincipal'] as const

/**
 * Bootstrap principal, the next one in a handover, operator and automation are different roles. IAM allows one role of a name in an account, whatever
 * its path and whether in capitals or not, so their names are compared.
 */
export const principalsDistinct = declarationRule({
  name: 'principals-distinct',
  needs: fields,
  check: ({ declaration }) => {
    const names = fields.map((field) => roleIdentity(declaration[field] ?? ''))
    return fields.flatMap((field, index) => {
      const same = fields[names.indexOf(names[index] ?? '')]
      return same === undefined || same === field
        ? []
        : [
            {
              rule: 'principals-distinct',
              clause: 'J.7.0 §7',
              at: [field],
              expected: 'a role of its own: human operators, automation and the bootstrap principal are separate',
              actual: `the same role name as ${same}`,
              remedy: 'Give each of them a name of its own.'
            }
          ]
    })
  }
})
