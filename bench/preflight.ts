import { setTimeout as schedule } from 'node:timers'
import type { AwsDouble } from '../test/support/aws-double/aws-double.ts'
import { refusalsIn, runOnline, startHealthyDouble } from '../test/support/preflight-bench.ts'
import { inPreflightProject, preflightProcess } from '../test/support/preflight-project.ts'
import { median } from './measure.ts'
import { bound, ratio } from './verdicts.ts'

/** How long nobody asks before all who wait are answered. */
const QUIET = 300

/** Answers only when no further request has come for so long, and then all at once; gives how often that was. */
const together = (double: AwsDouble): (() => number) => {
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
        }, QUIET)
      })
  )
  return () => times
}

const online = async (double: AwsDouble): Promise<void> => {
  const refusals = refusalsIn(await runOnline(double))
  if (refusals.length > 0) throw new Error(`preflight refuses the healthy double: ${refusals.join(', ')}`)
}

/**
 * How often preflight waits for AWS, one time after another; and what its process takes where AWS answers at once, beside
 * the time of terraform-generator for one stack.
 */
export const preflight = async (rounds: number, generator: number): Promise<void> => {
  const double = await startHealthyDouble()
  try {
    const trips = together(double)
    await online(double)
    bound('preflight, round trips to AWS', trips(), 5, 'trips')
    double.onCall(undefined)
    const times: Array<number> = []
    await inPreflightProject(async (project) => {
      for (let round = 0; round <= rounds; round += 1) {
        const start = performance.now()
        const { code, stdout, stderr } = await preflightProcess(project, double)
        if (code !== 0) throw new Error(`preflight ended with ${code}:\n${stdout}${stderr}`)
        if (round > 0) times.push(performance.now() - start)
      }
    })
    ratio('preflight, beside the answers', median(times), 1, 'terraform-generator', generator)
  } finally {
    await double.stop()
  }
}
