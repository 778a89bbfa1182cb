import type { Route } from '../../caller/surroundings.ts'
import type { Ended } from './seed.ts'
import { commands } from './commands.ts'
import type { Decision } from './decide.ts'
import type { Ledger } from './ledger.ts'
import type { Step } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'
import { nextCommands } from '../../command-line/route.ts'
import type { Paint } from '../../command-line/terminal.ts'

const stepsIn = (decision: Decision | undefined): ReadonlyArray<Step> =>
  decision?._tag === 'Make' || decision?._tag === 'Finish' ? decision.steps : []

const byHand = (source: string, { stack }: Wanted, route: Route): ReadonlyArray<string> =>
  nextCommands({ source, stack, route }, ['init', 'plan', 'apply'])

/** What is said at the end of a run in whose way nothing stood: the commands, or what to do next. */
export const endLines = (
  paint: Paint,
  ended: Ended,
  ledger: Ledger,
  wanted: Wanted,
  route: Route,
  source: string
): ReadonlyArray<string> => {
  const steps = [...stepsIn(ledger.decided?.bucket), ...stepsIn(ledger.decided?.table)]
  switch (ended) {
    case 'shown':
      return steps.length === 0 ? ['# nothing to do: both are there, and as declared'] : commands(wanted, steps, route)
    case 'made':
      return ['', paint('green', 'bucket and table are there, as declared'), ...byHand(source, wanted, route)]
    case 'all there':
      return [
        paint('green', 'bucket and table are there, as declared; nothing was done'),
        ...byHand(source, wanted, route)
      ]
    default:
      return ended satisfies never
  }
}
