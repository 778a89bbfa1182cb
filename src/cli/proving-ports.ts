import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { randomUUID } from 'node:crypto'
import { cliConfigurationReader } from '../adapters/tofu/cli-configuration.ts'
import { clock } from '../adapters/clock.ts'
import { gitRepository } from '../adapters/git/repository.ts'
import { outputFiles } from '../adapters/output/files.ts'
import { sha256 } from '../adapters/sha256.ts'
import { sharedConfig } from '../adapters/aws/shared-config.ts'
import { stackEvaluator } from '../adapters/stack/evaluator.ts'
import { workingDirectory } from '../adapters/tofu/working-directory.ts'
import { callingIn, pause } from './calling.ts'
import type { ProvePorts } from './guard/prove.ts'
import type { StackPorts } from './stack/named-stack.ts'
import { PATIENCE_SECONDS } from './stack/patience.ts'

type ProvingPorts = StackPorts & Omit<ProvePorts, 'keep'> & { readonly sha256: (of: string | Uint8Array) => string }

/**
 * What a stack is read and proven with, on this machine and in this environment: the same for preflight and the guard.
 * The AWS SDK is loaded when AWS is asked, so that nobody waits for it who reads the help or is refused before.
 */
export const provingPorts = (env: NodeJS.ProcessEnv, worker: URL): ProvingPorts => ({
  stackEvaluator: stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker }),
  outputFiles: outputFiles(),
  variables: env,
  sharedConfig,
  cliConfiguration: cliConfigurationReader(),
  repository: gitRepository({ variables: env, patienceMillis: 10_000 }),
  directory: workingDirectory(),
  clock,
  newId: () => randomUUID(),
  pause,
  sha256,
  open: ({ route, wanted: { declaration } }, retrying) =>
    pipe(
      () => import('../adapters/aws/live.ts'),
      T.flatMap(({ openLiveBackend }) =>
        openLiveBackend(
          route,
          env['AWS_PROFILE'] || undefined,
          declaration,
          callingIn(declaration.region.aws, retrying)
        )
      )
    )
})
