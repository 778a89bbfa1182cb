import type { Objection } from '../domain/objection.ts'
import { type Variables, isSet } from '../identity/variables.ts'

/** Whether this is a person at a terminal who runs it by hand (J.7.0 §2, §6); a dry run needs no terminal. */
export const admit = (variables: Variables, isTerminal: boolean, isDryRun: boolean): ReadonlyArray<Objection> => [
  ...(isSet(variables, 'CI')
    ? [
        {
          id: 'by-hand',
          clause: 'J.7.0 §6',
          expected: 'a person who runs this by hand',
          actual: 'CI is set: an automated run',
          remedy: 'run it by hand; if this is no automated run, unset CI'
        } as const
      ]
    : []),
  ...(isTerminal || isDryRun
    ? []
    : [
        {
          id: 'terminal',
          clause: 'J.7.0 §2',
          expected: 'a terminal on both ends, input and output',
          actual: 'input or output is something else',
          remedy: 'run it in a terminal, without a pipe; --dry-run needs none, and prints the commands of the AWS CLI'
        } as const
      ])
]
