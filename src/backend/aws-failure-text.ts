import { withoutNames } from '../declaration/arn.ts'
import type { AwsFailure } from '../outside/aws/failure.port.ts'
import { causes } from './aws-failure-causes.ts'
import { awsFailures } from './aws-failures.ts'

/** Whether AWS itself gave the code and the message. Else the system, the proxy or this program did. */
const isOfAws = ({ _tag, status }: AwsFailure): boolean => status !== undefined && _tag !== 'Unintelligible'

/** What a call met, in the words of who refused it. The code that prints it makes it printable. */
export const awsFailureText = (failure: AwsFailure): string => {
  const details = [
    failure.status === undefined ? undefined : `status ${failure.status}`,
    failure.region === undefined ? undefined : `region ${failure.region}`,
    failure.requestId === undefined ? undefined : `request ${failure.requestId}`,
    failure.attempts > 1 ? `${failure.attempts} attempts` : undefined
  ].filter((detail) => detail !== undefined)
  const tail = details.length === 0 ? '' : ` (${details.join(', ')})`
  const speaker = isOfAws(failure) ? 'AWS says' : 'The cause is'
  return `${failure.call}: ${awsFailures[failure._tag].means}. ${speaker} ${failure.code}: ${withoutNames(failure.message)}${tail}`
}

/** What the reader can do about it, by its cause where the words tell one. Else by the kind of failure. */
export const awsFailureRemedy = (failure: AwsFailure): string =>
  causes.find(({ is }) => is(failure))?.remedy(failure) ?? awsFailures[failure._tag].remedy
