import type { Objection } from '../domain/objection.ts'
import { type Variables, isSet } from './variables.ts'

/** Whether a person runs this by hand: CI is not set (J.7.0 §6). */
export const notAutomated = (variables: Variables): ReadonlyArray<Objection> =>
  isSet(variables, 'CI')
    ? [
        {
          id: 'by-hand',
          clause: 'J.7.0 §6',
          expected: 'a person who runs this by hand',
          actual: 'CI is set: an automated run',
          remedy: 'run it by hand; if this is no automated run, unset CI'
        }
      ]
    : []

/** Whether a person sits at both ends (J.7.0 §2); `otherwise` is what a command offers to whoever has no terminal. */
export const atTerminal = (isTerminal: boolean, otherwise = ''): ReadonlyArray<Objection> =>
  isTerminal
    ? []
    : [
        {
          id: 'terminal',
          clause: 'J.7.0 §2',
          expected: 'a terminal on both ends, input and output',
          actual: 'input or output is something else',
          remedy: `run it in a terminal, without a pipe${otherwise}`
        }
      ]
