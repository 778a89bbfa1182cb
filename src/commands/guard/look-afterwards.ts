import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PrivateFolder } from '../../outside/private/run-folder.port.ts'
import type { TofuEnd, TofuSaid } from '../../outside/tofu/tofu.port.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import { ERRORED } from '../preflight/foreseen/judge-foreseen.ts'
import { type OwnLock, lockFree } from '../preflight/checks/lock-free.ts'
import { readState } from '../preflight/checks/state/read-state.ts'
import { stateWhole } from '../preflight/checks/state/state-whole.ts'
import { erroredStays, noErroredState, notHalfApplied, nothingLeft, stateMoved } from './afterwards.ts'
import type { GuardEvent } from './event.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { ownLock, withSeen } from './own-lock.ts'
import type { Ready } from './ready.ts'
import { capture, failed, freshPlanArguments } from './run-tofu.ts'
import { type StateAt, stateAt } from './saved-plan.ts'
import type { Stop } from './stop.ts'

/** The lock and the state at one moment, as findings, and the state itself where it could be read. */
export const backendNow = (
  { subject }: GuardSubject,
  { proven }: Pick<Ready, 'proven'>,
  { clock }: Pick<GuardPorts, 'clock'>,
  own?: OwnLock
): T.Task<{ readonly findings: ReadonlyArray<Finding>; readonly state: StateAt | undefined }> =>
  pipe(
    T.Do,
    T.apS('lock', lockFree(subject, own)({ ...proven.aws, clock })),
    T.apS('answers', readState(subject)(proven.aws)),
    T.map(({ lock, answers }) => {
      const { findings, state } = stateWhole(answers, subject.wanted)
      const isKnown = findings.every(({ outcome }) => outcome === 'passed')
      return {
        findings: [...lock, ...findings],
        state: isKnown
          ? stateAt(
              pipe(
                state,
                O.map(({ facts }) => facts)
              )
            )
          : undefined
      }
    })
  )

/** Moves errored.tfstate from the folder of the run, which goes, into the checkout; where that fails it stays there. */
const leftInFolder =
  ({ subject: { project, file } }: GuardSubject, run: PrivateFolder): ((ports: GuardPorts) => T.Task<Finding>) =>
  ({ folders }) => {
    const folder = `out/${file.stack}`
    return pipe(
      folders.moveOut(run, file.stack, ERRORED, `${project}/${folder}/${ERRORED}`),
      TE.match(
        () => erroredStays(`${run.project}/${folder}/${ERRORED}`),
        (isLeft) => noErroredState(folder, isLeft)
      )
    )
  }

/**
 * How an apply ended, when it began, and whether it only brought back what the state has. `began` is in milliseconds since
 * 1970.
 */
type ApplyEnd = { readonly end: TofuEnd; readonly began: number; readonly bringsBack: boolean }

/**
 * Looks at what an apply left, however the apply ended. It asks whether the lock is released, object and digest agree, the
 * state moved as it should, nothing is left in the folder, and a fresh plan has nothing to do. A state that is left is moved
 * and told of before anything else is asked. Never fails: what could not be seen is a failed finding.
 */
export const lookAfterwards =
  (of: GuardSubject, ready: Ready, before: StateAt, { end, began, bringsBack }: ApplyEnd): Run<boolean> =>
  (ports) =>
    pipe(
      leftInFolder(of, ready.folder)(ports),
      T.map((left) => ({
        left,
        early: left.outcome === 'passed' ? [] : [...notHalfApplied(of.subject.file.stack, end), left]
      })),
      T.tap(({ early }) => (early.length === 0 ? T.of(undefined) : T.fromIO(ports.tell(after(early))))),
      T.bind('now', () => backendNow(of, ready, ports, ownLock(of, ports, began))),
      T.bind('fresh', ({ now, left }) => {
        const isClear = [...now.findings, left].every(({ outcome }) => outcome === 'passed')
        return end.code === 0 && isClear ? freshPlan(of, ready, ports, began) : T.of<ReadonlyArray<Finding>>([])
      }),
      T.map(({ now, left, early, fresh }) => ({
        early,
        state: now.state,
        findings: [
          ...(early.length === 0 ? notHalfApplied(of.subject.file.stack, end) : []),
          ...now.findings,
          ...(now.state === undefined
            ? []
            : [stateMoved(of.subject.file.stack, before, now.state, end.code === 0 && !bringsBack)]),
          ...(early.length === 0 ? [left] : []),
          ...fresh
        ]
      })),
      T.tap(({ findings, state }) => T.fromIO(ports.tell(after(findings, state)))),
      T.map(({ early, findings }) => E.right([...early, ...findings].every(({ outcome }) => outcome === 'passed')))
    )

const after = (findings: ReadonlyArray<Finding>, state?: StateAt): GuardEvent => ({ _tag: 'After', findings, state })

/** Why a fresh plan could not be made, with what tofu said; none where it was made. */
const unmade = (end: E.Either<Stop, TofuSaid>): O.Option<Stop> => {
  if (E.isLeft(end)) return O.some(end.left)
  const { code, stdout, stderr } = end.right
  return code === 0 || code === 2 ? O.none : O.some(failed(freshPlanArguments, end.right, `${stdout}${stderr}`))
}

/** Makes a fresh plan. Where it cannot be made, tofu's own words are told, and the lock is looked at again. */
const freshPlan = (of: GuardSubject, ready: Ready, ports: GuardPorts, began: number): T.Task<ReadonlyArray<Finding>> =>
  pipe(
    capture(ready, freshPlanArguments)(ports),
    T.flatMap((end) => {
      const left = nothingLeft(of.subject.file.stack, E.isRight(end) ? O.some(end.right.code) : O.none)
      const stop = unmade(end)
      return O.isNone(stop)
        ? T.of([left])
        : pipe(
            lockFree(of.subject, ownLock(of, ports, began))({ ...ready.proven.aws, clock: ports.clock }),
            T.tap((lock) =>
              pipe(
                withSeen(of, ports, stop.value, lock),
                T.flatMapIO((seen) => ports.tell({ _tag: 'NotPlanned', stop: seen }))
              )
            ),
            T.map((lock) => [...lock, left])
          )
    })
  )
