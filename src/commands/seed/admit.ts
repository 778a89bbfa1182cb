import type { Objection } from '../../diagnostics/finding.ts'
import { atTerminal, notAutomated } from '../../caller/by-hand.ts'
import type { Variables } from '../../caller/surroundings.ts'

/** Whether this is a person at a terminal who runs it by hand (J.7.0 §2, §6); a dry run needs no terminal. */
export const admit = (variables: Variables, isTerminal: boolean, isDryRun: boolean): ReadonlyArray<Objection> => [
  ...notAutomated(variables),
  ...atTerminal(isTerminal || isDryRun, '; --dry-run needs none, and prints the commands of the AWS CLI')
]
