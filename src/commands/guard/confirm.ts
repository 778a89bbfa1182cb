import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Judged } from './judged-plan.ts'
import { short } from './may-apply.ts'
import type { GuardSubject, Run } from './ports.ts'
import { telling } from './steps.ts'

/** The question names the change and the bytes, so that what is confirmed is what was shown. */
const question = ({ counts }: Pick<Judged, 'counts'>, planSha256: string): string =>
  `\n${counts} The plan is ${short(planSha256)}.\nType the name of the environment to apply this: `

/** Asks the person, who types the environment's name after the question was shown; anything else ends the run. */
export const confirmed = ({ subject }: GuardSubject, found: Judged, planSha256: string): Run<void> =>
  pipe(
    (({ person }) => TE.fromTask(person.ask(question(found, planSha256)))) as Run<string>,
    RTE.flatMap((typed): Run<void> =>
      typed.trim() === subject.wanted.declaration.environment
        ? telling({ _tag: 'Confirmed' })
        : RTE.left({ _tag: 'NotConfirmed' })
    )
  )
