import { answerOf } from '../../diagnostics/origin.ts'
import type * as IO from 'fp-ts/lib/IO.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { charterOf } from '../../charter/phases.ts'
import type { Principal } from '../../caller/caller.ts'
import { lastApplied } from './checks/bucket-policy.ts'
import { bucket } from './checks/bucket.ts'
import type { CheckName } from './check-names.ts'
import { type Finding, passed } from '../../diagnostics/finding.ts'
import { lockFree } from './checks/lock-free.ts'
import { lockTable } from './checks/lock-table.ts'
import { lockWorks } from './checks/lock-works/lock-works.ts'
import { type LivePorts, type PreflightPorts, type Telling, telling } from './ports.ts'
import { type CheckResult, resultOf } from './result.ts'
import { declaredAddresses } from './checks/state/own-place.ts'
import { readState } from './checks/state/read-state.ts'
import { stateClean } from './checks/state/state-clean.ts'
import { type StateWhole, stateWhole } from './checks/state/state-whole.ts'
import type { Subject } from './subject.ts'

const nothingYet = passed({
  rule: 'state-clean',
  clause: 'J.7.0 §6',
  from: answerOf('S3 GetObject'),
  expected: 'only what is authorised',
  actual: 'no state yet: nothing was applied'
})

const cleanOf = (subject: Subject, { findings, state }: StateWhole): CheckResult => {
  const { declaration } = subject.wanted
  if (O.isSome(state))
    return resultOf(
      'state-clean',
      stateClean(charterOf(declaration), declaration, state.value.form, declaredAddresses(subject.file))
    )
  return resultOf('state-whole', findings)._tag === 'Proven'
    ? resultOf('state-clean', [nothingYet])
    : { _tag: 'NotRun', check: 'state-clean', because: 'state-whole' }
}

/** What the live checks saw, and the state if it was read. */
export type Live = { readonly results: ReadonlyArray<CheckResult>; readonly whole: O.Option<StateWhole> }

/** The state is read once, for both checks of it. */
const stateChecks = (
  subject: Subject,
  { began, ended }: Telling,
  names: ReadonlyArray<CheckName>,
  state: T.Task<StateWhole>
): T.Task<Live> =>
  names.includes('state-whole')
    ? pipe(
        began('state-whole'),
        T.flatMap(() => state),
        T.flatMap((whole) =>
          pipe(
            [resultOf('state-whole', whole.findings), cleanOf(subject, whole)].filter(({ check }) =>
              names.includes(check)
            ),
            T.traverseArray(ended),
            T.map((results) => ({ results, whole: O.some(whole) }))
          )
        )
      )
    : T.of({ results: [], whole: O.none })

const waitingOf =
  ({ tell }: PreflightPorts) =>
  (check: CheckName, until: string): IO.IO<void> =>
    tell({ _tag: 'Waiting', check, until })

/** A task that runs when it is first asked for, and gives everybody the same answer. */
const once = <A>(task: T.Task<A>): T.Task<A> => {
  let answer: Promise<A> | undefined
  return () => {
    answer ??= task()
    return answer
  }
}

/** What is asked once it is known who is calling: all at once. */
export const live = (
  subject: Subject,
  names: ReadonlyArray<CheckName>,
  ports: PreflightPorts,
  aws: LivePorts,
  principal: Principal
): T.Task<Live> => {
  const told = telling(ports)
  const { pause } = ports
  const waiting = waitingOf(ports)
  const state = once(
    pipe(
      readState(subject)(aws),
      T.map((answers) => stateWhole(answers, subject.wanted))
    )
  )
  const checks: ReadonlyArray<readonly [CheckName, T.Task<ReadonlyArray<Finding>>]> = [
    ['bucket', bucket(subject, principal, pipe(state, T.map(lastApplied)))(aws)],
    ['lock-table', lockTable(subject)({ ...aws, pause, waiting })],
    ['lock-works', lockWorks(subject, principal)({ ...ports, lock: aws.lock, waiting })],
    ['lock-free', lockFree(subject)({ lock: aws.lock, clock: ports.clock })]
  ]
  return pipe(
    T.Do,
    T.apS(
      'checks',
      T.sequenceArray(checks.filter(([name]) => names.includes(name)).map(([name, check]) => told.run(name, check)))
    ),
    T.apS('state', stateChecks(subject, told, names, state)),
    T.map(({ checks: results, state }) => ({ results: [...results, ...state.results], whole: state.whole }))
  )
}
