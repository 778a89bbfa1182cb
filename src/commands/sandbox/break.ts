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

const planLine = ({ stack }: Inside): string => `npm run tofu -- stacks/${stack.name}.ts plan`

/** Whether a plan, or the fresh plan after an apply, has nothing to do. The guard proves all of preflight before either. */
const isEmpty = ({ code, screen }: Ran): boolean =>
  code === 0 &&
  (screen.includes('there is nothing to apply') || /^ +proven +nothing-left: nothing to do\s*$/m.test(screen))

/** The accident of a name. */
const accidentNamed = (name: string): E.Either<string, Accident> =>
  pipe(
    ACCIDENTS.find((one) => one.name === name),
    E.fromNullable(`unknown accident: ${name}; accidents lists the names`)
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
        TE.map((ran) => {
          if (isEmpty(ran)) terminal.out('\nNothing is left to do: everything is proven, and the plan is empty.\n')
          else shown(terminal, stepsIn(ran.screen, inside, isObjectRight))
          return 0
        })
      )
    })
  )

/** What a screen tells leads to another screen; so often at most. */
const ROUNDS = 4

/**
 * Types what was printed, one line after the other, as long as each ends well. Gives the last screen, or none where a line did
 * not end well.
 */
const typedAll =
  (inside: Inside, steps: ReadonlyArray<Step>): TE.TaskEither<string, Ran | undefined> =>
  async () => {
    let last: Ran | undefined
    for (const { line, as, answers } of steps) {
      const ran = await inside.run(line, as, answers)()
      if (E.isLeft(ran)) return ran
      if (ran.right.code !== 0) return E.right(undefined)
      last = ran.right
    }
    return E.right(last)
  }

/** Types what was printed, and meets what comes of it, until a plan is empty; whether it is. */
const follow =
  (terminal: Terminal, inside: Inside, met: Ran, isObjectRight: boolean): TE.TaskEither<string, boolean> =>
  async () => {
    let screen = met
    for (let round = 0; round < ROUNDS && !isEmpty(screen); round++) {
      const steps = stepsIn(screen.screen, inside, isObjectRight)
      shown(terminal, steps)
      const last = await typedAll(inside, steps)()
      if (E.isLeft(last) || last.right === undefined)
        return pipe(
          last,
          E.map(() => false)
        )
      const isSeen = steps.at(-1)?.line === planLine(inside) || isEmpty(last.right)
      const now = isSeen ? E.right(last.right) : await inside.run(planLine(inside), 'bootstrap')()
      if (E.isLeft(now)) return now
      screen = now.right
    }
    return E.right(isEmpty(screen))
  }

/** Meets the accident of this sandbox, and follows what is printed until preflight passes and the plan is empty. */
export const wayOutByItself = (terminal: Terminal, inside: Inside): TE.TaskEither<string, number> =>
  pipe(
    current(inside),
    TE.flatMap(({ met, rule, isObjectRight }) => {
      const { line, as } = met(inside.stack)
      return pipe(
        inside.run(line, as),
        TE.filterOrElse(
          ({ code, screen }) => rule === undefined || (code !== 0 && new RegExp(`^ +${rule}\\s*$`, 'm').test(screen)),
          () => `${rule} did not refuse it`
        ),
        TE.flatMap((ran) => follow(terminal, inside, ran, isObjectRight))
      )
    }),
    TE.map((isWell) => (isWell ? 0 : 1))
  )

/** Says whether all is well: preflight passes, and the plan is empty. */
export const check = (terminal: Terminal, inside: Inside): TE.TaskEither<string, number> =>
  pipe(
    inside.run(planLine(inside), 'bootstrap'),
    TE.map((ran) => {
      terminal.out(isEmpty(ran) ? 'All is well: preflight passes, and the plan is empty.\n' : 'Not yet: see above.\n')
      return isEmpty(ran) ? 0 : 1
    })
  )
