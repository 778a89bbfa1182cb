import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A program to start with this Node, and the folder to start it in. */
export type Program = { readonly args: ReadonlyArray<string>; readonly cwd: string }

const run = ({ args, cwd }: Program, preload: ReadonlyArray<string> = []): void => {
  const { status, stderr, error } = spawnSync(process.execPath, [...preload, ...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`, { cause: error })
}

const milliseconds = (program: Program): number => {
  const start = performance.now()
  run(program)
  return performance.now() - start
}

/** The value in the middle. */
export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * The median wall time of each program in milliseconds. Every round runs every program once, so that a slow minute of
 * the machine falls on all of them; a first round warms the caches and does not count.
 */
export const medians = (programs: ReadonlyArray<Program>, rounds: number): ReadonlyArray<number> => {
  for (const program of programs) run(program)
  const times = Array.from({ length: rounds }, () => programs.map(milliseconds))
  return programs.map((_, index) => median(times.map((round) => round[index] ?? Number.NaN)))
}

/** The largest resident set of a program's process, its threads included, in MiB; as the kernel counted it. */
export const peakMiB = (program: Program): number => {
  const path = join(program.cwd, 'peak.txt')
  const tell = `import { writeFileSync } from 'node:fs'
    import { isMainThread } from 'node:worker_threads'
    if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(path)}, String(process.resourceUsage().maxRSS)))`
  run(program, ['--import', `data:text/javascript,${encodeURIComponent(tell)}`])
  return Number(readFileSync(path, 'utf8')) / 1024
}
