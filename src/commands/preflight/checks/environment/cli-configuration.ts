import { type Sourced, fileAt, lineOf } from '../../../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import type { CliConfiguration, CliFile } from '../../../../outside/tofu/tofu.port.ts'
import { type Body, type Entry, plainBody } from '../syntax/plain-body.ts'
import { type ProviderSource, installationOf } from './provider-sources.ts'

/** What the CLI configuration says: where providers come from, and what speaks against it. */
export type JudgedCli = {
  /** In the order of OpenTofu; none where no file says it, and OpenTofu then looks into folders of its own. */
  readonly sources: O.Option<ReadonlyArray<ProviderSource>>
  readonly diagnostics: ReadonlyArray<Sourced<Diagnostic>>
}

/** Settings that change neither provider nor state: tokens for a registry open no state, and retries change nothing. */
const harmless = ['disable_checkpoint', 'disable_checkpoint_signature', 'credentials', 'registry_protocols']

/** Why a setting is refused that OpenTofu knows. */
const refused: Readonly<Record<string, string>> = {
  host: 'another server answers in the name of a registry',
  plugin_cache_dir: 'the provider is run from a folder that other projects write to',
  plugin_cache_may_break_dependency_lock_file: 'a provider may be taken without a checksum in the lock file',
  credentials_helper: 'a program of its own runs, with the credentials in its environment',
  oci_default_credentials: 'providers come from an OCI registry, which is not judged here',
  oci_credentials: 'providers come from an OCI registry, which is not judged here',
  providers: 'a provider is run that no version and no checksum binds'
}

const diagnostic = (rule: string, file: CliFile, what: string, remedy: string, key?: string): Sourced<Diagnostic> => ({
  rule,
  clause: 'J.6.2 §7',
  from: fileAt(file.path.split('/').at(-1) ?? '', key === undefined ? undefined : lineOf(file.text, key)),
  expected: 'a CLI configuration that changes neither which provider runs nor whom OpenTofu trusts',
  actual: `${file.path} ${what}`,
  remedy
})

const settingDiagnostics =
  (file: CliFile) =>
  ({ keys }: Entry): ReadonlyArray<Sourced<Diagnostic>> => {
    const [name = ''] = keys
    if (harmless.includes(name) || name === 'provider_installation') return []
    const why = Object.hasOwn(refused, name) ? refused[name] : 'it is not known what OpenTofu would do with it'
    return [
      diagnostic(
        'cli-configuration',
        file,
        `sets ${name} (${why})`,
        `Remove ${name}, or name another file in TF_CLI_CONFIG_FILE.`,
        name
      )
    ]
  }

const unread = (file: CliFile): Sourced<Diagnostic> =>
  diagnostic(
    'cli-configuration-understood',
    file,
    'has something that is not understood: a template, an escape, a heredoc or an expression',
    'Write it in the plain form of the OpenTofu documentation, or name another file in TF_CLI_CONFIG_FILE.'
  )

const installations = (file: CliFile, body: Body) =>
  body
    .filter(({ keys }) => keys[0] === 'provider_installation')
    .map(({ keys, value }) =>
      keys.length === 1 ? installationOf(value) : { sources: [], faults: ['has provider_installation with a label'] }
    )
    .map((found) => ({ ...found, file }))

const twice = (files: ReadonlyArray<CliFile>): ReadonlyArray<Sourced<Diagnostic>> =>
  files
    .slice(1)
    .map((file) =>
      diagnostic(
        'provider-source',
        file,
        'has a second provider_installation, and OpenTofu takes one',
        'Leave one provider_installation in all files.',
        'provider_installation'
      )
    )

/**
 * OpenTofu's CLI configuration, as far as it can be read without doubt. What is not known to be harmless is refused.
 * Source: OpenTofu, "CLI Configuration File"; internal/command/cliconfig of release 1.12.
 */
export const judgeCli = ({ files }: Pick<CliConfiguration, 'files'>): JudgedCli => {
  const read = files.map((file) => ({ file, body: plainBody(file.text) }))
  const found = read.flatMap(({ file, body }) => (O.isNone(body) ? [] : installations(file, body.value)))
  return {
    sources: found.length === 0 ? O.none : O.some(found.flatMap(({ sources }) => sources)),
    diagnostics: [
      ...read.flatMap(({ file, body }) =>
        O.isNone(body) ? [unread(file)] : body.value.flatMap(settingDiagnostics(file))
      ),
      ...found.flatMap(({ file, faults }) =>
        faults.map((what) =>
          diagnostic(
            'provider-source',
            file,
            what,
            'Leave only direct, filesystem_mirror and network_mirror there, or name another file in TF_CLI_CONFIG_FILE.',
            'provider_installation'
          )
        )
      ),
      ...twice(found.map(({ file }) => file))
    ]
  }
}
