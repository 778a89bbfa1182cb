import type { Clause } from '../domain/clause.ts'
import { awsFailureRemedy, awsFailureText } from '../ports/aws-failure-text.ts'
import type { AwsFailure } from '../ports/aws-failure.ts'
import { type Finding, failed } from './finding.ts'

/** A question that AWS did not answer: unknown is a refusal, with the cause that AWS gave (J.7.0 §4). */
export const unanswered = (id: string, clause: Clause, expected: string, failure: AwsFailure): Finding =>
  failed({ id, clause, expected, actual: awsFailureText(failure), remedy: awsFailureRemedy(failure) })
