import { type ChildProcess, spawn } from 'node:child_process'
import type { AwsDouble } from './aws-double/aws-double.ts'
import { bundled } from './bundled.ts'
import { ACCESS_KEY } from './seed-bench.ts'

const program = await bundled('seed-child.ts')

/** Starts a process that seeds staging-eu in a double. */
export const start = (double: AwsDouble): ChildProcess =>
  spawn(process.execPath, [program, double.proxy, double.caBundle], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: process.env['NODE_OPTIONS'],
      HOME: '/nonexistent',
      AWS_ACCESS_KEY_ID: ACCESS_KEY,
      AWS_SECRET_ACCESS_KEY: 'secret'
    }
  })

/** How a process ended: the signal, or its code. */
export const ended = (child: ChildProcess): Promise<NodeJS.Signals | number | null> =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)))

/** Ends the child with SIGKILL when its call of that number has taken effect and is not yet answered. */
export const killAt = async (double: AwsDouble, at: number): Promise<NodeJS.Signals | number | null> => {
  const child = start(double)
  const end = ended(child)
  double.onCall(async (_call, count) => {
    if (count !== at) return
    child.kill('SIGKILL')
    await end
  })
  const how = await end
  double.onCall(undefined)
  return how
}
