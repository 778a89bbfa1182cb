import { type Sourced, machine, variables as originOf } from '../diagnostics/origin.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { automationIn } from './automation.ts'
import type { Variables } from './surroundings.ts'

/** Whether a person runs this by hand: nothing is set that a system of automation sets (J.7.0 §6). */
export const notAutomated = (variables: Variables): ReadonlyArray<Sourced<Diagnostic>> => {
  const { names, systems } = automationIn(variables)
  const of = systems.length === 0 ? '' : ` of ${systems.join(', ')}`
  return names.length === 0
    ? []
    : [
        {
          rule: 'by-hand',
          clause: 'J.7.0 §6',
          from: originOf(...names),
          expected: 'a person who runs this by hand',
          actual: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set: an automated run${of}`,
          remedy: `Run it by hand; if this is not an automated run, unset ${names.join(' ')}.`
        }
      ]
}

/** Whether a person sits at both ends (J.7.0 §2). `otherwise` says what a command offers without a terminal. */
export const atTerminal = (isTerminal: boolean, otherwise = ''): ReadonlyArray<Sourced<Diagnostic>> =>
  isTerminal
    ? []
    : [
        {
          rule: 'terminal',
          clause: 'J.7.0 §2',
          from: machine('the input and output of this run'),
          expected: 'a terminal on both ends, input and output',
          actual: 'input or output is not a terminal',
          remedy: `Run it in a terminal, without a pipe${otherwise}`
        }
      ]
