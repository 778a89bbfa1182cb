import type { Objection } from '../../../../diagnostics/finding.ts'
import type { Entry } from '../../../../outside/tofu/working-directory.port.ts'

/** What OpenTofu overlooks: hidden files, and what editors leave. Source: OpenTofu 1.12, configs.IsIgnoredFile. */
const isOverlooked = (name: string): boolean =>
  name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'))

const isState = (name: string): boolean => /\.tfstate(?![A-Za-z0-9_-])/.test(name) || /^\..*\.lock\.info$/.test(name)

type Reason = readonly [form: RegExp, why: string]

/** What OpenTofu would read beside the emitted file, the first that fits. Source: OpenTofu, "Files and Directories". */
const read: ReadonlyArray<Reason> = [
  [/^main\.tofu(\.json)?$/, 'OpenTofu reads it instead of the emitted file'],
  [/(^|_)override\.(tf|tofu)(\.json)?$/, 'OpenTofu lets it replace what the emitted file says, the backend included'],
  [/\.(tf|tofu)(\.json)?$/, 'OpenTofu reads it as a part of the configuration'],
  [/^terraform\.tfvars(\.json)?$/, 'OpenTofu takes values from it'],
  [/\.auto\.tfvars(\.json)?$/, 'OpenTofu takes values from it'],
  [/^terraform\.d$/, 'OpenTofu takes providers from it']
]

const stateObjection = (name: string, folder: string): Objection => ({
  id: 'no-local-state',
  clause: 'J.6.2 §3',
  expected: `no state in ${folder}: it is remote and nowhere else`,
  actual: `${folder}/${name} is there`,
  remedy: name.startsWith('errored')
    ? `an apply could not store its state: see what ${name} holds, push it by hand with tofu state push, and remove it`
    : `find out where ${name} comes from, keep it somewhere else, and run this again`
})

const readObjection = (name: string, folder: string, why: string): Objection => ({
  id: 'nothing-else-read',
  clause: 'J.6.2 §7',
  expected: `nothing in ${folder} that OpenTofu reads, but main.tf.json, .terraform and .terraform.lock.hcl`,
  actual: `${folder}/${name} is there: ${why}`,
  remedy: `remove ${name}, or declare in the stack what it says`
})

const objectionsTo =
  (folder: string) =>
  ({ name, kind }: Entry): ReadonlyArray<Objection> => {
    if (isState(name)) return [stateObjection(name, folder)]
    if (isOverlooked(name) || name === 'main.tf.json') return []
    const why = read.find(([form]) => form.test(name))?.[1]
    if (why !== undefined) return [readObjection(name, folder, why)]
    return kind === 'symbolic link' || kind === 'special file'
      ? [readObjection(name, folder, `it is a ${kind}, and what is behind it can change`)]
      : []
  }

/** What lies in a working directory and must not: more configuration, values, providers, and any state. */
export const nameObjections = (folder: string, entries: ReadonlyArray<Entry>): ReadonlyArray<Objection> =>
  entries.flatMap(objectionsTo(folder))
