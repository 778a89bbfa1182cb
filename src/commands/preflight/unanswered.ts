import type { Clause } from '../../diagnostics/problem.ts'
import { awsFailureRemedy, awsFailureText } from '../../backend/aws-failure-text.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import { type Finding, failed } from '../../diagnostics/finding.ts'

/** A question that AWS did not answer: unknown is a refusal, with the cause that AWS gave (J.7.0 §4). */
export const unanswered = (id: string, clause: Clause, expected: string, failure: AwsFailure): Finding =>
  failed({ id, clause, expected, actual: awsFailureText(failure), remedy: awsFailureRemedy(failure) })
