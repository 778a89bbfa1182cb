import { resolve } from 'node:path'
import { type AbsolutePath, type Moment, absolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { SharedConfig, Variables } from '../../caller/surroundings.ts'
import { explainLines } from '../../command-line/diagnostic-text.ts'
import { failureText, mistaken } from '../../command-line/failure-text.ts'
import type { StackPorts } from '../../command-line/named-stack.ts'
import { jsonText, printable } from '../../command-line/printable.ts'
import { routeOf } from '../../command-line/route.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'
import type { Repository } from '../../outside/git/repository.port.ts'
import type { UsableFolders } from '../../outside/private/stores.port.ts'
import type { Clock } from '../../outside/process/clock.port.ts'
import type { CliConfigurationReader, TofuFinder } from '../../outside/tofu/tofu.port.ts'
import { judgeCli } from '../preflight/checks/environment/cli-configuration.ts'
import { providerFolders } from '../preflight/checks/environment/provider-sources.ts'
import { DOCTOR_HELP, DOCTOR_OPTIONS } from './arguments.ts'
import * as row from './rows.ts'

/** What the command needs of the outside. */
export type DoctorPorts = StackPorts & {
  readonly variables: Variables
  readonly node: { readonly version: string; readonly oldest: readonly [number, number] }
  readonly repository: Pick<Repository, 'head'>
  readonly finder: TofuFinder
  readonly cliConfiguration: CliConfigurationReader
  readonly sharedConfig: T.Task<SharedConfig>
  readonly folders: UsableFolders
  readonly clock: Clock
  /** When the newest of these files of a project was written. */
  readonly newest: (project: AbsolutePath, files: ReadonlyArray<string>) => T.Task<Moment>
  readonly isPersonThere: boolean
}

type Asked = { readonly tofu: AbsolutePath | undefined; readonly route: Parameters<typeof row.credentials>[2] }

const providerRow = async ({ cliConfiguration, variables }: DoctorPorts, project: AbsolutePath): Promise<row.Row> => {
  const cli = await cliConfiguration.read(project, variables)()
  const folders = E.isLeft(cli) ? [] : providerFolders(cli.right, O.toUndefined(judgeCli(cli.right).sources))
  return row.providerSource(cli, await cliConfiguration.distrusted(project, folders)())
}

const stacksRow = async ({ outputFiles, stackEvaluator }: DoctorPorts, project: AbsolutePath): Promise<row.Row> => {
  const listed = await outputFiles.sources(project)()
  if (E.isLeft(listed))
    return { name: 'stacks', ok: false, says: failureText(listed.left), remedy: 'npm run emit', word: 'system-refused' }
  const sources = O.isSome(listed.right) ? listed.right.value : []
  return row.stacks(sources.length === 0 ? [] : await stackEvaluator.emitAll(project, sources)())
}

/** The ten rows, in the order in which one needs them. */
const rows =
  (ports: DoctorPorts, project: AbsolutePath, { tofu, route }: Asked): T.Task<ReadonlyArray<row.Row>> =>
  async () => {
    const { variables, folders, clock } = ports
    const [state, temporary] = [await folders.state(), await folders.temporary()]
    return [
      row.git(await ports.repository.head(project)()),
      row.node(ports.node.version, ports.node.oldest),
      row.tofu(await ports.finder.find(project, tofu, variables['PATH'])()),
      await providerRow(ports, project),
      row.credentials(variables, await ports.sharedConfig(), route),
      row.privateFolders(state, temporary),
      row.clock(clock.now(), await ports.newest(project, ['package.json', 'stacks', 'out'])(), clock.written),
      row.terminal(ports.isPersonThere),
      await stacksRow(ports, project),
      row.evidence(await folders.evidence())
    ]
  }

const rowLines =
  ({ paintOut: paint }: Terminal) =>
  ({ name, ok, says, remedy }: row.Row): ReadonlyArray<string> => [
    `  ${ok ? paint('green', 'ok ') : paint('red', 'no ')}  ${name.padEnd(15)}  ${printable(says)}`,
    ...(remedy === undefined ? [] : [`         to do          ${paint('cyan', printable(remedy))}`])
  ]

/** The command: arguments and working directory in, lines and an exit code out. */
export const doctorProgram = (
  ports: DoctorPorts,
  terminal: Terminal,
  cwd: string,
  argv: ReadonlyArray<string>
): T.Task<0 | 1 | 2> => {
  const read = pipe(
    E.Do,
    E.apS('given', parsed(DOCTOR_OPTIONS, argv)),
    E.bind('route', ({ given }) => routeOf(cwd, given.values)),
    E.filterOrElse(
      ({ given }) => given.positionals.length === 0,
      (): UsageMistake => ({ _tag: 'NotUnderstood', message: 'doctor takes no stack: it looks at this machine' })
    )
  )
  if (E.isLeft(read)) return T.of(mistaken('doctor', terminal, read.left))
  const { given, route } = read.right
  const { tofu } = given.values
  if (given.values.help) {
    terminal.out(DOCTOR_HELP)
    return T.of(0)
  }
  return pipe(
    rows(ports, absolutePath(cwd), { tofu: tofu === undefined ? undefined : absolutePath(resolve(cwd, tofu)), route }),
    T.map((found) => {
      const isPassed = found.every(({ ok }) => ok)
      terminal.out(
        given.values.json
          ? `${jsonText({ version: 1, passed: isPassed, rows: found.map(({ remedy = null, word = null, ...of }) => ({ ...of, remedy, word })) })}\n`
          : asText([
              ...found.flatMap(rowLines(terminal)),
              ...explainLines(found.flatMap(({ word }) => (word === undefined ? [] : [{ rule: word }])))
            ])
      )
      return isPassed ? 0 : 1
    })
  )
}
