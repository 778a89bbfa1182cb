import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { outputFiles } from '../../outside/files/files.ts'
import { sharedConfig } from '../../outside/aws/shared-config.ts'
import { gitRepository } from '../../outside/git/repository.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { knowingTheCommit } from '../../outside/stack/in-commit.ts'
import { person } from '../../outside/terminal/terminal.ts'
import { PATIENCE_SECONDS } from '../../command-line/usage.ts'
import { callingIn, pause, silenceSdk } from '../../command-line/calling.ts'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { projectsNamed } from '../../command-line/selection.ts'
import { SEED_OPTIONS } from './arguments.ts'
import { type Memory, type SeedProgramPorts, seedProgram } from './program.ts'

/** `npm run seed`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  const { env } = process
  silenceSdk(env)

  const memory: Memory = { exists: () => ['nothing was created'] }
  const interrupted = (): string => ['', 'interrupted', ...memory.exists(), ''].join('\n')

  const projects = projectsNamed(process.cwd(), argv)
  const ports: SeedProgramPorts = {
    stackEvaluator: knowingTheCommit(
      stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker }),
      gitRepository({ variables: env, patienceMillis: 10_000 })
    ),
    outputFiles: outputFiles(),
    variables: env,
    sharedConfig: sharedConfig(projects),
    open: ({ declaration }, route, retrying) =>
      pipe(
        () => import('../../outside/aws/session.ts'),
        T.flatMap(({ awsSession }) =>
          awsSession(
            route,
            { profile: env['AWS_PROFILE'] || undefined, projects },
            callingIn(declaration.region.aws, retrying)
          )
        )
      ),
    person: person(process.stdin, process.stdout, process.stdout),
    pause
  }

  return runCommand({ name: 'seed', options: SEED_OPTIONS, interrupted }, invocation, ({ terminal }) =>
    seedProgram(ports, terminal, memory, process.cwd(), argv)
  )
}
