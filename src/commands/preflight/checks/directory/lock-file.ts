import { takenBack } from '../../../../caller/taken-back.ts'
import { isLfsPointer, lfsPointer } from '../../../../diagnostics/lfs-pointer.ts'
import { type Sourced, fileAt, lineOf } from '../../../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import type { ProviderBuild } from '../../../../charter/charter.ts'
import { initCommand, preflightCommand } from './judged-read.ts'
import { type Body, type Entry, type Value, plainBody } from '../syntax/plain-body.ts'

/** The address that the charter gives the one provider. */
const provider = 'registry.opentofu.org/hashicorp/aws'

const valueOf = (body: Body, key: string): Value | undefined => {
  const [found, ...others] = body.filter(({ keys }) => keys.join() === key)
  return others.length === 0 ? found?.value : undefined
}

const isHash = (value: Value): boolean =>
  value._tag === 'Text' && /^(h1:[A-Za-z0-9+/]{43}=|zh:[0-9a-f]{64})$/.test(value.text)

/** What OpenTofu writes of a provider. Source: OpenTofu, internal/depsfile/locks_file.go. */
const written = new Set(['version', 'constraints', 'hashes'])

const faultsOf = (body: Body, version: string): ReadonlyArray<string> => {
  const found = valueOf(body, 'version')
  const hashes = valueOf(body, 'hashes')
  const constraints = body.find(({ keys }) => keys.join() === 'constraints')?.value
  const isHashed = hashes?._tag === 'List' && hashes.items.length > 0 && hashes.items.every(isHash)
  return [
    ...(found?._tag === 'Text' && found.text === version
      ? []
      : [found?._tag === 'Text' ? `it locks the version ${found.text}` : 'it locks no version']),
    ...(constraints === undefined || (constraints._tag === 'Text' && constraints.text === version)
      ? []
      : ['its constraints are not those of the emitted file']),
    ...body
      .map(({ keys }) => keys.join(' '))
      .filter((key, at, all) => !written.has(key) || all.indexOf(key) !== at)
      .map((key) => `it has ${key} where OpenTofu writes none`),
    ...(isHashed ? [] : ['it has no checksum of the provider, or one of a form that is not known'])
  ]
}

const isOurs = ({ keys }: Entry): boolean => keys.length === 2 && keys[0] === 'provider' && keys[1] === provider

const faults = (body: Body, version: string): ReadonlyArray<string> => {
  const others = body.filter((entry) => !isOurs(entry)).map(({ keys }) => `it has ${keys.join(' ')}, too`)
  const [ours, ...more] = body.filter(isOurs)
  if (ours === undefined) return [`it does not name ${provider}`, ...others]
  if (more.length > 0 || ours.value._tag !== 'Body') return ['it names the provider twice', ...others]
  return [...faultsOf(ours.value.entries, version), ...others]
}

/** Why nothing may be fetched or run: the charter has no hash to know the release by. */
export const noBuilds = (version: string, phase: string): Sourced<Diagnostic> => {
  const releases = `src/charter/${phase.toLowerCase().replaceAll('.', '-')}/provider-releases.ts`
  return {
    rule: 'provider-released',
    clause: 'J.6.2 §7',
    from: fileAt(releases),
    expected: `hashes of the released ${provider} ${version} in the charter, to know it by before it runs`,
    actual: `the charter lists no hash of ${version}`,
    remedy: `Add its hashes with their source to ${releases} (docs/operator/provider-6.md), or pin a release that is proven by run.`
  }
}

/** The hashes that the release does not have. Those of a list that is no list are told of before. */
const foreignHashes = (body: Body, builds: ReadonlyArray<ProviderBuild>): ReadonlyArray<string> => {
  const ours = body.find(isOurs)?.value
  const hashes = ours?._tag === 'Body' ? valueOf(ours.entries, 'hashes') : undefined
  const found = hashes?._tag === 'List' ? hashes.items.flatMap((item) => (item._tag === 'Text' ? [item.text] : [])) : []
  return found.filter((hash) => !builds.some((build) => build.hashes.includes(hash)))
}

/**
 * What is wrong with the dependency lock file. It must bind the one provider to the declared version by its checksum. Each
 * of its checksums must be one of that release's, as the charter has them: so the first init is bound, too.
 */
export const lockFileDiagnostics = (
  path: string,
  text: string,
  version: string,
  builds: ReadonlyArray<ProviderBuild>
): ReadonlyArray<Sourced<Diagnostic>> => {
  const about = {
    rule: 'provider-locked',
    clause: 'J.6.2 §7',
    from: fileAt(path),
    expected: `${path} with ${provider} ${version}, its checksum and no other provider`
  } as const
  if (isLfsPointer(text)) return [{ ...about, ...lfsPointer(path) }]
  const body = plainBody(text)
  const found = O.isNone(body) ? ['it is not what OpenTofu writes'] : faults(body.value, version)
  if (found.length > 0 || O.isNone(body))
    return found.map((actual) => ({
      ...about,
      actual,
      remedy: `Take the lock file that was reviewed: ${takenBack(path)}. Where no commit has one, let init write it: rm ${path} && ${initCommand(path)}`
    }))
  const dataDirectory = path.replace('.terraform.lock.hcl', '.terraform')
  return foreignHashes(body.value, builds).map((hash) => ({
    rule: 'provider-released',
    clause: 'J.6.2 §7',
    from: fileAt(path, lineOf(text, hash)),
    expected: `in ${path} checksums of the released ${provider} ${version}, which the charter lists, and no other`,
    actual: `${hash} is none of them`,
    remedy: `Do not run that provider. Find out which mirror it came from: ${preflightCommand(path)} --check environment. Then install it anew: rm -rf ${path} ${dataDirectory} && ${initCommand(path)}`
  }))
}
