import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Terminal } from '../../command-line/terminal.ts'
import type { Inside, Ran } from '../../outside/sandbox/world.port.ts'
import { ACCIDENTS, type Accident } from './accidents.ts'
import { type Step, stepsIn } from './way-out.ts'

/** Where a sandbox notes which accident it is in, beside the copy. */
const NOTE = '../accident'

const typed = ({ line, as }: Step): string => (as === 'bootstrap' ? line : `${line}    # as ${as}`)

/** Whether the line ends well that a plan with nothing to do is made with: everything is proven, and nothing differs. */
const isWell = (inside: Inside, isShown: boolean): TE.TaskEither<string, Ran & { readonly isWell: boolean }> =>
  pipe(
    inside.run(`npm run tofu -- stacks/${inside.stack.name}.ts plan`, 'bootstrap', [], isShown),
    TE.map((ran) => ({ ...ran, isWell: ran.code === 0 && ran.screen.includes('there is nothing to apply') }))
  )

/** The accident of a name. */
const accidentNamed = (name: string): E.Either<string, Accident> =>
  pipe(
    ACCIDENTS.find((one) => one.name === name),
    E.fromNullable(`there is no accident ${name}; accidents lists them`)
  )

/** Makes an accident, for real. */
export const breakIt = (terminal: Terminal, inside: Inside, name: string): TE.TaskEither<string, number> =>
  pipe(
    TE.fromEither(accidentNamed(name)),
    TE.flatMap((accident) =>
      pipe(
        inside.credentials('operator'),
        TE.mapLeft((why) => `there is nothing yet that could break: first day 0. Type: tour --yes (${why})`),
        TE.flatMap(() => accident.happens(inside)),
        TE.flatMap(() => inside.write(NOTE, accident.name)),
        TE.map(() => {
          terminal.out(
            `${accident.what}\nWhat meets it: ${typed(accident.met(inside.stack))}\nThe way out:   way-out\n`
          )
          return 0
        })
      )
    )
  )

/** The accident that this sandbox is in. */
const current = (inside: Inside): TE.TaskEither<string, Accident> =>
  pipe(
    inside.read(NOTE),
    TE.mapLeft(() => 'nothing was broken here; break NAME does that'),
    TE.flatMapEither(accidentNamed)
  )

const shown = (terminal: Terminal, steps: ReadonlyArray<Step>): void => {
  if (steps.length === 0) terminal.out('\nNo line to type was printed: read what is to be done above.\n')
  else terminal.out(`\n${terminal.paintOut('bold', 'The way out, as it was printed:')}\n`)
  for (const step of steps) terminal.out(`  ${typed(step)}\n`)
}

/** Meets the accident of this sandbox, and says the lines that the refusal tells a person to type. */
export const wayOut = (terminal: Terminal, inside: Inside): TE.TaskEither<string, number> =>
  pipe(
    current(inside),
    TE.flatMap(({ met, isObjectRight }) => {
      const { line, as } = met(inside.stack)
      return pipe(
        inside.run(line, as),
        TE.map(({ screen }) => {
          shown(terminal, stepsIn(screen, inside, isObjectRight))
          return 0
        })
      )
    })
  )

/** What a screen tells leads to another screen; so often at most. */
const ROUNDS = 4

/** Types what was printed, and meets what comes of it, until all is well; how it ended. */
const follow = (
  terminal: Terminal,
  inside: Inside,
  isObjectRight: boolean,
  rounds: number
): TE.TaskEither<string, number> =>
  pipe(
    isWell(inside, true),
    TE.flatMap(({ isWell: well, screen }) => {
      if (well) return TE.right(0)
      const steps = stepsIn(screen, inside, isObjectRight)
      shown(terminal, steps)
      if (steps.length === 0 || rounds === 0) return TE.right(1)
      return pipe(
        steps,
        TE.traverseSeqArray((step) => inside.run(step.line, step.as, step.answers)),
        TE.flatMap((ran) =>
          ran.every(({ code }) => code === 0) ? follow(terminal, inside, isObjectRight, rounds - 1) : TE.right(1)
        )
      )
    })
  )

/** Meets the accident of this sandbox, and follows what is printed until all is well. */
export const wayOutByItself = (terminal: Terminal, inside: Inside): TE.TaskEither<string, number> =>
  pipe(
    current(inside),
    TE.flatMap(({ met, rule, isObjectRight }) => {
      const { line, as } = met(inside.stack)
      return pipe(
        inside.run(line, as),
        TE.flatMap(({ screen }) =>
          new RegExp(`^ +${rule}\\s*$`, 'm').test(screen)
            ? follow(terminal, inside, isObjectRight, ROUNDS)
            : TE.left(`${rule} did not refuse it`)
        )
      )
    })
  )

/** Says whether all is well. */
export const check = (terminal: Terminal, inside: Inside): TE.TaskEither<string, number> =>
  pipe(
    isWell(inside, true),
    TE.map(({ isWell: well }) => {
      terminal.out(well ? 'All is well: everything is proven, and the plan is empty.\n' : 'Not yet: see above.\n')
      return well ? 0 : 1
    })
  )
