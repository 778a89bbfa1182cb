import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import { randomUUID } from 'node:crypto'
import { homedir, tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openLiveBackend } from '../adapters/aws-live.ts'
import { cliConfigurationReader } from '../adapters/cli-configuration.ts'
import { clock } from '../adapters/clock.ts'
import { evidenceStore } from '../adapters/evidence-store.ts'
import { gitRepository } from '../adapters/git-repository.ts'
import { outputFiles } from '../adapters/output-files.ts'
import { planStore } from '../adapters/plan-store.ts'
import { stateHome } from '../adapters/private-base.ts'
import { privateRunFolders } from '../adapters/private-run-folder.ts'
import { processSignals } from '../adapters/process-signals.ts'
import { sha256 } from '../adapters/sha256.ts'
import { sharedConfig } from '../adapters/shared-config.ts'
import { stackEvaluator } from '../adapters/stack-evaluator.ts'
import { person } from '../adapters/terminal.ts'
import { tofuFinder } from '../adapters/tofu-finder.ts'
import { tofuProcess } from '../adapters/tofu-process.ts'
import { workingDirectory } from '../adapters/working-directory.ts'
import { guardEdge } from './edge.ts'
import { interruptionLines } from './guard/interruption-text.ts'
import { type GuardProgramPorts, guardProgram } from './guard/program.ts'
import type { Memory } from './guard/run.ts'
import { asText } from './terminal.ts'
import { paintFor } from './text/paint.ts'

const argv = process.argv.slice(2)
const cwd = process.cwd()
const { env } = process

// Says which Node a later release of the SDK will need; the release that is used here is pinned.
env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
// What tofu writes beside the stack is its user's alone: errored.tfstate is a whole state.
process.umask(0o077)

guardEdge('tofu', argv.includes('--debug'))

const terminal = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  paintOut: paintFor(process.stdout, env),
  paintErr: paintFor(process.stderr, env)
}

const memory: Memory = { interrupted: T.fromIO(() => terminal.err('\ninterrupted; nothing was applied\n')) }
let undo: O.Option<T.Task<void>> = O.none
let isEnding = false

const ended = async (): Promise<void> => {
  if (O.isSome(undo)) await Promise.race([undo.value(), setTimeout(25_000)])
  await memory.interrupted()
}

const signals = processSignals(() => {
  if (isEnding) return
  isEnding = true
  void ended().finally(() => signals.leave(130))
})

const pause = (millis: number) => () => setTimeout(millis, undefined)
const newId = (): string => randomUUID()
const base = stateHome(env, homedir())

const ports: GuardProgramPorts = {
  stackEvaluator: stackEvaluator({ patienceSeconds: 10 }),
  outputFiles: outputFiles(),
  variables: env['AWS_CA_BUNDLE'] ? { ...env, AWS_CA_BUNDLE: resolve(cwd, env['AWS_CA_BUNDLE']) } : env,
  sharedConfig,
  cliConfiguration: cliConfigurationReader(),
  repository: gitRepository({ variables: env, patienceMillis: 10_000 }),
  directory: workingDirectory(),
  clock,
  newId,
  keep: (next) => () => {
    undo = next
  },
  pause,
  open: (subject, retrying) =>
    openLiveBackend(subject.route, env['AWS_PROFILE'] || undefined, subject.wanted.declaration, {
      region: subject.wanted.declaration.region.aws,
      patienceMillis: 20_000,
      pause,
      retrying
    }),
  finder: tofuFinder,
  tofu: tofuProcess(signals, (interruption) => terminal.err(asText(interruptionLines(interruption)))),
  folders: privateRunFolders(tmpdir()),
  plans: planStore(base, newId),
  evidence: evidenceStore(base),
  sha256,
  person: person(process.stdin, process.stdout, process.stdout)
}

signals.leave(await guardProgram(ports, terminal, memory, cwd, argv)())
