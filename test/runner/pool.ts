import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Answer, type FileReport, lost } from './report.ts'

const loader = new URL('../../test/typescript.js', import.meta.url).href
const worker = fileURLToPath(new URL('worker.ts', import.meta.url))

/**
 * Runs test files, each in one of a few processes that take the next file when they are done, and reports on
 * each as soon as it is known. There is one more than there are cores, since many a test waits for something. A process that ends, or that is still busy after the limit, costs one file; one
 * that a file left in disorder takes no other file.
 */
export const runAll = async (
  folder: string,
  files: ReadonlyArray<string>,
  limitSeconds: number,
  onReport: (report: FileReport, seconds: number) => void
): Promise<void> => {
  const work = async (waiting: Array<string>): Promise<void> => {
    let child: ChildProcess | undefined
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (child === undefined || !child.connected) child = fork(worker, { execArgv: ['--import', loader] })
      const start = performance.now()
      const { report, spent } = await runOne(child, folder, file, limitSeconds)
      onReport(report, (performance.now() - start) / 1000)
      if (child.connected && (spent || waiting.length === 0)) child.disconnect()
    }
  }
  const [alone, others] = [files.filter(runsGuard), files.filter((file) => !runsGuard(file))]
  const atOnce = Math.min(others.length, availableParallelism() + (alone.length === 0 ? 1 : 0))
  await Promise.all([work(alone), ...Array.from({ length: atOnce }, () => work(others))])
}

/**
 * Those that run the guard on one and the same stack, of which one run at a time is let in on a machine. A sandbox is apart:
 * its runs, and their temporary files, lie in it alone.
 */
const runsGuard = (file: string): boolean =>
  /^(?:e2e\/(?:guard|handover|day-zero)|commands\/guard\/.*process)/.test(file)

const runOne = (child: ChildProcess, folder: string, file: string, limitSeconds: number): Promise<Answer> =>
  new Promise((resolve) => {
    const overdue = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000)
    const settle = (answer: Answer): void => {
      clearTimeout(overdue)
      child.removeAllListeners()
      resolve(answer)
    }
    child.once('message', (answer) => settle(answer as Answer))
    child.once('exit', (code, signal) =>
      settle({
        report: lost(file, signal === 'SIGKILL' ? tooLong(limitSeconds) : tooSoon(signal ?? code)),
        spent: true
      })
    )
    child.send({ file, path: join(folder, file) })
  })

const tooLong = (limitSeconds: number): string => `did not finish within ${limitSeconds} s`
const tooSoon = (end: string | number | null): string =>
  `its process ended (${end}) before its tests did: a call to process.exit, or a wait for what never comes`
