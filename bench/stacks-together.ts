import { spawnSync } from 'node:child_process'
import { commandLine } from '../test/support/command-line.ts'
import { withStacks } from './many-stacks.ts'
import { type Program, medians, peakMiB } from './measure.ts'
import type { Peer } from './peers.ts'
import { bound, ratio } from './verdicts.ts'

/** What `--check` takes over so many emitted stacks, beside what the peers take: the medians by name, and the peak in MiB. */
const checked = (
  repository: string,
  count: number,
  rounds: number,
  peers: Readonly<Partial<Record<Peer, Program>>>
): { readonly of: (name: Peer | 'emit') => number; readonly peak: number } =>
  withStacks(repository, count, (project) => {
    const write = spawnSync(process.execPath, commandLine('emit'), { cwd: project, encoding: 'utf8' })
    if (write.status !== 0) throw new Error(`emit refuses the stacks of the bench: ${write.stderr}`)
    const emit: Program = { args: [...commandLine('emit'), '--check'], cwd: project }
    return { of: medians({ ...peers, emit }, rounds), peak: peakMiB(emit) }
  })

/** What 100 and 1,000 stacks take together. */
export const stacksTogether = (
  repository: string,
  rounds: number,
  peers: (count: number) => Readonly<Record<Peer, Program>>
): void => {
  const hundred = checked(repository, 100, rounds, { tfgen: peers(100).tfgen })
  ratio('100 stacks, --check', hundred.of('emit'), 1, 'terraform-generator', hundred.of('tfgen'))
  const { tfgen, cdktn } = peers(1000)
  const thousand = checked(repository, 1000, rounds, { tfgen, cdktn })
  ratio('1,000 stacks, --check', thousand.of('emit'), 2, 'terraform-generator', thousand.of('tfgen'))
  ratio('1,000 stacks, --check', thousand.of('emit'), 0.25, 'cdktn', thousand.of('cdktn'))
  ratio('1,000 stacks beside 100', thousand.of('emit'), 10, '100 stacks', hundred.of('emit'))
  bound('1,000 stacks, peak', thousand.peak, 300, 'MiB')
}
