import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { randomUUID } from 'node:crypto'
import { cliConfigurationReader } from '../outside/tofu/cli-configuration.ts'
import { clock } from '../outside/process/clock.ts'
import { gitRepository } from '../outside/git/repository.ts'
import { outputFiles } from '../outside/files/files.ts'
import { sha256 } from '../outside/process/sha256.port.ts'
import { sharedConfig } from '../outside/aws/shared-config.ts'
import { stackEvaluator } from '../outside/stack/evaluator.ts'
import { knowingTheCommit } from '../outside/stack/in-commit.ts'
import { sourcesRead, stackFiles } from '../outside/stack/files.ts'
import { workingDirectory } from '../outside/tofu/checkout.ts'
import { callingIn, pause } from '../command-line/calling.ts'
import type { ProvePorts } from './guard/prove.ts'
import type { StackPorts } from '../command-line/named-stack.ts'
import { PATIENCE_SECONDS } from '../command-line/usage.ts'

const repositoryIn = (env: NodeJS.ProcessEnv) => gitRepository({ variables: env, patienceMillis: 10_000 })

type ProvingPorts = StackPorts & Omit<ProvePorts, 'keep'> & { readonly sha256: typeof sha256 }

/**
 * What a stack is read and proven with, on this machine and in this environment. `projects` are those of the command line. Preflight and the guard use the same. The AWS
 * SDK is loaded when AWS is asked, so a person who reads the help or is refused before does not wait for it.
 */
export const provingPorts = (env: NodeJS.ProcessEnv, worker: URL, projects: ReadonlyArray<string>): ProvingPorts => ({
  stackEvaluator: knowingTheCommit(stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker }), repositoryIn(env)),
  readSources: (project) => T.fromIO(() => sourcesRead(stackFiles(project))),
  outputFiles: outputFiles(),
  variables: env,
  sharedConfig: sharedConfig(projects),
  cliConfiguration: cliConfigurationReader(),
  repository: repositoryIn(env),
  directory: workingDirectory(),
  clock,
  newId: () => randomUUID(),
  pause,
  sha256,
  open: ({ route, wanted: { declaration } }, retrying) =>
    pipe(
      () => import('../outside/aws/session.ts'),
      T.flatMap(({ openLiveBackend }) =>
        openLiveBackend(
          route,
          { profile: env['AWS_PROFILE'] || undefined, projects },
          declaration,
          callingIn(declaration.region.aws, retrying)
        )
      )
    )
})
