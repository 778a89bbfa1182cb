import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fetching, cached, digest } from './cache.ts'
import { missing, onPath } from './on-path.ts'
import { mustRun } from './run-command.ts'
import { providerMirror } from './provider-mirror.ts'

/**
 * The path of a tofu: the one on PATH, else one built once. That one is built from the Go module in `files`/opentofu,
 * which pins its version.
 */
export const opentofu = async (files: string, fetching: Fetching): Promise<string> =>
  onPath('tofu') ?? (await builtTofu(join(files, 'opentofu'), fetching))

const builtTofu = async (module: string, fetching: Fetching): Promise<string> => {
  const pins = readFileSync(join(module, 'go.mod'), 'utf8') + readFileSync(join(module, 'go.sum'), 'utf8')
  const version = /github\.com\/opentofu\/opentofu v(\S+)/.exec(pins)?.[1] ?? ''
  const remedy = `Put tofu ${version} on PATH (https://opentofu.org/docs/intro/install), or Go, to build it from its sources.`
  const go = onPath('go')
  if (go === undefined) throw missing('OpenTofu', remedy, 'neither tofu nor go is on PATH')
  try {
    const name = `opentofu-${version}-${process.platform}-${process.arch}-${digest(pins)}`
    const folder = await cached(name, fetching, async (empty) => {
      await mustRun(go, ['build', ...BUILD, '-o', join(empty, 'tofu'), PACKAGE], {
        cwd: module,
        env: process.env,
        seconds: 3600
      })
    })
    return join(folder, 'tofu')
  } catch (error) {
    throw missing('OpenTofu', remedy, error)
  }
}

const PACKAGE = 'github.com/opentofu/opentofu/cmd/tofu'

/**
 * The arguments to build as OpenTofu's own releases are built. So tofu calls itself the version that it is, and not a dev
 * build of it.
 */
const BUILD = [
  '-trimpath',
  '-buildvcs=false',
  '-mod=readonly',
  '-ldflags',
  '-s -w -X github.com/opentofu/opentofu/version.dev=no'
]

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
