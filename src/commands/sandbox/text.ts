import * as E from 'fp-ts/lib/Either.js'
import { stopWordLine } from '../../command-line/diagnostic-text.ts'
import { printable } from '../../command-line/printable.ts'
import type { Paint, Terminal } from '../../command-line/terminal.ts'
import type { World } from '../../outside/sandbox/world.port.ts'
import { ACCIDENTS } from './accidents.ts'

/** Says why something did not come about; the exit code. */
export const ended = (terminal: Terminal, outcome: E.Either<string, number>): number => {
  if (E.isRight(outcome)) return outcome.right
  terminal.err(
    `${terminal.paintErr('red', 'sandbox:')} ${outcome.left
      .split('\n')
      .map((line) => printable(line))
      .join('\n')}\n${stopWordLine('not-rehearsed')}\n`
  )
  return 1
}

/** What is said when a sandbox is open. */
export const welcomeLines = (paint: Paint, { stacks, isEnforced, within }: World): ReadonlyArray<string> => [
  '',
  `You are the bootstrap principal of ${stacks.map(({ name }) => name).join(', ')}. No account of AWS is reached, and no evidence of this is proof.`,
  ...(isEnforced
    ? [
        "Enforced here, by an independent simulator: identity policies, boundary, trust with MFA, bucket policy, key policy and the organisation's policies.",
        'npm test -- access-matrix proves that without a sandbox.'
      ]
    : [
        'Not enforced here: any policy, boundary, trust or MFA. What they allow is proven by npm test -- access-matrix.'
      ]),
  within.length > 0
    ? 'Its network is the loopback alone: no program here reaches another host or resolves a name.'
    : 'Its network is that of this machine, which gives it none of its own: a program told to use no proxy reaches other hosts.',
  'Not enforced in any sandbox: encryption. Preflight asks your account how bucket and table are encrypted.',
  `Type ${['seed', 'preflight', 'tofu plan', 'aws', 'as WHO', 'tour', 'accidents', 'break NAME', 'exit'].map((word) => paint('cyan', word)).join(', ')}.`,
  ''
]

/** The accidents, a line each. */
export const listLines = (paint: Paint): ReadonlyArray<string> => {
  const width = Math.max(...ACCIDENTS.map(({ name }) => name.length))
  return ACCIDENTS.map(({ name, what }) => `${paint('cyan', name.padEnd(width))}  ${what}`)
}
