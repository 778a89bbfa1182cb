import * as O from 'fp-ts/lib/Option.js'
import { type Body, type Entry, type Value, bodiesOf } from '../syntax/plain-body.ts'

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
