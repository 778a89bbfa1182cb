import { iamName, regionElsewhere } from '../../declaration/arn.ts'
import { euRegions, partitionOfRegion } from '../../declaration/aws-region.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { declarationRule } from '../charter.ts'

const fields = [
  'bootstrapPrincipal',
  'operatorRole',
  'automationRole',
  'permissionsBoundary',
  'nextBootstrapPrincipal'
] as const

/**
 * Every ARN is of the partition that the region belongs to: `aws`, or `aws-eusc` for the European Sovereign Cloud. So is the region
 * in the path of a role that people sign in with.
 */
export const partition = declarationRule({
  name: 'partition',
  needs: ['region', ...fields],
  check: ({ declaration }) => {
    const expected = euRegions.get(declaration.region.aws)?.partition
    if (expected === undefined) return []
    return fields.flatMap((field) => {
      const arn = declaration[field]
      if (arn === undefined) return []
      const parts = iamName(arn)
      const region = regionElsewhere(parts)
      if (parts.partition !== expected)
        return [
          problem(
            field,
            `an ARN of partition ${expected}, to which ${declaration.region.aws} belongs`,
            `partition ${parts.partition}`,
            `Begin the ARN with arn:${expected}: or correct the region.`
          )
        ]
      return region === undefined ? [] : [problem(field, ...elsewhere(region, expected))]
    })
  }
})

/** What is said of a role with such a region: what is expected, what is there, and the way out. */
export const elsewhere = (region: string, expected: string): readonly [string, string, string] => [
  `a path with a region of partition ${expected}`,
  `region ${region}, which is of partition ${partitionOfRegion(region)}`,
  'Copy the whole ARN of the role from IAM: its path names the region of IAM Identity Center.'
]

const problem = (field: (typeof fields)[number], expected: string, actual: string, remedy: string): Diagnostic => ({
  rule: 'partition',
  clause: 'J.7.0 §4',
  at: [field],
  expected,
  actual,
  remedy
})
