import * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { createLogUpdate } from 'log-update'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { openLiveBackend } from '../adapters/aws-live.ts'
import { cliConfigurationReader } from '../adapters/cli-configuration.ts'
import { clock } from '../adapters/clock.ts'
import { gitRepository } from '../adapters/git-repository.ts'
import { outputFiles } from '../adapters/output-files.ts'
import { sha256 } from '../adapters/sha256.ts'
import { sharedConfig } from '../adapters/shared-config.ts'
import { stackEvaluator } from '../adapters/stack-evaluator.ts'
import { workingDirectory } from '../adapters/working-directory.ts'
import { guardEdge } from './edge.ts'
import { type PreflightProgramPorts, preflightProgram } from './preflight/program.ts'
import { paintFor } from './text/paint.ts'

/** `npm run preflight`: the ports are given their adapters, and the program its arguments. */
const argv = process.argv.slice(2)
const cwd = process.cwd()
const { env } = process

// Says which Node a later release of the SDK will need; the release that is used here is pinned.
env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

guardEdge('preflight', argv.includes('--debug'))

let undo: O.Option<T.Task<void>> = O.none
let isEnding = false

/** What a run that is being ended would still say is not said: its last words are that it was interrupted. */
const unlessEnding =
  <A extends ReadonlyArray<unknown>>(say: (...what: A) => void) =>
  (...what: A): void => {
    if (!isEnding) say(...what)
  }

const terminal = {
  out: unlessEnding((text: string) => void process.stdout.write(text)),
  err: unlessEnding((text: string) => void process.stderr.write(text)),
  paintOut: paintFor(process.stdout, env),
  paintErr: paintFor(process.stderr, env)
}

const drawn = process.stdout.isTTY && env['TERM'] !== 'dumb' ? createLogUpdate(process.stdout) : undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (isEnding) return
    isEnding = true
    drawn?.done()
    process.stderr.write('\ninterrupted; nothing was changed\n')
    if (O.isNone(undo)) process.exit(130)
    process.stderr.write('removing the probe of the lock\n')
    void Promise.race([undo.value(), setTimeout(25_000)]).finally(() => process.exit(130))
  })

const pause = (millis: number) => () => setTimeout(millis, undefined)

const ports: PreflightProgramPorts = {
  stackEvaluator: stackEvaluator({ patienceSeconds: 10 }),
  outputFiles: outputFiles(),
  variables: env,
  sharedConfig,
  cliConfiguration: cliConfigurationReader(),
  repository: gitRepository({ variables: env, patienceMillis: 10_000 }),
  directory: workingDirectory(),
  clock,
  newId: () => randomUUID(),
  keep: (next) => () => {
    undo = next
  },
  pause,
  sha256,
  redraw:
    drawn === undefined
      ? undefined
      : Object.assign(unlessEnding(drawn), {
          clear: unlessEnding(() => drawn.clear()),
          done: unlessEnding(() => drawn.done())
        }),
  open: (subject, retrying) =>
    pipe(
      openLiveBackend(subject.route, env['AWS_PROFILE'] || undefined, subject.wanted.declaration, {
        region: subject.wanted.declaration.region.aws,
        patienceMillis: 20_000,
        pause,
        retrying
      }),
      TE.map(({ aws }) => aws)
    )
}

const code = await preflightProgram(ports, terminal, cwd, argv)()
// A run that is being ended from outside ends where its probe is removed.
if (!isEnding) process.exit(code)
