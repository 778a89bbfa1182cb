import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Inside, type Typing, nextOwner } from '../../outside/sandbox/world.port.ts'
import { QUESTION } from './way-out.ts'

const stackFile = ({ stack }: Inside): string => `stacks/${stack.name}.ts`

/** Runs a line that must end well; what stood on the terminal. */
const done = (inside: Inside, line: string): TE.TaskEither<string, string> =>
  pipe(
    inside.run(line, 'bootstrap', [], false),
    TE.flatMap(({ code, screen }) =>
      code === 0 ? TE.right(screen) : TE.left(`${line} ended with ${code}:\n${screen}`)
    )
  )

/** Edits the stack's file, emits it and commits both, as a review would end. */
const reviewed = (inside: Inside, form: RegExp, by: string): TE.TaskEither<string, string> =>
  pipe(
    inside.read(stackFile(inside)),
    TE.filterOrElse(
      (text) => form.test(text),
      () => `${stackFile(inside)} is written in another way than this accident edits: it needs ${form.source}`
    ),
    TE.flatMap((text) => inside.write(stackFile(inside), text.replace(form, by))),
    TE.flatMap(() => done(inside, `npm run emit -- ${stackFile(inside)} && git commit -qam 'A reviewed change'`))
  )

/** A change of the lock table's tag that was reviewed, and its plan. It is another one each time. */
const planned = (inside: Inside, why: string): TE.TaskEither<string, string> =>
  pipe(
    inside.read(stackFile(inside)),
    TE.map((text) => (text.includes(` lock ${why}'`) ? `${why} again` : why)),
    TE.flatMap((end) => reviewed(inside, /(\bPurpose: ')[^']* lock\b[^']*'/, `$1OpenTofu state lock ${end}'`)),
    TE.flatMap(() => done(inside, `npm run tofu -- ${stackFile(inside)} plan`))
  )

/** What happens to an apply. All but the first happen while AWS has changed the table and its answer is on the way. */
export type Interruption = 'none' | 'kill' | 'close' | 'cut' | 'expire'

/** The call that changes the tag, and the one that stores the digest, as the stand-in knows them. */
const CHANGE = '.TagResource'
const DIGEST = '.PutItem'

/** A person who comes back to a new terminal while the run goes on is told so. */
const refusedBeside = (inside: Inside): TE.TaskEither<string, unknown> =>
  pipe(
    inside.run(`npm run tofu -- ${stackFile(inside)} plan`, 'bootstrap'),
    TE.filterOrElse(
      ({ code, screen }) => code === 1 && screen.includes('run-alone'),
      () => 'a second run was not refused while the first was at work'
    )
  )

const meanwhile = (inside: Inside, how: Exclude<Interruption, 'none'>): TE.TaskEither<string, unknown> => {
  switch (how) {
    case 'kill':
      return inside.killTofu
    case 'close':
      return refusedBeside(inside)
    case 'cut':
      return TE.fromIO(inside.way.cutAt(DIGEST))
    case 'expire':
      return TE.fromIO(inside.way.expireAt(''))
  }
}

/** Applies a change that was planned; something happens to it while AWS answers. Left where it could not. */
export const applied = (inside: Inside, how: Interruption): TE.TaskEither<string, unknown> =>
  pipe(
    planned(inside, how),
    TE.flatMap(() => async () => {
      const { way, stack } = inside
      const typing: Typing = [
        [QUESTION, `${stack.environment}\n`],
        ...(how === 'close' ? ([['aws_dynamodb_table.lock: Modifying', null]] as const) : [])
      ]
      if (how !== 'none') way.hold(CHANGE)()
      const running = inside.run(`npm run tofu -- ${stackFile(inside)} apply`, 'bootstrap', typing, false)()
      const happened =
        how === 'none'
          ? E.right(undefined)
          : await pipe(
              way.held,
              TE.flatMap(() => meanwhile(inside, how))
            )()
      way.release()
      const ended = await running
      way.mend()
      return E.isLeft(happened) ? happened : ended
    })
  )

/** The emitted file is edited when its plan is kept. */
export const edited = (inside: Inside): TE.TaskEither<string, unknown> => {
  const file = `out/${inside.stack.name}/main.tf.json`
  return pipe(
    planned(inside, 'edited'),
    TE.flatMap(() => inside.read(file)),
    TE.flatMap((text) => inside.write(file, text.replace('"Enabled"', '"Suspended"')))
  )
}

/** Declares the new owner at once. The old one, whom AWS still asks for, may then do nothing any more. */
export const handedOver = (inside: Inside): TE.TaskEither<string, unknown> =>
  reviewed(inside, /(\bbootstrapPrincipal: ')[^']*'/, `$1${nextOwner(inside.stack)}'`)
