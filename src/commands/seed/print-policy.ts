import type * as IO from 'fp-ts/lib/IO.js'
import type { Wanted } from '../../backend/wanted.ts'
import { explainLines } from '../../command-line/diagnostic-text.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { charactersTooMany, dayZeroPolicy } from '../../iam/day-zero-policy.ts'

/**
 * Prints the policy of day 0 of a stack as JSON and nothing beside it. The output can be sent into a file. A policy that AWS
 * would not take is refused with exit code 1; only long paths and names can make it so.
 */
export const printPolicy =
  (terminal: Terminal, { declaration }: Wanted): IO.IO<0 | 1> =>
  () => {
    const policy = dayZeroPolicy(declaration)
    const tooMany = charactersTooMany(policy)
    if (tooMany === 0) {
      terminal.out(`${JSON.stringify(policy, undefined, 2)}\n`)
      return 0
    }
    terminal.err(
      asText([
        terminal.paintErr(
          'red',
          `seed: the policy of day 0 is ${tooMany} characters longer than a managed policy may be`
        ),
        '  to do     Give the two roles and the boundary a shorter path in the stack.',
        ...explainLines([{ rule: 'policy-sizes' }])
      ])
    )
    return 1
  }
