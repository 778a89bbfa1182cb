import { iamName } from '../../declaration/arn.ts'
import { euRegions } from '../../declaration/aws-region.ts'
import { declarationRule } from '../charter.ts'

const fields = [
  'bootstrapPrincipal',
  'operatorRole',
  'automationRole',
  'permissionsBoundary',
  'nextBootstrapPrincipal'
] as const

/** Every ARN is of the partition that the region belongs to: `aws`, or `aws-eusc` for the European Sovereign Cloud. */
export const partition = declarationRule({
  name: 'partition',
  needs: ['region', ...fields],
  check: ({ declaration }) => {
    const expected = euRegions.get(declaration.region.aws)?.partition
    if (expected === undefined) return []
    return fields.flatMap((field) => {
      const arn = declaration[field]
      if (arn === undefined || iamName(arn).partition === expected) return []
      return [
        {
          rule: 'partition',
          clause: 'J.7.0 §4',
          at: [field],
          expected: `an ARN of partition ${expected}, to which ${declaration.region.aws} belongs`,
          actual: `partition ${iamName(arn).partition}`,
          remedy: `Begin the ARN with arn:${expected}: or correct the region.`
        }
      ]
    })
  }
})
