import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { mistaken, withoutStack } from '../../command-line/failure-text.ts'
import { type StackPorts, namedStacks } from '../../command-line/named-stack.ts'
import { jsonText } from '../../command-line/printable.ts'
import { routeOf } from '../../command-line/route.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { parsed, stackNameOf } from '../../command-line/usage.ts'
import type { OutputFiles } from '../../outside/files/files.port.ts'
import type { Repository } from '../../outside/git/repository.port.ts'
import type { EvidenceReader } from '../../outside/private/stores.port.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import { STATUS_HELP, STATUS_OPTIONS } from './arguments.ts'
import { type LookPorts, lookLive } from './look-live.ts'
import { type LiveSeen, type NotAsked, type StackStatus, countsFor, offlineStatus, withLive } from './stack-status.ts'
import { statusLines } from './status-text.ts'

/** What the command needs of the outside. */
export type StatusPorts = StackPorts &
  LookPorts & {
    readonly outputFiles: Pick<OutputFiles, 'sources' | 'read'>
    readonly repository: Pick<Repository, 'head' | 'committed'>
    readonly evidence: EvidenceReader
  }

const offline = async (
  ports: StatusPorts,
  project: AbsolutePath,
  emissions: ReadonlyArray<Emission>
): Promise<ReadonlyArray<StackStatus>> => {
  const head = await ports.repository.head(project)()
  const all: Array<StackStatus> = []
  for (const emission of emissions) {
    const stack = stackNameOf(emission.source)
    const path = `out/${stack}/main.tf.json`
    all.push(
      offlineStatus({
        emission,
        emitted: await ports.outputFiles.read(project, path)(),
        committed: await pipe(
          TE.fromEither(head),
          TE.flatMap((at) => ports.repository.committed(project, at, path))
        )(),
        planned: await ports.evidence.newest(stack, 'plan', countsFor(emission))(),
        applied: await ports.evidence.newest(stack, 'apply', countsFor(emission))()
      })
    )
  }
  return all
}

/**
 * The stacks with what AWS said of them, and how many are passed over because they are of other accounts. None is passed
 * over that was named or needs attention, nor where AWS was asked about none at all.
 */
const looked = (
  before: ReadonlyArray<StackStatus>,
  said: ReadonlyMap<string, E.Either<NotAsked, LiveSeen> | undefined>,
  { isNamed }: { readonly isNamed: boolean }
): { readonly all: ReadonlyArray<StackStatus>; readonly elsewhere: number } => {
  const answers = before.map(({ source }) => said.get(source))
  const isPassedOver = !isNamed && answers.some((answer) => answer !== undefined && E.isRight(answer))
  const isElsewhere = answers.map(
    (answer) => isPassedOver && answer !== undefined && E.isLeft(answer) && answer.left.isElsewhere
  )
  return {
    all: before.map((status, index) => {
      const answer = answers[index]
      if (answer === undefined || isElsewhere[index] === true) return status
      return withLive(status, answer)
    }),
    elsewhere: before.filter(({ attention }, index) => isElsewhere[index] === true && attention.length === 0).length
  }
}

/** The command: arguments and working directory in, lines and an exit code out. */
export const statusProgram =
  (ports: StatusPorts, terminal: Terminal, cwd: string, argv: ReadonlyArray<string>): T.Task<0 | 1 | 2> =>
  async () => {
    const given = parsed(STATUS_OPTIONS, argv)
    if (E.isLeft(given)) return mistaken('status', terminal, given.left)
    const { values, positionals } = given.right
    if (values.help) {
      terminal.out(STATUS_HELP)
      return 0
    }
    const route = routeOf(cwd, values)
    if (E.isLeft(route)) return mistaken('status', terminal, route.left)
    const found = await namedStacks(ports, cwd, positionals)()
    if (E.isLeft(found)) return withoutStack('status', terminal, found.left)
    const { project, emissions, stacks } = found.right
    const before = await offline(ports, project, emissions)
    const live = values.live ? await lookLive(ports, stacks, route.right) : []
    const { all, elsewhere } = looked(before, new Map(stacks.map(({ source }, index) => [source, live[index]])), {
      isNamed: positionals.length > 0
    })
    const needsNothing = all.every(({ attention }) => attention.length === 0)
    terminal.out(
      values.json
        ? `${jsonText({ version: 1, live: values.live, stacks: all })}\n`
        : asText(
            statusLines(terminal.paintOut, all, {
              isLive: values.live,
              elsewhere,
              lists: values.all || positionals.length > 0 ? 'every one' : 'what needs attention'
            })
          )
    )
    return needsNothing ? 0 : 1
  }
