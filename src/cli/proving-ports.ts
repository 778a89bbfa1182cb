import { randomUUID } from 'node:crypto'
import { openLiveBackend } from '../adapters/aws/live.ts'
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

type ProvingPorts = StackPorts & Omit<ProvePorts, 'keep'> & { readonly sha256: (of: string | Uint8Array) => string }

/** What a stack is read and proven with, on this machine and in this environment: the same for preflight and the guard. */
export const provingPorts = (env: NodeJS.ProcessEnv): ProvingPorts => ({
  stackEvaluator: stackEvaluator({ patienceSeconds: 10 }),
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
    openLiveBackend(route, env['AWS_PROFILE'] || undefined, declaration, callingIn(declaration.region.aws, retrying))
})
