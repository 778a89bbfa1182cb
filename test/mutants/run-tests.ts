import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Answer, isGreen } from '../runner/report.ts'

const start = (project: string): ChildProcess =>
  fork(join(project, 'test/runner/worker.ts'), {
    cwd: project,
    execArgv: ['--import', join(project, 'test/typescript.js')],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })

const stop = (child: ChildProcess): void => {
  if (child.connected) child.disconnect()
}

type Outcome = { readonly isRight: boolean; readonly isSpent: boolean }

const runIn = (child: ChildProcess, project: string, test: string, seconds: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const overdue = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    const settle = (outcome: Outcome): void => {
      clearTimeout(overdue)
      child.removeAllListeners()
      resolve(outcome)
    }
    child.once('message', (answer) => {
      const { report, spent } = answer as Answer
      settle({ isRight: isGreen(report), isSpent: spent })
    })
    child.once('exit', () => settle({ isRight: false, isSpent: true }))
    child.send({ file: test.slice('test/'.length), path: join(project, test) })
  })

/** Whether a test file of a project is green in a process of its own. */
export const runFresh = async (project: string, test: string, seconds: number): Promise<boolean> => {
  const child = start(project)
  const { isRight } = await runIn(child, project, test, seconds)
  stop(child)
  return isRight
}

/**
 * Runs test files one after the other in one process, so that what they share is loaded once, until one is red or the
 * time is over; says how many were run and which was red.
 */
export const firstRed = async (
  project: string,
  tests: ReadonlyArray<string>,
  limits: { readonly seconds: number; readonly each: number }
): Promise<{ readonly run: number; readonly test?: string }> => {
  const end = performance.now() + limits.seconds * 1000
  let [run, child] = [0, start(project)]
  for (const test of tests) {
    if (performance.now() > end) break
    if (!child.connected) child = start(project)
    const { isRight, isSpent } = await runIn(child, project, test, limits.each)
    run += 1
    if (isSpent) stop(child)
    if (isRight) continue
    stop(child)
    return { run, test }
  }
  stop(child)
  return { run }
}
