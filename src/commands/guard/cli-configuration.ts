import type { ProviderSource } from '../preflight/checks/environment/provider-sources.ts'

const method = (source: ProviderSource): ReadonlyArray<string> => {
  switch (source.kind) {
    case 'registry':
      return ['  direct {}']
    case 'filesystem':
      return ['  filesystem_mirror {', `    path = ${JSON.stringify(source.path)}`, '  }']
    case 'network':
      return ['  network_mirror {', `    url = ${JSON.stringify(source.url)}`, '  }']
    default:
      return source satisfies never
  }
}

/**
 * The whole CLI configuration of a run: the sources that preflight found, or the registry where none is named. It always
 * says so, since OpenTofu would otherwise look into folders of its own choice. Source: OpenTofu, "CLI Configuration File".
 */
export const cliConfiguration = (sources: ReadonlyArray<ProviderSource>): string =>
  [
    'disable_checkpoint = true',
    'provider_installation {',
    ...(sources.length === 0 ? ['  direct {}'] : sources.flatMap(method)),
    '}',
    ''
  ].join('\n')
