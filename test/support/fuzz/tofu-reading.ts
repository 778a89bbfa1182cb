import { spawn, spawnSync } from 'node:child_process'
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

const environment = (folder: string): Readonly<Record<string, string>> => ({
  HOME: folder,
  PATH: '/usr/bin:/bin',
  CHECKPOINT_DISABLE: '1'
})

/**
 * What Go reads of JSON texts, for thousands of them: `jsondecode` of OpenTofu, whose reader is cty's above the tokens of
 * encoding/json. It takes keys as they are written, the last of two, and writes all texts in NFC. Undefined where it refuses.
 */
export const goValues = (tofu: string, texts: ReadonlyArray<string>): ReadonlyArray<unknown> => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-decode-'))
  try {
    texts.forEach((text, index) => writeFileSync(join(folder, `${index}.json`), text))
    const input = `base64encode(jsonencode([for i in range(${texts.length}): try({ read = jsondecode(file("\${i}.json")) }, null)]))\n`
    const options = { cwd: folder, env: environment(folder), encoding: 'utf8', input, maxBuffer: 2 ** 30 } as const
    const { status, stdout, stderr } = spawnSync(tofu, ['console'], options)
    if (status !== 0) throw new Error(stderr.slice(0, 300))
    const said = JSON.parse(Buffer.from(stdout.replace(/"/g, ''), 'base64').toString('utf8')) as ReadonlyArray<Raw>
    return said.map((one) => (one === null ? undefined : one.read))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads lock items with a real tofu, which names the holder of a lock that is held; undefined where it reads none. */
export type LockReading = {
  readonly read: (text: string) => Readonly<Record<string, string>> | undefined
  readonly close: () => void
}

const said =
  /^ {2}ID: {8}(.*)\n {2}Path: {6}(.*)\n {2}Operation: (.*)\n {2}Who: {7}(.*)\n {2}Version: {3}(.*)\n {2}Created: {3}(.*)\n {2}Info: {6}(.*)$/ms

/**
 * What tofu reads of a lock, by encoding/json into its LockInfo: the reader of local state and of the S3 backend is the same.
 * A first tofu holds the lock of a local state while it asks; a second one is refused, and says what stands in the lock.
 * Source: OpenTofu 1.12, statemgr/filesystem.go, lockInfo; backend/remote-state/s3/client.go, getLockInfoFromDynamoDB.
 */
export const lockReading = async (tofu: string): Promise<LockReading> => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-lock-'))
  writeFileSync(join(folder, 'main.tf'), 'output "a" {\n  value = 1\n}\n')
  const env = environment(folder)
  const holder = spawn(tofu, ['apply', '-no-color'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    let heard = ''
    holder.once('close', () => reject(new Error(`tofu did not ask: ${heard}`)))
    holder.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      if (heard.includes('Enter a value')) resolve()
    })
  })
  return {
    read: (text) => {
      writeFileSync(join(folder, '.terraform.tfstate.lock.info'), text)
      const { stderr } = spawnSync(tofu, ['untaint', '-no-color', 'a.b'], { cwd: folder, env, encoding: 'utf8' })
      if (!stderr.includes('Error acquiring the state lock')) throw new Error(stderr.slice(0, 300))
      const [block = ''] = stderr.split('\n\n\nOpenTofu acquires a state lock')
      const [, ID, Path, Operation, Who, Version, Created, Info] = said.exec(block) ?? []
      return ID === undefined ? undefined : ({ ID, Path, Operation, Who, Version, Created, Info } as Raw)
    },
    close: () => {
      holder.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Where OpenTofu itself reads a state otherwise than JSON.parse, or refuses it; undefined where both agree. */
export type TofuReading = { readonly contradiction: (text: string) => string | undefined; readonly close: () => void }

/** Reads states with a real tofu: `state pull` in a folder of a local state prints all that it took over. */
export const tofuReading = (tofu: string): TofuReading => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-pull-'))
  return {
    contradiction: (text) => {
      writeFileSync(join(folder, 'terraform.tfstate'), text)
      const env = environment(folder)
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
