import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine } from '../test/support/command-line.ts'
import { withStacks } from './many-stacks.ts'
import { changeInSevenWays } from './seven-ways.ts'
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

/** Runs a program that prepares the bench, or throws. */
const prepare = (program: string, args: ReadonlyArray<string>, cwd: string): void => {
  const { status, stderr } = spawnSync(program, [...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the bench cannot be prepared: ${stderr}`)
}

/** Takes the region out of the boundary of an emitted file: of what can be compared, this takes longest. */
const withoutRegion = (path: string): void => {
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    locals: { boundary_policy: { Statement: ReadonlyArray<{ Condition?: unknown }> } }
  }
  for (const statement of file.locals.boundary_policy.Statement.slice(0, 1)) delete statement.Condition
  writeFileSync(path, JSON.stringify(file, undefined, 2))
}

/**
 * The review of so many stacks that all changed, beside the emit of as many: who may become a role, all that a role may
 * do, and seven ways that no two stacks have alike. All of these changes narrow, so it ends with 0.
 */
const reviewed = (repository: string, count: number, rounds: number): ((name: string) => number) =>
  withStacks(repository, count, (fresh) =>
    withStacks(repository, count, (changed) => {
      const git = (...args: ReadonlyArray<string>): void =>
        prepare('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', ...args], changed)
      prepare(process.execPath, commandLine('emit'), changed)
      git('init', '-q', '-b', 'main')
      git('add', 'stacks', 'out')
      git('commit', '-q', '-m', 'x')
      git('checkout', '-q', '-b', 'wide')
      for (const name of readdirSync(join(changed, 'out'))) withoutRegion(join(changed, 'out', name, 'main.tf.json'))
      git('commit', '-q', '-a', '-m', 'y')
      git('checkout', '-q', 'main')
      git('checkout', '-q', '-b', 'ways')
      changeInSevenWays(join(changed, 'out'))
      git('commit', '-q', '-a', '-m', 'z')
      git('checkout', '-q', 'main')
      for (const name of readdirSync(join(changed, 'stacks'))) {
        const path = join(changed, 'stacks', name)
        writeFileSync(path, readFileSync(path, 'utf8').replace('mfaMaxAgeSeconds: 3600', 'mfaMaxAgeSeconds: 900'))
      }
      prepare(process.execPath, commandLine('emit'), changed)
      const remove = (): void => rmSync(join(fresh, 'out'), { recursive: true, force: true })
      return medians(
        {
          emit: { args: commandLine('emit'), cwd: fresh, before: remove },
          review: { args: commandLine('review'), cwd: changed },
          boundary: { args: [...commandLine('review'), 'wide', 'main'], cwd: changed },
          ways: { args: [...commandLine('review'), 'ways', 'main'], cwd: changed }
        },
        rounds
      )
    })
  )

/** What 100 and 1,000 stacks take together. */
export const stacksTogether = (
  repository: string,
  rounds: number,
  peers: (count: number) => Readonly<Record<Peer, Program>>
): void => {
  const hundred = checked(repository, 100, rounds, { tfgen: peers(100).tfgen })
  ratio('100 stacks, --check', hundred.of('emit'), 1, 'terraform-generator', hundred.of('tfgen'))
  const review = reviewed(repository, 100, rounds)
  ratio('100 changed stacks, review', review('review'), 3, '100 stacks, emit', review('emit'))
  ratio('100 changed boundaries, review', review('boundary'), 3, '100 stacks, emit', review('emit'))
  ratio('100 stacks in seven ways, review', review('ways'), 3, '100 stacks, emit', review('emit'))
  const { tfgen, cdktn } = peers(1000)
  const thousand = checked(repository, 1000, rounds, { tfgen, cdktn })
  ratio('1,000 stacks, --check', thousand.of('emit'), 2, 'terraform-generator', thousand.of('tfgen'))
  ratio('1,000 stacks, --check', thousand.of('emit'), 0.25, 'cdktn', thousand.of('cdktn'))
  ratio('1,000 stacks beside 100', thousand.of('emit'), 10, '100 stacks', hundred.of('emit'))
  bound('1,000 stacks, peak', thousand.peak, 300, 'MiB')
}
