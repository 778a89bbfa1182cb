import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fetching, cached, digest } from './cache.ts'
import { missing, onPath } from './on-path.ts'
import { mustRun } from './run-command.ts'
import { opentofu } from './opentofu.ts'
import { providerMirror } from './provider-mirror.ts'

/** The path of a Python that has moto and boto3, each at its pinned version. It is in a virtual environment of our own. */
const motoPython = async (files: string, fetching: Fetching): Promise<string> => {
  const requirements = join(files, 'requirements.txt')
  const remedy = 'Put python3 (3.10 or later, with venv and pip) on PATH, and let pip reach a package index.'
  const python = onPath('python3')
  if (python === undefined) throw missing('moto', remedy, 'python3 is not on PATH')
  if (onPath('openssl') === undefined)
    throw missing('moto', 'put openssl on PATH', 'its proxy makes certificates with it')
  const around = { cwd: files, env: process.env }
  try {
    const which = await mustRun(python, ['-c', 'import sys; print(sys.version, sys.base_prefix)'], around)
    const name = `moto-${digest(readFileSync(requirements, 'utf8') + which)}`
    const folder = await cached(name, fetching, async (empty) => {
      await mustRun(python, ['-m', 'venv', empty], around)
      await mustRun(join(empty, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '-r', requirements], around)
    })
    return join(folder, 'bin', 'python')
  } catch (error) {
    throw missing('moto', remedy, error)
  }
}

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
