import type { Ended } from '../../../src/outside/stand-in/run-command.ts'

/** One line of `-json` output, as far as it is read here (https://opentofu.org/docs/internals/machine-readable-ui/). */
type Line = {
  readonly '@message': string
  readonly type: string
  readonly change?: {
    readonly action: string
    readonly resource: { readonly addr: string; readonly resource_type: string }
  }
}

export type PlannedChange = { readonly action: string; readonly address: string; readonly type: string }

export const succeeded = ({ code }: Ended): boolean => code === 0

/** All that a command said, for the reader of a failure. */
export const said = ({ code, signal, stdout, stderr }: Ended): string =>
  `ended with ${signal ?? code}\n${stdout}${stderr}`

/** The sentence that sums a plan or an apply up; undefined when there was none. */
export const summary = (ended: Ended): string | undefined =>
  lines(ended).find(({ type }) => type === 'change_summary')?.['@message']

/** What a plan would do to each resource, sorted by address. */
export const changes = (ended: Ended): ReadonlyArray<PlannedChange> =>
  lines(ended)
    .flatMap(({ type, change }) => (type === 'planned_change' && change !== undefined ? [change] : []))
    .map(({ action, resource }) => ({ action, address: resource.addr, type: resource.resource_type }))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))

const lines = ({ stdout }: Ended): ReadonlyArray<Line> =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
