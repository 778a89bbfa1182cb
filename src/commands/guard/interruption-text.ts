import type { Interruption } from '../../outside/terminal/interruption.port.ts'

const TORN = [
  'A torn apply leaves the lock taken, things in AWS that the state does not know, and maybe errored.tfstate, which alone',
  'knows them. Then: npm run preflight says who holds the lock; the evidence of this run says what was begun.'
]

/** What is said to a person who presses Ctrl-C while tofu runs, before tofu hears of it. */
export const interruptionLines = ({ asked, isTerminalGone }: Interruption): ReadonlyArray<string> => {
  if (isTerminalGone) return ['the terminal is gone; tofu goes on, and the evidence says how it ended']
  if (asked === 1)
    return [
      '',
      'tofu is asked to stop. It ends what it has begun, stores the state and releases the lock: wait for it.',
      'Another Ctrl-C makes it end at once.',
      ...TORN
    ]
  return ['', 'tofu is asked again, and ends at once.', ...TORN]
}
