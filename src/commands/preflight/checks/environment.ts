import { machine } from '../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { identityRules, judgeEnvironment } from '../../../caller/environment.ts'
import type { SharedConfig, Variables } from '../../../caller/surroundings.ts'
import type { CliConfiguration, CliConfigurationReader, DistrustedFolder } from '../../../outside/tofu/tofu.port.ts'
import type { ReadFailure } from '../../../outside/files/files.port.ts'
import type { WorkingDirectory } from '../../../outside/tofu/checkout.port.ts'
import { judgeCli } from './environment/cli-configuration.ts'
import { npmDiagnostics } from './environment/npm-settings.ts'
import { providerFolders, providerSourceFindings } from './environment/provider-sources.ts'
import { harmlessTofuVariables, tofuVariables } from './environment/tofu-variables.ts'
import { type Finding, failed, findingsOf } from '../../../diagnostics/finding.ts'
import type { Subject } from '../subject.ts'

/** What the check reads. */
export type EnvironmentPorts = {
  readonly variables: Variables
  readonly sharedConfig: T.Task<SharedConfig>
  readonly cliConfiguration: CliConfigurationReader
  readonly directory: Pick<WorkingDirectory, 'read'>
}

/** All that the environment is, before it is judged. */
export type SeenEnvironment = {
  readonly variables: Variables
  readonly shared: SharedConfig
  readonly cli: E.Either<ReadFailure, CliConfiguration>
  /** Of the folders from which the provider would be taken: those that are not to be. */
  readonly distrusted: ReadonlyArray<DistrustedFolder>
  /** `.npmrc` of the project. */
  readonly npmrc: E.Either<ReadFailure, O.Option<string>>
}

const ofVariables = (
  { route, wanted }: Subject,
  { variables, shared, npmrc }: SeenEnvironment
): ReadonlyArray<Finding> => {
  const surroundings = { variables, shared, route, declared: wanted.declaration }
  const others = harmlessTofuVariables(variables)
  const diagnostics = [...judgeEnvironment(surroundings, [...identityRules, tofuVariables]), ...npmDiagnostics(npmrc)]
  return findingsOf(diagnostics, {
    rule: 'environment',
    clause: 'J.7.0 §4',
    from: machine('the environment, the shared config and .npmrc'),
    expected:
      'one source of credentials, one way to AWS, and nothing that runs before this or changes what OpenTofu does',
    actual: others.length === 0 ? 'as expected' : `as expected; set and harmless: ${others.join(', ')}`
  })
}

const unread = ({ what, cause }: ReadFailure): Finding =>
  failed({
    rule: 'cli-configuration-read',
    clause: 'J.6.2 §7',
    from: machine('the CLI configuration of OpenTofu'),
    expected: 'a CLI configuration of OpenTofu that can be read, or none',
    actual: `${what} cannot be read: ${cause}`,
    remedy: 'Make it readable, or name another file in TF_CLI_CONFIG_FILE.'
  })

const ofCli = (cli: CliConfiguration, distrusted: ReadonlyArray<DistrustedFolder>): ReadonlyArray<Finding> => {
  const { diagnostics, sources } = judgeCli(cli)
  return diagnostics.length > 0
    ? diagnostics.map(failed)
    : providerSourceFindings(cli, O.toUndefined(sources), distrusted)
}

const foldersOf = (cli: E.Either<ReadFailure, CliConfiguration>): ReadonlyArray<string> =>
  E.isLeft(cli) ? [] : providerFolders(cli.right, O.toUndefined(judgeCli(cli.right).sources))

/** The findings on variables, shared config and CLI configuration: one for each thing that is wrong (J.7.0 §4, J.6.2 §7). */
export const judgeSurroundings = (subject: Subject, seen: SeenEnvironment): ReadonlyArray<Finding> => [
  ...ofVariables(subject, seen),
  ...(E.isLeft(seen.cli) ? [unread(seen.cli.left)] : ofCli(seen.cli.right, seen.distrusted))
]

/**
 * Nothing in the process environment, the shared config and OpenTofu's CLI configuration can defeat lock, isolation or
 * account check. Nor can it send this program and OpenTofu different ways, or run before them. The same holds for the
 * project's `.npmrc`.
 */
export const environment =
  (subject: Subject): RT.ReaderTask<EnvironmentPorts, ReadonlyArray<Finding>> =>
  ({ variables, sharedConfig, cliConfiguration, directory }) =>
    pipe(
      T.Do,
      T.apS('shared', sharedConfig),
      T.apS('cli', cliConfiguration.read(subject.project, variables)),
      T.bind('distrusted', ({ cli }) => cliConfiguration.distrusted(subject.project, foldersOf(cli))),
      T.apS(
        'npmrc',
        pipe(directory.read(subject.project, '.npmrc'), TE.map(O.map((bytes) => new TextDecoder().decode(bytes))))
      ),
      T.map((seen) => judgeSurroundings(subject, { variables, ...seen }))
    )
