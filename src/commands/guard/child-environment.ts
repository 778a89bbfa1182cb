import { ONE_HOST } from '../../caller/shell.ts'
import type { Route, Variables } from '../../caller/surroundings.ts'
import type { Credentials } from '../../outside/aws/identity.port.ts'
import type { PrivateFolder } from '../../outside/private/run-folder.port.ts'
import type { ProviderSource } from '../preflight/checks/environment/provider-sources.ts'

/** What a child may know, and where each part of it comes from. */
export type ChildSurroundings = {
  /** The guard's own environment: five variables of it reach the child, and those only in a plain form. */
  readonly parent: Variables
  /** The credentials that preflight proved, resolved once. */
  readonly credentials: Credentials
  readonly route: Route
  /** The declared AWS region. */
  readonly region: string
  /** A folder of this run alone. */
  readonly folder: Places
}

type PlainPlaces = Pick<PrivateFolder, 'home' | 'temporary' | 'nothing' | 'cliConfiguration'>
/** For what reaches AWS, with the authorities that it trusts. */
type Places = PlainPlaces & Pick<PrivateFolder, 'authorities'>

/** The variables that come from the parent, each with the only form in which it is taken. None of them is a path. */
const fromParent: ReadonlyArray<readonly [name: string, form: RegExp]> = [
  ['TERM', /^[A-Za-z0-9][A-Za-z0-9+._-]{0,63}$/],
  ['LANG', /^[A-Za-z][A-Za-z0-9_.@-]{0,63}$/],
  ['LC_ALL', /^[A-Za-z][A-Za-z0-9_.@-]{0,63}$/],
  ['LC_CTYPE', /^[A-Za-z][A-Za-z0-9_.@-]{0,63}$/],
  // OpenTofu writes it into the lock, where the next person reads whose lock it is.
  ['USER', /^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}$/]
]

const taken = (parent: Variables): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fromParent.flatMap(([name, form]) => {
      const value = parent[name]
      return value !== undefined && form.test(value) ? [[name, value]] : []
    })
  )

/**
 * The whole environment of tofu: what is not written here does not reach it. So there is one set of credentials, one way
 * to AWS and one place for everything, and neither a profile, an endpoint, a metadata service, a workspace, a variable nor
 * a flag of OpenTofu can come from outside. Source: OpenTofu, "Environment Variables"; AWS SDK for Go v2, config/env_config.go.
 */
export const childEnvironment = ({
  parent,
  credentials,
  route,
  region,
  folder
}: ChildSurroundings): Readonly<Record<string, string>> => ({
  ...taken(parent),
  PATH: '/usr/bin:/bin',
  HOME: folder.home,
  TMPDIR: folder.temporary,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
  AWS_REGION: region,
  AWS_CONFIG_FILE: folder.nothing,
  AWS_SHARED_CREDENTIALS_FILE: folder.nothing,
  AWS_EC2_METADATA_DISABLED: 'true',
  ...ONE_HOST,
  ...(route.proxy === undefined ? {} : { HTTPS_PROXY: route.proxy }),
  ...(folder.authorities === undefined ? {} : { AWS_CA_BUNDLE: folder.authorities }),
  TF_CLI_CONFIG_FILE: folder.cliConfiguration,
  TF_INPUT: '0',
  // Leaves out the hints to run plain tofu with this plan.
  TF_IN_AUTOMATION: '1',
  CHECKPOINT_DISABLE: '1'
})

/**
 * The same environment without anything of AWS. It is for asking tofu about itself, and for fetching the provider over this
 * route.
 */
export const plainEnvironment = (
  parent: Variables,
  folder: PlainPlaces,
  route?: Route
): Readonly<Record<string, string>> => ({
  ...taken(parent),
  PATH: '/usr/bin:/bin',
  HOME: folder.home,
  TMPDIR: folder.temporary,
  ...(route?.proxy === undefined ? {} : { HTTPS_PROXY: route.proxy }),
  TF_CLI_CONFIG_FILE: folder.cliConfiguration,
  CHECKPOINT_DISABLE: '1'
})

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
