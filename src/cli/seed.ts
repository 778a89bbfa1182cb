import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { outputFiles } from '../adapters/output/files.ts'
import { sharedConfig } from '../adapters/aws/shared-config.ts'
import { stackEvaluator } from '../adapters/stack/evaluator.ts'
import { person } from '../adapters/terminal.ts'
import { PATIENCE_SECONDS } from './stack/patience.ts'
import { callingIn, pause, silenceSdk } from './calling.ts'
import { begun } from './begin.ts'
import { SEED_OPTIONS } from './seed/arguments.ts'
import { type Memory, type SeedProgramPorts, seedProgram } from './seed/program.ts'
import type { Invocation } from './invocation.ts'
import { thisTerminal } from './this-terminal.ts'

/** `npm run seed`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  const { env } = process

  silenceSdk(env)
  if (!(await begun('seed', SEED_OPTIONS, invocation))) return

  const memory: Memory = { exists: () => ['nothing was created'] }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      process.stderr.write(['', 'interrupted', ...memory.exists(), ''].join('\n'))
      process.exit(130)
    })

  const ports: SeedProgramPorts = {
    stackEvaluator: stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker }),
    outputFiles: outputFiles(),
    variables: env,
    sharedConfig,
    open: ({ declaration }, route, retrying) =>
      pipe(
        () => import('../adapters/aws/session.ts'),
        T.flatMap(({ awsSession }) =>
          awsSession(route, env['AWS_PROFILE'] || undefined, callingIn(declaration.region.aws, retrying))
        )
      ),
    person: person(process.stdin, process.stdout, process.stdout),
    pause
  }

  process.exit(await seedProgram(ports, thisTerminal, memory, process.cwd(), argv)())
}
