import type { CliConfiguration, DistrustedFolder } from '../../../../outside/tofu/tofu.port.ts'
import { type Finding, failed, passed } from '../../../../diagnostics/finding.ts'
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

/** The folders of this machine from which OpenTofu would take the provider. */
export const providerFolders = (
  { impliedMirrors }: CliConfiguration,
  sources: ReadonlyArray<ProviderSource> | undefined
): ReadonlyArray<string> =>
  sources === undefined
    ? impliedMirrors
    : sources.flatMap((source) => (source.kind === 'filesystem' ? [source.path] : []))

/**
 * From where OpenTofu takes the provider, by name; the lock file and the charter bind its checksum wherever it comes from.
 * A folder of the checkout, or one that somebody else can change, is refused.
 */
export const providerSourceFindings = (
  { missing, files, impliedMirrors }: CliConfiguration,
  sources: ReadonlyArray<ProviderSource> | undefined,
  distrusted: ReadonlyArray<DistrustedFolder>
): ReadonlyArray<Finding> => {
  const about = {
    id: 'provider-source',
    clause: 'J.6.2 §7',
    expected: 'the provider from its registry or from a mirror that is named here, outside of the checkout'
  } as const
  const from = sources === undefined ? impliedText(impliedMirrors) : sources.map(named).join(', then ')
  const said =
    missing === undefined
      ? files.map(({ path }) => path).join(', ') || 'no CLI configuration'
      : `${missing}, which is not there: OpenTofu warns, and reads no other file`
  return distrusted.length === 0
    ? [passed({ ...about, actual: `${from} (${said})` })]
    : distrusted.map(({ path, why }) =>
        failed({
          ...about,
          actual: `the mirror ${path}: ${why}`,
          remedy: `move ${path} to a folder that only this user or root can change, and name it there as a filesystem_mirror; or remove it, and the registry is asked`
        })
      )
}
