import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fetching, cached, digest } from './cache.ts'
import { missing, onPath } from './on-path.ts'
import { mustRun } from './run-command.ts'

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
