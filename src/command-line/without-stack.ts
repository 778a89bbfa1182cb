import { failureRemedy, failureText } from './failure-text.ts'
import { problemText } from './problem-text.ts'
import { type Terminal, asText } from './terminal.ts'
import type { NoStack } from './named-stack.ts'
import { type UsageMistake, usageText } from './usage.ts'

/** Says what is wrong with the command line of a command; its exit code. */
export const mistaken = (command: string, terminal: Terminal, mistake: UsageMistake): 2 => {
  terminal.err(`${terminal.paintErr('red', `${command}: ${usageText(mistake)}`)}\nSee npm run ${command} -- --help\n`)
  return 2
}

/** Says why there is no stack to work on; its exit code. */
export const withoutStack = (command: string, terminal: Terminal, no: NoStack): 1 | 2 => {
  switch (no._tag) {
    case 'Mistaken':
      return mistaken(command, terminal, no.mistake)
    case 'Unreadable':
      terminal.err(
        asText([terminal.paintErr('red', failureText(no.failure)), `  to do     ${failureRemedy(no.failure)}`])
      )
      return 1
    case 'Refused':
      terminal.err(asText(problemText(terminal.paintErr, [no.refusal])))
      return 2
    default:
      return no satisfies never
  }
}
