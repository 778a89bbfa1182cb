import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Inside, SandboxStack, Typing, Who } from '../../outside/sandbox/world.port.ts'
import type { Terminal } from '../../command-line/terminal.ts'

/** A step of day 0: what is typed, by whom, why, and what a person decides at it. */
export type TourStep = {
  readonly why: string
  readonly line: string
  readonly as: Who
  readonly answers: Typing
}

/** Day 0 of a stack, in its order. */
export const dayZero = ({
  name,
  account,
  environment
}: Pick<SandboxStack, 'name' | 'account' | 'environment'>): ReadonlyArray<TourStep> => {
  const file = `stacks/${name}.ts`
  const step = (why: string, line: string, answers: Typing = [], as: Who = 'bootstrap'): TourStep => ({
    why,
    line,
    as,
    answers
  })
  return [
    step(
      'Only what was reviewed is applied: the emitted file must equal the output of its stack.',
      'npm run emit -- --check'
    ),
    step(
      'A state needs a place before the first plan: seed makes the bucket and the lock table, and nothing else.',
      `npm run seed -- ${file}`,
      [['Type the account id to create this: ', `${account}\n`]]
    ),
    step(
      'OpenTofu learns where the state lies and which provider runs; everything is proven before it starts.',
      `npm run tofu -- ${file} init`
    ),
    step(
      'The lock file pins the provider by its hashes: once it is committed, no apply takes another one.',
      `git add out/${name}/.terraform.lock.hcl && git commit -qm 'Pin the provider' && git log --oneline -1`
    ),
    step(
      'A plan changes nothing: it is judged, shown, and kept for a quarter of an hour.',
      `npm run tofu -- ${file} plan`
    ),
    step(
      'Only a person applies, and exactly the plan that was shown: it adopts what seed made and adds the roles.',
      `npm run tofu -- ${file} apply`,
      [['Type the name of the environment to apply this: ', `${environment}\n`]]
    ),
    step(
      'From now on the operator works, who may far less; its plan has nothing to do, because everything declared is there.',
      `npm run tofu -- ${file} plan`,
      [],
      'operator'
    )
  ]
}

const headline = ({ paintOut, out }: Terminal, { why, line, as }: TourStep, at: string): void =>
  out(`\n${paintOut('bold', `${at}  ${why}`)}\n${paintOut('dim', `SANDBOX (${as})`)} $ ${line}\n`)

const GO_ON = `read -r -p 'Enter runs it, Ctrl-C ends the tour. ' _ && `

/** Goes through steps one by one until one does not end well; how the last one ended. With `isYes` nobody is asked. */
export const tour = (
  terminal: Terminal,
  inside: Inside,
  isYes: boolean,
  steps: ReadonlyArray<TourStep> = dayZero(inside.stack)
): TE.TaskEither<string, number> =>
  steps.reduce<TE.TaskEither<string, number>>(
    (before, step, index) =>
      pipe(
        before,
        TE.flatMap((code) => {
          if (code !== 0) return TE.right(code)
          headline(terminal, step, `${index + 1}/${steps.length}`)
          return isYes
            ? pipe(
                inside.run(step.line, step.as, step.answers),
                TE.map((ran) => ran.code)
              )
            : inside.byHand(`${GO_ON}${step.line}`, step.as)
        })
      ),
    TE.right(0)
  )
