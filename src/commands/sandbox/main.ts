import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { refusalText } from '../../command-line/diagnostic-text.ts'
import { plain, thisTerminal } from '../../command-line/terminal.ts'
import { PATIENCE_SECONDS, usageText } from '../../command-line/usage.ts'
import { outputFiles } from '../../outside/files/files.ts'
import { stateHome } from '../../outside/private/base.ts'
import { inside } from '../../outside/sandbox/inside.ts'
import { openSandbox } from '../../outside/sandbox/open.ts'
import { type SandboxStack, World } from '../../outside/sandbox/world.port.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { processSignals } from '../../outside/terminal/terminal.ts'
import { SANDBOX_OPTIONS } from './arguments.ts'
import { type SandboxPorts, sandboxProgram } from './program.ts'
import { sandboxStack, sourcesNamed, stackIn } from './stack.ts'

/** The stacks of a project that words name, or all where none is named. Throws with what is wrong with one of them. */
const stacksOf =
  (worker: URL, words: ReadonlyArray<string>) =>
  async (project: AbsolutePath): Promise<ReadonlyArray<SandboxStack>> => {
    const listed = await outputFiles().sources(project)()
    const sources = E.isRight(listed) && O.isSome(listed.right) ? listed.right.value : []
    const chosen = sourcesNamed(project, words, sources)
    if (E.isLeft(chosen)) throw new Error(usageText(chosen.left))
    const emissions = await stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker }).emitAll(project, sources)()
    return emissions
      .filter(({ source }) => chosen.right.includes(source))
      .map(({ source, file }) => {
        if (E.isRight(file)) return sandboxStack(file.right)
        throw new Error(refusalText(plain, [{ source, problems: file.left }]).join('\n'))
      })
  }

/** The sandbox in which this process runs, at the stack of that name. */
const hereIn = (folder: string, name: string | undefined): ReturnType<SandboxPorts['here']> =>
  pipe(
    TE.tryCatch(
      async () => JSON.parse(await Promise.resolve(readFileSync(join(folder, 'world.json'), 'utf8'))) as unknown,
      () => `there is no sandbox in ${folder} any more`
    ),
    TE.flatMap((read) => {
      if (!World.is(read)) return TE.left('this is not a sandbox')
      return pipe(
        stackIn(read.stacks, name),
        E.map((stack) => inside(read, stack)),
        TE.fromEither
      )
    })
  )

/** `npm run sandbox`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { argv, worker, checkout } = invocation
  const { env } = process
  if (!(await begun('sandbox', SANDBOX_OPTIONS, invocation))) return

  let close = async (): Promise<void> => {}
  let isEnding = false
  let isShellOpen = false
  const signals = processSignals((signal) => {
    // Ctrl-C in the shell is meant for what runs there.
    if (isEnding || (signal === 'SIGINT' && isShellOpen)) return
    isEnding = true
    void close().finally(() => signals.leave(130))
  })

  const keptFor = (names: ReadonlyArray<string>): string => {
    const name = createHash('sha256')
      .update(JSON.stringify([process.cwd(), names]))
      .digest('hex')
      .slice(0, 8)
    return join(stateHome(env, homedir()), 'zenthea-foundation', 'sandbox', name)
  }

  const ports: SandboxPorts = {
    open: ({ isOffline, isKept, isReset }, names, tell) =>
      pipe(
        openSandbox({
          project: process.cwd(),
          checkout: fileURLToPath(checkout),
          isOffline,
          keptIn: keptFor(names),
          isKept,
          isReset,
          tell,
          stacksIn: stacksOf(worker, names),
          keep: (undo) => {
            close = undo
          }
        }),
        TE.map((opened) => {
          isShellOpen = true
          return opened
        })
      ),
    here: (named) => {
      const folder = env['ZENTHEA_SANDBOX']
      return folder === undefined ? undefined : hereIn(folder, named ?? env['SANDBOX_STACK'])
    },
    inside
  }
  signals.leave(await sandboxProgram(ports, thisTerminal, argv)())
}
