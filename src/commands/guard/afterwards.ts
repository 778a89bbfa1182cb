import * as O from 'fp-ts/lib/Option.js'
import { answerOf, fileAt, machine } from '../../diagnostics/origin.ts'
import { pushRemedy } from '../preflight/checks/directory/names.ts'
import { type Finding, failed, judged } from '../../diagnostics/finding.ts'
import type { TofuEnd } from '../../outside/tofu/tofu.port.ts'
import { ERRORED, errored } from '../preflight/foreseen/judge-foreseen.ts'
import type { StateAt } from './saved-plan.ts'

const serial = (state: StateAt): string => (state === null ? 'no state' : `serial ${state.serial}`)

/**
 * Whether the state moved as an apply moves it: in the same lineage, and never back. Where tofu ended well with something to
 * write (`isWritten`), the state must have moved forward. How far is OpenTofu's own: it also writes while it applies.
 * Source: OpenTofu, internal/states/remote/state.go.
 */
export const stateMoved = (stack: string, before: StateAt, after: StateAt, isWritten: boolean): Finding => {
  const isSameLineage = before === null || (after !== null && after.lineage === before.lineage)
  const from = before?.serial ?? -1
  const to = after?.serial ?? -1
  return judged(isSameLineage && (isWritten ? to > from : to >= from), {
    rule: 'state-moved',
    clause: 'J.6.2 §7',
    from: answerOf('S3 GetObject'),
    expected: isWritten
      ? `a state after ${serial(before)}, of the same lineage`
      : `${serial(before)} or a later one, of the same lineage`,
    actual: isSameLineage ? serial(after) : `${serial(after)} of another lineage`,
    remedy: `Apply nothing. Compare the versions of the state object in the bucket, and find out who wrote the last one. Then look again: npm run preflight -- stacks/${stack}.ts`
  })
}

/** Whether the state that an apply made could be stored; where it could not, it lies in the stack's folder. */
export const noErroredState = (folder: string, isLeft: boolean): Finding =>
  judged(!isLeft, {
    ...errored,
    from: fileAt(`${folder}/${ERRORED}`),
    actual: isLeft ? `there is ${folder}/${ERRORED}` : 'there is none',
    remedy: pushRemedy(folder, ERRORED)
  })

/** The state could not be stored, and could not be put into the checkout either. */
export const erroredStays = (path: string): Finding =>
  failed({
    ...errored,
    from: machine('the folder of this run'),
    actual: `there may be ${path}, which could not be moved into the checkout`,
    remedy: `Keep that file: it alone knows what this apply made. First copy it to a place where nothing removes it.`
  })

/** What a fresh plan is found to be, by the code of `plan -detailed-exitcode`; none where tofu could not be started. */
const planned = (code: O.Option<number>): string => {
  if (O.isNone(code)) return 'it could not be made: tofu could not be started'
  return code.value === 2
    ? 'it has'
    : code.value === 0
      ? 'nothing to do'
      : `it could not be made: tofu ended with ${code.value}`
}

/** Whether a fresh plan has nothing to do. */
export const nothingLeft = (stack: string, code: O.Option<number>): Finding => {
  const isMade = O.isSome(code) && (code.value === 0 || code.value === 2)
  const cause = 'Correct what stopped it, which is told above. Then plan, which shows whether anything is left'
  const left = {
    rule: 'nothing-left',
    clause: 'J.7.0 §4',
    from: machine('the exit code of tofu plan'),
    expected: 'a fresh plan has nothing to do',
    actual: planned(code),
    remedy: `Plan, and apply what is left, or find out who else changes it: npm run tofu -- stacks/${stack}.ts plan`
  } as const
  return judged(
    isMade && code.value === 0,
    isMade ? left : { ...left, remedy: `${cause}: npm run tofu -- stacks/${stack}.ts plan` }
  )
}

const afterAsking = ({ interrupts }: TofuEnd): string =>
  interrupts === 0 ? '' : ` after ${interrupts} request${interrupts === 1 ? '' : 's'} to stop`

/** An apply that did not end well has done a part of what was planned. */
export const notHalfApplied = (stack: string, end: TofuEnd): ReadonlyArray<Finding> =>
  end.code === 0
    ? []
    : [
        failed({
          rule: 'applied-whole',
          clause: 'J.7.0 §4',
          from: machine('the exit code of tofu apply'),
          expected: 'all of the plan is applied',
          actual: `tofu ended with ${end.code}${afterAsking(end)}: a part of it may be applied`,
          remedy: [
            `When the lock is free and the state is whole, plan again, which shows what is left: npm run tofu -- stacks/${stack}.ts plan.`,
            'A role or policy that AWS has and the state lacks is planned once more, and its apply ends with',
            'EntityAlreadyExists. Find out who made it; if it was this apply, the bootstrap principal deletes it by hand, the',
            'roles before the boundary, and plans again.'
          ].join(' ')
        })
      ]
