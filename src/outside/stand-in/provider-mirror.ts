import { type Dirent, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { AT_HAND, type Fetching, cached, digest } from './cache.ts'
import { missing } from './on-path.ts'
import { mustRun } from './run-command.ts'

/** How OpenTofu and Terraform name this machine in a provider mirror. */
export const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`

/**
 * The folder of the AWS provider of that version, unpacked for this machine, in a provider mirror that exists here. The
 * mirror is the one that ZENTHEA_PROVIDER_MIRROR names, an implied mirror directory of OpenTofu or Terraform, or one that
 * a search of the usual roots finds. Undefined when there is none.
 */
const unpackedProvider = (version: string): string | undefined => {
  const named = process.env['ZENTHEA_PROVIDER_MIRROR']
  const inMirror = (mirror: string): ReadonlyArray<string> =>
    HOSTS.map((host) => join(mirror, host, 'hashicorp', 'aws', version, platform)).filter((path) => existsSync(path))
  if (named !== undefined) return inMirror(named)[0]
  return implied().flatMap(inMirror)[0] ?? ROOTS.flatMap((root) => mirrorsUnder(root)).flatMap(inMirror)[0]
}

const HOSTS = ['registry.opentofu.org', 'registry.terraform.io']

/** https://opentofu.org/docs/cli/config/config-file/#implied-local-mirror-directories, and the plugin cache. */
const implied = (): ReadonlyArray<string> => {
  const data = [
    process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'),
    ...(process.env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(delimiter)
  ]
  return [
    join(homedir(), '.terraform.d', 'plugins'),
    ...data.flatMap((folder) => [join(folder, 'opentofu', 'plugins'), join(folder, 'terraform', 'plugins')]),
    ...(process.env['TF_PLUGIN_CACHE_DIR'] ? [process.env['TF_PLUGIN_CACHE_DIR']] : [])
  ]
}

const ROOTS = [...['opt', 'usr', 'var', 'srv', 'mnt'].map((name) => `/${name}`), homedir()]
const DEPTH = 5

/** The mirrors in a folder, a few levels deep: the folders that hold one with a registry's name. */
export const mirrorsUnder = (folder: string, depth = DEPTH): ReadonlyArray<string> => {
  const inside = foldersIn(folder)
  if (inside.some((name) => HOSTS.includes(name))) return [folder]
  return depth === 0 ? [] : inside.flatMap((name) => mirrorsUnder(join(folder, name), depth - 1))
}

const foldersIn = (folder: string): ReadonlyArray<string> => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(isSearched)
      .map(({ name }) => name)
  } catch {
    return []
  }
}

const isSearched = (entry: Dirent): boolean =>
  entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git'

/**
 * A mirror directory from which OpenTofu and Terraform install the AWS provider of that version. They install it under
 * the name that our files give it, `registry.opentofu.org/hashicorp/aws`. The mirror holds links to a provider found on
 * this machine, else a copy of the registry's.
 */
export const providerMirror = async (version: string, tofu: string, fetching: Fetching): Promise<string> => {
  const found = unpackedProvider(version)
  return found === undefined ? await copied(version, tofu, fetching) : await linked(version, found)
}

const linked = (version: string, found: string): Promise<string> =>
  cached(`provider-mirror-${version}-${digest(found)}`, AT_HAND, async (empty) => {
    const folder = join(empty, 'registry.opentofu.org', 'hashicorp', 'aws', version)
    mkdirSync(folder, { recursive: true })
    symlinkSync(found, join(folder, platform), 'dir')
  })

const copied = async (version: string, tofu: string, fetching: Fetching): Promise<string> => {
  const aws = { source: 'registry.opentofu.org/hashicorp/aws', version }
  try {
    return await cached(`provider-mirror-${version}-${platform}`, fetching, async (empty) => {
      const configuration = join(empty, 'main.tf.json')
      writeFileSync(configuration, JSON.stringify({ terraform: { required_providers: { aws } } }))
      const args = ['providers', 'mirror', `-platform=${platform}`, empty]
      await mustRun(tofu, args, { cwd: empty, env: process.env })
      rmSync(configuration)
    })
  } catch (error) {
    const remedy = 'Name a mirror directory in ZENTHEA_PROVIDER_MIRROR, or reach registry.opentofu.org.'
    throw missing(`The AWS provider ${version} for ${platform}`, remedy, error)
  }
}

/** OpenTofu's CLI configuration with which providers come from a mirror and from nowhere else. */
export const cliConfiguration = (mirror: string): string =>
  `disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`
