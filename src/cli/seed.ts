import { setTimeout } from 'node:timers/promises'
import { awsSession } from '../adapters/aws-session.ts'
import { outputFiles } from '../adapters/output-files.ts'
import { sharedConfig } from '../adapters/shared-config.ts'
import { stackEvaluator } from '../adapters/stack-evaluator.ts'
import { person } from '../adapters/terminal.ts'
import { guardEdge } from './edge.ts'
import { paintFor } from './text/paint.ts'
import { type Memory, type SeedProgramPorts, seedProgram } from './seed/program.ts'

const argv = process.argv.slice(2)
const cwd = process.cwd()
const { env } = process

// Says which Node a later release of the SDK will need; the release that is used here is pinned.
env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

guardEdge('seed', argv.includes('--debug'))

const terminal = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  paintOut: paintFor(process.stdout, env),
  paintErr: paintFor(process.stderr, env)
}

const memory: Memory = { exists: () => ['nothing was created'] }

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    process.stderr.write(['', 'interrupted', ...memory.exists(), ''].join('\n'))
    process.exit(130)
  })

const pause = (millis: number) => () => setTimeout(millis)

const ports: SeedProgramPorts = {
  stackEvaluator: stackEvaluator({ patienceSeconds: 10 }),
  outputFiles: outputFiles(),
  variables: env,
  sharedConfig,
  open: ({ declaration }, route, retrying) =>
    awsSession(route, env['AWS_PROFILE'] || undefined, {
      region: declaration.region.aws,
      patienceMillis: 20_000,
      pause,
      retrying
    }),
  person: person(process.stdin, process.stdout, process.stdout),
  pause
}

process.exit(await seedProgram(ports, terminal, memory, cwd, argv)())
