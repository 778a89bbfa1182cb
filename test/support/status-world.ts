import { pipe } from 'fp-ts/lib/function.js'
import type { NoSession } from '../../src/outside/aws/identity.port.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { plain } from '../../src/command-line/terminal.ts'
import { type StatusPorts, statusProgram } from '../../src/commands/status/program.ts'
import { momentAt } from '../../src/diagnostics/kinds.ts'
import { clock } from '../../src/outside/process/clock.ts'
import { type PreflightWorld, awsIn, healthyWorld } from './preflight-world.ts'
import { emittedStaging } from './wanted.ts'

const file = emittedStaging()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What differs from a project in which all is as it must be: its evidence, its files, and why AWS could not be opened. */
export type StatusGiven = {
  evidence?: Readonly<Record<string, unknown>>
  disk?: E.Either<unknown, O.Option<string>>
  commit?: E.Either<unknown, O.Option<string>>
  refused?: boolean
  noCredentials?: NoSession
  variables?: Readonly<Record<string, string>>
  source?: string
}

/** The lines that status prints in that world, with what it asks of AWS and the exit code. */
export const saidByStatus =
  (given: StatusGiven, change: (world: PreflightWorld) => unknown = () => undefined, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const world = healthyWorld()
    change(world)
    const asked: Array<string> = []
    const lines: Array<string> = []
    const [there, page] = [E.right(O.some(file.text)), E.right(O.some(file.review.text))]
    const ports = {
      outputFiles: {
        folders: () => TE.right([]),
        sources: () => TE.right(O.some([given.source ?? 'stacks/staging-eu.ts'])),
        read: (_: string, path: string) =>
          T.of(E.map(O.map(bytes))(path.endsWith('.md') ? page : (given.disk ?? there)))
      },
      stackEvaluator: {
        emitAll: (_: string, sources: ReadonlyArray<string>) =>
          T.of(
            sources.map((source) => ({
              source,
              imports: [],
              read: new Map(),
              file: given.refused === true ? E.left([{ rule: 'one-account' }, { rule: 'x' }]) : E.right(file)
            }))
          )
      },
      repository: {
        stackFiles: () => TE.right([]),
        head: () => TE.right({ commit: 'c' }),
        committed: (_: string, __: unknown, path: string) =>
          T.of(
            E.map(O.map((text: string) => ({ bytes: bytes(text) })))(
              path.endsWith('.md') ? page : (given.commit ?? there)
            )
          )
      },
      evidence: {
        newest: (_: string, command: string, counts: (document: string) => boolean) =>
          TE.right(
            pipe(
              O.fromNullable(given.evidence?.[command]),
              O.map((document: unknown) => JSON.stringify(document)),
              O.filter(counts)
            )
          )
      },
      variables: given.variables ?? world.variables,
      sharedConfig: T.of({ config: {}, credentials: {} }),
      clock: { ...clock, now: () => momentAt(Date.UTC(2026, 0, 31, 12)) },
      pause: (millis: number) => {
        asked.push(`pause ${millis}`)
        return T.of(undefined)
      },
      open: () => T.of(given.noCredentials === undefined ? E.right(awsIn(world, asked)) : E.left(given.noCredentials))
    } as unknown as StatusPorts
    const print = (text: string): void => void lines.push(...text.replace(/\n$/, '').split('\n'))
    const code = await statusProgram(
      ports,
      { out: print, err: print, paintOut: plain, paintErr: plain },
      '/project',
      argv
    )()
    const calls = [...new Set(asked)].map((one) => `> ${one}, ${asked.filter((other) => other === one).length} times`)
    return [...calls, ...lines, `exit code ${code}`]
  }
