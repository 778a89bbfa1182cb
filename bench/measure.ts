import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program to start with this Node, the folder to start it in, and what is done before each start. */
export type Program = { readonly args: ReadonlyArray<string>; readonly cwd: string; readonly before?: () => void }

const run = ({ args, cwd }: Program, preload: ReadonlyArray<string> = []): void => {
  const { status, stderr, error } = spawnSync(process.execPath, [...preload, ...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`, { cause: error })
}

const milliseconds = (program: Program): number => {
  program.before?.()
  const start = performance.now()
  run(program)
  return performance.now() - start
}

/** The value in the middle. */
export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * The median wall time of each program by its name, in milliseconds. Every round runs every program once, so that a slow
 * minute of the machine falls on all of them; a first round warms the caches and does not count.
 */
export const medians = (programs: Readonly<Record<string, Program>>, rounds: number): ((name: string) => number) => {
  const times = new Map<string, Array<number>>()
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, program] of Object.entries(programs)) {
      const time = milliseconds(program)
      if (round > 0) times.set(name, [...(times.get(name) ?? []), time])
    }
  return (name) => median(times.get(name) ?? [])
}

/** The largest resident set of a program's process, its threads included, in MiB; as the kernel counted it. */
export const peakMiB = (program: Program): number => {
  const path = join(tmpdir(), `zenthea-peak-${process.pid}`)
  const tell = `import { writeFileSync } from 'node:fs'
    import { isMainThread } from 'node:worker_threads'
    if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(path)}, String(process.resourceUsage().maxRSS)))`
  run(program, ['--import', `data:text/javascript,${encodeURIComponent(tell)}`])
  const peak = Number(readFileSync(path, 'utf8')) / 1024
  rmSync(path)
  return peak
}
