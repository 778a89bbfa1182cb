import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { atTerminal, notAutomated } from '../../caller/by-hand.ts'
import { decisive, judgeCheckout, judgeLasting, leastMinutes } from '../preflight/foreseen/judge-foreseen.ts'
import type { GuardSubject, Run } from './ports.ts'
import type { Proof, Proven } from './facts.ts'
import { unlessObjected } from './steps.ts'
import { type Stop, notReadable } from './stop.ts'

/** A person at a terminal (J.7.0 §2, §6), whose credentials last where they are known. */
export const admitted =
  ({ parent, command }: GuardSubject, proven?: Proven): Run<void> =>
  (ports) =>
    unlessObjected([
      ...notAutomated(parent),
      ...atTerminal(ports.person.isThere),
      ...(proven === undefined ? [] : judgeLasting(proven.credentials, leastMinutes[command], ports.clock.now()))
    ])(ports)

/** All of preflight, for this command; the second time, after the question, it shows only what refuses. */
export const prove =
  ({ command }: GuardSubject, turn: 'first' | 'again'): Run<Proven> =>
  ({ prove: asked, tell }) =>
    pipe(
      TE.fromTask<Proof, Stop>(asked(command, turn)),
      TE.tapIO(({ results }) => tell({ _tag: 'Preflighted', results })),
      TE.flatMap(({ proven }) => (O.isNone(proven) ? TE.left<Stop>({ _tag: 'NotProven' }) : TE.right(proven.value))),
      TE.tapIO((proven) => tell({ _tag: 'Proven', proven }))
    )

/** Everything in a checkout that decides what is applied belongs to this user or the administrator. So does the way to it. */
export const checkoutUnchangedByOthers =
  ({ subject }: GuardSubject): Run<void> =>
  (ports) =>
    pipe(
      ports.checkout.changeable(subject.project, decisive(subject)),
      TE.mapLeft(notReadable),
      TE.flatMap((changeable) => unlessObjected(judgeCheckout(changeable))(ports))
    )
