import type { Setting } from '../../backend/setting.ts'
import { type Finding, failed, judged } from '../../diagnostics/finding.ts'
import type { Clause } from '../../diagnostics/diagnostic.ts'
import { awsFailureRemedy, awsFailureText } from '../../backend/aws-failure-text.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'

/** The settings of the bucket or the table as findings; `ignored` are those that a plan may change at any time. */
export const settingFindings = (
  thing: 'bucket' | 'table',
  settings: ReadonlyArray<Setting>,
  ignored: ReadonlyArray<string>
): ReadonlyArray<Finding> =>
  settings
    .filter(({ name }) => !ignored.includes(name))
    .map(({ name, clause, expected, actual, standing }) =>
      judged(standing === 'right', {
        rule: `${thing}-${name.replaceAll(' ', '-')}`,
        clause,
        expected,
        actual,
        remedy: `find out who changed it, and have the bootstrap principal bring the ${thing} back to what is declared`
      })
    )

/** A question that AWS did not answer: unknown is a refusal, with the cause that AWS gave (J.7.0 §4). */
export const unanswered = (rule: string, clause: Clause, expected: string, failure: AwsFailure): Finding =>
  failed({ rule, clause, expected, actual: awsFailureText(failure), remedy: awsFailureRemedy(failure) })
