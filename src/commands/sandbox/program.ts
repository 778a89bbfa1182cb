import * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { mistaken } from '../../command-line/failure-text.ts'
import { printable } from '../../command-line/printable.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import type { Inside, SandboxStack, World } from '../../outside/sandbox/world.port.ts'
import { SANDBOX_HELP, type SandboxArguments, sandboxArguments, stackNamed } from './arguments.ts'
import { insideProgram } from './inside.ts'
import { ended, listLines, welcomeLines } from './text.ts'
import { tour } from './tour.ts'

/** What a sandbox needs of the outside. */
export type SandboxPorts = {
  /** Opens one for these stacks, by their names; all of the project where none is named. */
  readonly open: (
    asked: Pick<SandboxArguments, 'isOffline' | 'isKept' | 'isReset'>,
    names: ReadonlyArray<string>,
    tell: (line: string) => void
  ) => TE.TaskEither<string, { readonly world: World; readonly isKept: boolean; readonly close: T.Task<void> }>
  /** The sandbox in which this program runs, at the stack of that name. Without a name it is at the stack of its shell. */
  readonly here: (named: string | undefined) => TE.TaskEither<string, Inside> | undefined
  readonly inside: (world: World, stack: SandboxStack) => Inside
}

const opened = async (ports: SandboxPorts, terminal: Terminal, args: SandboxArguments): Promise<number> => {
  const names = args.words.map(stackNamed)
  const tell = (line: string): void => terminal.err(`  ${printable(line)}\n`)
  terminal.err(
    `${terminal.paintErr('bold', 'SANDBOX')}: a copy of the committed stacks, and AWS on this machine alone\n`
  )
  const open = await ports.open(args, names, tell)()
  if (E.isLeft(open)) return ended(terminal, open)
  const { world, isKept, close } = open.right
  try {
    const [stack] = world.stacks
    if (stack === undefined) return ended(terminal, E.left('there is no stack'))
    const inside = ports.inside(world, stack)
    terminal.err(asText(welcomeLines(terminal.paintErr, world)))
    if (args.isTour) {
      const code = ended(terminal, await tour(terminal, inside, args.isYes)())
      if (code !== 0 || args.run === undefined) return code
    }
    return ended(terminal, await inside.byHand(args.run, 'bootstrap')())
  } finally {
    await close()
    terminal.err(isKept ? 'SANDBOX kept for next time; --reset begins anew\n' : 'SANDBOX gone: nothing of it is left\n')
  }
}

/** The command: arguments in, lines and an exit code out. */
export const sandboxProgram =
  (ports: SandboxPorts, terminal: Terminal, argv: ReadonlyArray<string>): T.Task<number> =>
  async () => {
    const read = sandboxArguments(argv)
    if (E.isLeft(read)) return mistaken('sandbox', terminal, read.left)
    const args = read.right
    if (args.help) {
      terminal.out(SANDBOX_HELP)
      return 0
    }
    if (args.isList) {
      terminal.out(asText(listLines(terminal.paintOut)))
      return 0
    }
    const [word, , named] = args.words
    const here = ports.here(word === 'as' && named !== undefined ? stackNamed(named) : undefined)
    if (here !== undefined)
      return await pipe(await here(), (found) =>
        E.isLeft(found) ? Promise.resolve(ended(terminal, found)) : insideProgram(terminal, found.right, args)
      )
    if (args.words.length === 0 && !args.isAll)
      return mistaken('sandbox', terminal, {
        _tag: 'NotUnderstood',
        message: 'name a stack, or --all of them'
      })
    return opened(ports, terminal, args)
  }
