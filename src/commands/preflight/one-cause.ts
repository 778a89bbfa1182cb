import { awsFailures } from '../../backend/aws-failures.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { CheckResult } from './result.ts'

/** A thing whose absence many calls of one service meet, by the rule that says it. */
const things = [
  { saidBy: 'table-known', actual: 'no such table', service: 'DynamoDB ' },
  { saidBy: 'bucket-region', actual: 'no such bucket', service: 'S3 ' }
] as const

const findingsIn = (results: ReadonlyArray<CheckResult>): ReadonlyArray<Finding> =>
  results.flatMap((result) => (result._tag === 'Refused' ? result.findings : []))

/** Whether a finding is only that a call met what is not there. */
const isOf = (service: string, finding: Finding): boolean =>
  finding.outcome === 'failed' &&
  finding.from.kind === 'aws' &&
  finding.from.name.startsWith(service) &&
  finding.remedy === awsFailures.Absent.remedy

/**
 * The same results, in which each cause has one remedy. Where the table or the bucket is not there, every call that met its
 * absence says what makes the thing again, instead of "look for it".
 */
export const ofOneCause = (results: ReadonlyArray<CheckResult>): ReadonlyArray<CheckResult> =>
  things.reduce<ReadonlyArray<CheckResult>>((known, { saidBy, actual, service }) => {
    const cause = findingsIn(known).find((finding) => finding.rule === saidBy && finding.actual === actual)
    if (cause?.outcome !== 'failed') return known
    return known.map((result) =>
      result._tag === 'Refused'
        ? {
            ...result,
            findings: result.findings.map((finding) =>
              isOf(service, finding) ? { ...finding, remedy: cause.remedy } : finding
            )
          }
        : result
    )
  }, results)
