import { machine } from '../../../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import { type Body, type Entry, type Value, bodiesOf } from '../syntax/plain-body.ts'
import type { CliConfiguration, DistrustedFolder } from '../../../../outside/tofu/tofu.port.ts'
import { type Finding, failed, passed } from '../../../../diagnostics/finding.ts'

/** From where OpenTofu takes providers, in the order in which the CLI configuration names it. */
export type ProviderSource =
  | { readonly kind: 'registry' }
  | { readonly kind: 'filesystem'; /** Absolute. */ readonly path: string }
  | { readonly kind: 'network'; /** An `https:` address, without a password. */ readonly url: string }

/** What a provider_installation block says, and what is wrong with it, in words that follow the name of the file. */
export type Installation = {
  readonly sources: ReadonlyArray<ProviderSource>
  readonly faults: ReadonlyArray<string>
}

const common = ['include', 'exclude', 'download_retry_count']
const knownArguments: Readonly<Record<string, ReadonlyArray<string>>> = {
  direct: common,
  filesystem_mirror: ['path', ...common],
  network_mirror: ['url', ...common]
}

const fault = (...faults: ReadonlyArray<string>): Installation => ({ sources: [], faults })
const source = (found: ProviderSource): Installation => ({ sources: [found], faults: [] })

const textIn = (body: Body, key: string): string | undefined => {
  const [found, ...others] = body.filter(({ keys }) => keys.join() === key)
  return found?.value._tag === 'Text' && others.length === 0 ? found.value.text : undefined
}

const methodOf = (method: string, body: Body): Installation => {
  const unknown = body.map(({ keys }) => keys.join(' ')).filter((key) => !knownArguments[method]?.includes(key))
  if (unknown.length > 0) return fault(`sets ${unknown.join(', ')} in ${method}`)
  if (method === 'direct') return source({ kind: 'registry' })
  if (method === 'filesystem_mirror') {
    const path = textIn(body, 'path')
    return path?.startsWith('/') === true
      ? source({ kind: 'filesystem', path })
      : fault('has a filesystem_mirror without one absolute path')
  }
  const url = textIn(body, 'url')
  return url !== undefined && /^https:\/\/[^/@?#]+(\/[^@?#]*)?$/.test(url)
    ? source({ kind: 'network', url })
    : fault('has a network_mirror without one plain https address')
}

const joined = (all: ReadonlyArray<Installation>): Installation => ({
  sources: all.flatMap(({ sources }) => sources),
  faults: all.flatMap(({ faults }) => faults)
})

const ofEntry = ({ keys, value }: Entry): Installation => {
  const [method = '', ...labels] = keys
  if (method === 'dev_overrides') return fault('has dev_overrides: a provider that no version and no checksum binds')
  if (!Object.hasOwn(knownArguments, method) || labels.length > 0)
    return fault(`has the installation method ${keys.join(' ')}, which is not judged here`)
  const bodies = bodiesOf(value)
  return O.isNone(bodies)
    ? fault(`has ${method} in a form that is not understood`)
    : joined(bodies.value.map((body) => methodOf(method, body)))
}

/**
 * A provider_installation block. A mirror may stand in for the registry, since the lock file binds what it gives;
 * whatever goes past version or checksum is a fault. Source: OpenTofu, "CLI Configuration File".
 */
export const installationOf = (value: Value): Installation => {
  const bodies = bodiesOf(value)
  return O.isNone(bodies)
    ? fault('has provider_installation in a form that is not understood')
    : joined(bodies.value.flatMap((body) => body.map(ofEntry)))
}

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
 * From where OpenTofu takes the provider, by name. The lock file and the charter bind its checksum wherever it comes from. A
 * folder of the checkout, or one that another user can change, is refused.
 */
export const providerSourceFindings = (
  { missing, files, impliedMirrors }: CliConfiguration,
  sources: ReadonlyArray<ProviderSource> | undefined,
  distrusted: ReadonlyArray<DistrustedFolder>
): ReadonlyArray<Finding> => {
  const about = {
    rule: 'provider-source',
    clause: 'J.6.2 §7',
    from: machine('the CLI configuration of OpenTofu'),
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
          remedy: `Move ${path} to a folder that only this user or root can change, and name it there as a filesystem_mirror; or remove it, and the registry is asked.`
        })
      )
}
