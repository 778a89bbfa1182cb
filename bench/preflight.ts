import { spawn } from 'node:child_process'
import { setTimeout as schedule } from 'node:timers'
import { setTimeout } from 'node:timers/promises'
import type { AwsDouble } from '../test/support/aws-double/aws-double.ts'
import { refusalsIn, runOnline, startHealthyDouble } from '../test/support/preflight-bench.ts'
import { inPreflightProject, preflightProcess } from '../test/support/preflight-project.ts'
import { median } from './measure.ts'

/** How long preflight takes where each call to AWS takes 100 ms, against the double of the tests. Never a test. */
const DELAY = 100
const LIMIT = 5
const ROUNDS = 7

const since = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Answers each call after so many milliseconds; gives how many there were. */
const delayed = (double: AwsDouble, millis: number): (() => number) => {
  let calls = 0
  double.onCall(async () => {
    calls += 1
    await setTimeout(millis)
  })
  return () => calls
}

/** Answers only when no further request has come for so long, and then all at once; gives how often that was. */
const together = (double: AwsDouble, millis: number): (() => number) => {
  let times = 0
  let waiting: Array<() => void> = []
  let quiet: NodeJS.Timeout | undefined
  double.onCall(
    () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        clearTimeout(quiet)
        quiet = schedule(() => {
          times += 1
          const all = waiting
          waiting = []
          for (const answer of all) answer()
        }, millis)
      })
  )
  return () => times
}

const online = async (double: AwsDouble): Promise<void> => {
  const refusals = refusalsIn(await runOnline(double))
  if (refusals.length > 0) throw new Error(`preflight refuses the healthy double: ${refusals.join(', ')}`)
}

const bare = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })
    child.once('error', reject).once('close', () => resolve())
  })

const double = await startHealthyDouble()
const trips = together(double, 3 * DELAY)
await online(double)
const tripsInAll = trips()

const calls = delayed(double, DELAY)
await online(double)
const callsInAll = calls()
const times: Array<number> = []
for (let round = 0; round < ROUNDS; round += 1) times.push(await since(() => online(double)))

const whole: Array<number> = []
const nothing: Array<number> = []
await inPreflightProject(async (project) => {
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now()
    const { code, stdout, stderr } = await preflightProcess(project, double)
    if (code !== 0) throw new Error(`preflight ended with ${code}:\n${stdout}${stderr}`)
    const process = performance.now() - start
    const node = await since(bare)
    // The first round warms the caches.
    if (round > 0) {
      whole.push(process)
      nothing.push(node)
    }
  }
})
await double.stop()

console.log(`Node ${process.version}, ${callsInAll} calls of ${DELAY} ms each`)
const row = (what: string, millis: number) => ({ what, 'median ms': millis.toFixed(0) })
console.table([
  row('node -e 0', median(nothing)),
  row('preflight: the checks that ask AWS', median(times)),
  row('preflight: the whole process', median(whole))
])
console.log(
  `${tripsInAll <= LIMIT ? 'holds         ' : 'DOES NOT HOLD '} sequential round trips to AWS: ${tripsInAll}, at most ${LIMIT}`
)
