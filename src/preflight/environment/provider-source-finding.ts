import type { CliConfiguration } from '../../ports/cli-configuration.ts'
import { type Finding, passed } from '../finding.ts'
import type { ProviderSource } from './provider-sources.ts'

const named = (source: ProviderSource): string => {
  switch (source.kind) {
    case 'registry':
      return 'the registry of the provider'
    case 'filesystem':
      return `the mirror ${source.path}`
    case 'network':
      return `the mirror ${source.url}`
    default:
      return source satisfies never
  }
}

const impliedText = (folders: ReadonlyArray<string>): string =>
  ['the registry of the provider', ...folders.map((folder) => `before it what lies in ${folder}`)].join(', ')

/** From where OpenTofu takes the provider, by name; the lock file binds its checksum wherever it comes from. */
export const providerSourceFinding = (
  { missing, files, impliedMirrors }: CliConfiguration,
  sources: ReadonlyArray<ProviderSource> | undefined
): Finding => {
  const from = sources === undefined ? impliedText(impliedMirrors) : sources.map(named).join(', then ')
  const said =
    missing === undefined
      ? files.map(({ path }) => path).join(', ') || 'no CLI configuration'
      : `${missing}, which is not there: OpenTofu warns, and reads no other file`
  return passed({
    id: 'provider-source',
    clause: 'J.6.2 §7',
    expected: 'the provider from its registry or from a mirror that is named here',
    actual: `${from} (${said})`
  })
}
