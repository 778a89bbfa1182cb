import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
import type { Decision } from './decide.ts'
import { lookAtBucket } from './look-at-bucket.ts'
import { lookAtTable } from './look-at-table.ts'
import { perform } from './perform.ts'
import type { SeedPorts } from './ports.ts'
import type { Step, Stop, Thing } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'

type Run<A> = RTE.ReaderTaskEither<SeedPorts, Stop, A>

const all = (steps: ReadonlyArray<Step>, wanted: Wanted): Run<void> =>
  pipe(
    steps,
    RTE.traverseSeqArray((step) => perform(step, wanted)),
    RTE.map(constVoid)
  )

/**
 * Looks at a thing once more after a conflict. If the thing is seed's own, it is kept or finished; if not, it is refused with
 * the conflict.
 */
const afterConflict = (thing: Thing, wanted: Wanted, conflict: Stop): Run<void> =>
  pipe(
    (thing === 'bucket' ? lookAtBucket : lookAtTable)(wanted),
    RTE.flatMap((decision: Decision): Run<void> => {
      switch (decision._tag) {
        case 'Keep':
          return RTE.right(undefined)
        case 'Finish':
          // A person said yes to a bucket that was not there: one that age alone marks is asked about in another run.
          return decision.mark === 'tags' ? all(decision.steps, wanted) : RTE.left(conflict)
        case 'Make':
        case 'Refuse':
          return RTE.left(conflict)
        default:
          return decision satisfies never
      }
    })
  )

/**
 * Does what was decided about one thing. When somebody made it in the meantime, or an answer to its creation was lost
 * and the retry meets the thing itself, it is looked at once more.
 */
export const make = (thing: Thing, decision: Decision, wanted: Wanted): Run<void> => {
  if (decision._tag === 'Keep' || decision._tag === 'Refuse') return RTE.right(undefined)
  return pipe(
    all(decision.steps, wanted),
    RTE.orElse((stop) =>
      stop._tag === 'StepFailed' &&
      (stop.failure._tag === 'Conflict' || stop.failure._tag === 'NameTaken') &&
      decision._tag === 'Make' &&
      stop.step === decision.steps[0]
        ? afterConflict(thing, wanted, stop)
        : RTE.left(stop)
    )
  )
}
