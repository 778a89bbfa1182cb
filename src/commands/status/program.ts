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
import type { Head, Repository, RepositoryFailure } from '../../outside/git/repository.port.ts'
import type { EvidenceReader } from '../../outside/private/stores.port.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import { STATUS_HELP, STATUS_OPTIONS } from './arguments.ts'
import { type LookPorts, lookLive } from './look-live.ts'
import { goneStacks, strangerAttention } from './beyond-stacks.ts'
import {
  type LiveSeen,
  type NotAsked,
  type StackStatus,
  alsoAttending,
  goneStatus,
  offlineStatus,
  withLive
} from './stack-status.ts'
import { accountOf, countsFor } from './last-runs.ts'
import { notCommitted } from './not-committed.ts'
import { statusLines } from './status-text.ts'

/** What the command needs of the outside. */
export type StatusPorts = StackPorts &
  LookPorts & {
    readonly outputFiles: Pick<OutputFiles, 'sources' | 'read' | 'folders'>
    readonly repository: Pick<Repository, 'head' | 'committed' | 'stackFiles'>
    readonly evidence: EvidenceReader
  }

/** What is known without AWS of the stacks that were asked about. Of all, those without a stack file are told too. */
const offline = async (
  ports: StatusPorts,
  project: AbsolutePath,
  emissions: ReadonlyArray<Emission>,
  { isNamed }: { readonly isNamed: boolean }
): Promise<ReadonlyArray<StackStatus>> => {
  const { repository, outputFiles, evidence } = ports
  const head = await repository.head(project)()
  const inHead = <A>(
    read: (at: Head) => TE.TaskEither<RepositoryFailure, A>
  ): Promise<E.Either<RepositoryFailure, A>> => pipe(TE.fromEither(head), TE.flatMap(read))()
  const folders = await outputFiles.folders(project)()
  const runsOf = async (stack: string, account: string | undefined) => ({
    planned: await evidence.newest(stack, 'plan', countsFor(account))(),
    applied: await evidence.newest(stack, 'apply', countsFor(account))()
  })
  const sources = await inHead((at) => repository.stackFiles(project, at))
  const besideOf = async (page: string) => ({
    sources,
    page: await outputFiles.read(project, page)(),
    committedPage: await inHead((at) => repository.committed(project, at, page))
  })
  const all: Array<StackStatus> = []
  for (const emission of emissions) {
    const stack = stackNameOf(emission.source)
    const path = `out/${stack}/main.tf.json`
    const emitted = await outputFiles.read(project, path)()
    const committed = await inHead((at) => repository.committed(project, at, path))
    const status = offlineStatus({ emission, emitted, committed, ...(await runsOf(stack, accountOf(emission))) })
    const isWhole = status.emitted === 'as declared' && status.committed === 'as declared'
    const others = isWhole ? notCommitted(emission, await besideOf(`out/${stack}/REVIEW.md`)) : []
    all.push([...others, ...strangerAttention(folders, stack)].reduce(alsoAttending, status))
  }
  if (isNamed) return all
  const named = emissions.map(({ source }) => source)
  for (const gone of goneStacks(sources, folders, named))
    all.push(goneStatus(gone, await runsOf(stackNameOf(gone.source), undefined)))
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
    const isNamed = positionals.length > 0
    const before = await offline(ports, project, emissions, { isNamed })
    const live = values.live ? await lookLive(ports, stacks, route.right) : []
    const { all, elsewhere } = looked(before, new Map(stacks.map(({ source }, index) => [source, live[index]])), {
      isNamed
    })
    const needsNothing = all.every(({ attention }) => attention.length === 0)
    terminal.out(
      values.json
        ? `${jsonText({ version: 1, live: values.live, stacks: all })}\n`
        : asText(
            statusLines(terminal.paintOut, all, {
              isLive: values.live,
              elsewhere,
              lists: values.all || isNamed ? 'every one' : 'what needs attention'
            })
          )
    )
    return needsNothing ? 0 : 1
  }
