import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const keyOf = ({ module = '', mode, type, name }: Raw): string => [module, mode, type, name].join(' ')

/** All of a state that OpenTofu takes over, in one order. */
const plain = ({ serial, lineage, outputs, resources }: Raw): unknown => ({
  serial,
  lineage,
  outputs,
  resources: resources
    .map((resource: Raw) => ({
      key: keyOf(resource),
      provider: resource.provider,
      instances: resource.instances.map(
        ({ schema_version, attributes, private: hidden, dependencies = [], create_before_destroy = false }: Raw) => ({
          schema_version,
          attributes,
          private: hidden,
          dependencies,
          create_before_destroy
        })
      )
    }))
    .toSorted((a: Raw, b: Raw) => (a.key < b.key ? -1 : 1))
})

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner)])
        )
      : value

/** Where OpenTofu itself reads a state otherwise than JSON.parse, or refuses it; undefined where both agree. */
export type TofuReading = { readonly contradiction: (text: string) => string | undefined; readonly close: () => void }

/** Reads states with a real tofu: `state pull` in a folder of a local state prints all that it took over. */
export const tofuReading = (tofu: string): TofuReading => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-pull-'))
  return {
    contradiction: (text) => {
      writeFileSync(join(folder, 'terraform.tfstate'), text)
      const env = { HOME: folder, PATH: '/usr/bin:/bin', CHECKPOINT_DISABLE: '1' }
      const { status, stdout, stderr } = spawnSync(tofu, ['state', 'pull'], { cwd: folder, env, encoding: 'utf8' })
      if (status !== 0) return `OpenTofu refuses it: ${stderr.replaceAll('\n', ' ').slice(0, 300)}`
      const [theirs, ours] = [plain(JSON.parse(stdout)), plain(JSON.parse(text))].map((one) =>
        JSON.stringify(sorted(one))
      )
      return theirs === ours ? undefined : 'OpenTofu reads another state'
    },
    close: () => rmSync(folder, { recursive: true, force: true })
  }
}
