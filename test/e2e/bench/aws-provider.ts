import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** How OpenTofu and Terraform name this machine in a provider mirror. */
export const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`

/**
 * The folder of the AWS provider of that version, unpacked for this machine, in a provider mirror that exists here:
 * the one that ZENTHEA_PROVIDER_MIRROR names, an implied mirror directory of OpenTofu or Terraform, or one that a
 * search of the usual roots finds. Undefined when there is none.
 */
export const unpackedProvider = (version: string): string | undefined => {
  const named = process.env['ZENTHEA_PROVIDER_MIRROR']
  const inMirror = (mirror: string): ReadonlyArray<string> =>
    HOSTS.map((host) => join(mirror, host, 'hashicorp', 'aws', version, platform)).filter((path) => existsSync(path))
  if (named !== undefined) return inMirror(named)[0]
  return implied().flatMap(inMirror)[0] ?? ROOTS.flatMap((root) => mirrorsUnder(root, DEPTH)).flatMap(inMirror)[0]
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
const mirrorsUnder = (folder: string, depth: number): ReadonlyArray<string> => {
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
