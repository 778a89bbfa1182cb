import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { platform, unpackedProvider } from './aws-provider.ts'
import { cached, digest } from './cache.ts'
import { missing } from './missing.ts'
import { mustRun } from './run-command.ts'

/**
 * A mirror directory from which OpenTofu and Terraform install the AWS provider of that version under the name that
 * our files give it, `registry.opentofu.org/hashicorp/aws`: links to one found on this machine, else a copy of the
 * registry's.
 */
export const providerMirror = async (version: string, tofu: string): Promise<string> => {
  const found = unpackedProvider(version)
  return found === undefined ? await copied(version, tofu) : await linked(version, found)
}

const linked = (version: string, found: string): Promise<string> =>
  cached(`provider-mirror-${version}-${digest(found)}`, async (empty) => {
    const folder = join(empty, 'registry.opentofu.org', 'hashicorp', 'aws', version)
    mkdirSync(folder, { recursive: true })
    symlinkSync(found, join(folder, platform), 'dir')
  })

const copied = async (version: string, tofu: string): Promise<string> => {
  const aws = { source: 'registry.opentofu.org/hashicorp/aws', version }
  try {
    return await cached(`provider-mirror-${version}-${platform}`, async (empty) => {
      const configuration = join(empty, 'main.tf.json')
      writeFileSync(configuration, JSON.stringify({ terraform: { required_providers: { aws } } }))
      const args = ['providers', 'mirror', `-platform=${platform}`, empty]
      await mustRun(tofu, args, { cwd: empty, env: process.env })
      rmSync(configuration)
    })
  } catch (error) {
    const remedy = 'name a mirror directory in ZENTHEA_PROVIDER_MIRROR, or reach registry.opentofu.org'
    throw missing(`The AWS provider ${version} for ${platform}`, remedy, error)
  }
}
