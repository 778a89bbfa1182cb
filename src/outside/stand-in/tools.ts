import type { Fetching } from './cache.ts'
import { motoPython } from './moto-python.ts'
import { opentofu } from './opentofu.ts'
import { providerMirror } from './provider-mirror.ts'

/** The real programs that run against a stand-in for AWS, and the stand-in itself. */
export type StandInTools = {
  readonly tofu: string
  /** A Python with moto and boto3. */
  readonly python: string
  /** A provider mirror with the AWS provider of each version, by version. */
  readonly mirrors: ReadonlyMap<string, string>
  /** The folder with the launcher and with what pins these tools. */
  readonly files: string
}

/**
 * Finds or makes each of the tools: minutes the first time, less than a second from then on. Rejects with what is
 * missing and how to get it.
 */
export const standInTools = async (
  files: string,
  providers: ReadonlyArray<string>,
  fetching: Fetching
): Promise<StandInTools> => {
  const { tell } = fetching
  const told = async (what: string, get: () => Promise<string>): Promise<string> => {
    tell(what)
    const path = await get()
    tell(`  ${path}`)
    return path
  }
  const tofu = await told('OpenTofu', () => opentofu(files, fetching))
  const mirrors = new Map<string, string>()
  for (const version of new Set(providers))
    mirrors.set(version, await told(`AWS provider ${version}`, () => providerMirror(version, tofu, fetching)))
  const python = await told('moto', () => motoPython(files, fetching))
  return { tofu, python, mirrors, files }
}
