import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { mistaken } from '../../command-line/failure-text.ts'
import type { Terminal } from '../../command-line/terminal.ts'
import { type Inside, WHO, type Who } from '../../outside/sandbox/world.port.ts'
import type { SandboxArguments } from './arguments.ts'
import { breakIt, check, wayOut, wayOutByItself } from './break.ts'
import { ended } from './text.ts'
import { tour } from './tour.ts'

const misread = (terminal: Terminal, message: string): 2 =>
  mistaken('sandbox', terminal, { _tag: 'NotUnderstood', message })

const isWho = (word: string | undefined): word is Who => WHO.some((who) => who === word)

/** Prints what a shell evaluates to act as another principal. */
const becoming = async (terminal: Terminal, inside: Inside, who: string | undefined): Promise<number> => {
  if (!isWho(who)) return misread(terminal, `as takes one of ${WHO.join(', ')}`)
  return ended(
    terminal,
    pipe(
      await inside.credentials(who)(),
      E.map((credentials) => {
        const { name } = inside.stack
        const variables = {
          ...credentials,
          SANDBOX_WHO: who,
          SANDBOX_STACK: name,
          TF_CLI_CONFIG_FILE: `${inside.world.folder}/${name}.tfrc`
        }
        // A user's own key has neither a session nor an end: what the shell had of the principal before must go.
        for (const key of ['AWS_SESSION_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'])
          if (!(key in variables)) terminal.out(`unset ${key}\n`)
        for (const [key, value] of Object.entries(variables)) terminal.out(`export ${key}='${value}'\n`)
        return 0
      })
    )
  )
}

const Shown = t.type({ TokenCode: t.string })

/** Prints the code that the device of the stack's person shows now. */
const shownCode = (terminal: Terminal, { stack, console }: Inside): TE.TaskEither<string, number> =>
  pipe(
    stack.person,
    TE.fromNullable(`${stack.name} trusts roles alone, so no device shows a code for it`),
    TE.flatMap((arn) => console('second_factor', { arn })),
    TE.filterOrElse(Shown.is, () => 'the stand-in named no code'),
    TE.map(({ TokenCode }) => {
      terminal.out(`${TokenCode}\n`)
      return 0
    })
  )

/** How many words each word of the shell takes, itself included. */
const MOST_WORDS: Readonly<Record<string, number>> = { as: 3, break: 2, 'way-out': 1, check: 1, mfa: 1, tour: 1 }

/** What the words of a sandbox's own shell do. */
export const insideProgram = async (terminal: Terminal, inside: Inside, args: SandboxArguments): Promise<number> => {
  const [word, name] = args.words
  const surplus = args.words[MOST_WORDS[word ?? ''] ?? args.words.length]
  if (surplus !== undefined) return misread(terminal, `${word} does not take '${surplus}'`)
  switch (word ?? '') {
    case 'as':
      return becoming(terminal, inside, name)
    case 'break':
      return ended(terminal, await breakIt(terminal, inside, name ?? '')())
    case 'way-out':
      return ended(terminal, await (args.isYes ? wayOutByItself : wayOut)(terminal, inside)())
    case 'check':
      return ended(terminal, await check(terminal, inside)())
    case 'mfa':
      return ended(terminal, await shownCode(terminal, inside)())
    case 'tour':
      return ended(terminal, await tour(terminal, inside, args.isYes)())
    default:
      return misread(terminal, 'this is a sandbox already; see --help for what its shell knows')
  }
}
