import { readFileSync } from 'node:fs'
import type { AwsDouble } from '../test/support/aws-double/aws-double.ts'
import { md5, startHealthyDouble, store } from '../test/support/preflight-bench.ts'
import { type PreflightProject, inPreflightProject, preflightEnvironment } from '../test/support/preflight-project.ts'
import { runCommand } from '../test/support/temp-project.ts'
import { bound } from './verdicts.ts'

const STATE = readFileSync(new URL('../test/commands/preflight/checks/samples/state.sample', import.meta.url), 'utf8')

/** A real state with two million numbers more, in about 50 MB. */
const numbers = (): string => {
  const list = Array.from({ length: 2_100_000 }, (_, index) => `${1_234_567_890 + index},\n           `).join('')
  return STATE.replace('"attributes": {', `"attributes": { "numbers": [${list}0],`)
}

type Spent = { readonly seconds: number; readonly peakMB: number }

/** What the process of preflight takes, in seconds of processor time and at most in MB, while that state is stored. */
const spent = async (project: PreflightProject, double: AwsDouble, state: string): Promise<Spent> => {
  store(double, state, md5(state))
  const { stderr } = await runCommand(
    'preflight',
    ['stacks/staging-eu.ts', '--proxy', double.proxy, '--ca-bundle', double.caBundle],
    {
      cwd: project.root,
      env: preflightEnvironment(),
      preload: `import { isMainThread } from 'node:worker_threads'
        if (isMainThread) process.on('exit', () => console.error('spent', JSON.stringify(process.resourceUsage())))`
    }
  )
  const told = /^spent (.*)$/m.exec(stderr)?.[1]
  if (told === undefined) throw new Error(`preflight did not end as it does:\n${stderr}`)
  const usage = JSON.parse(told) as NodeJS.ResourceUsage
  return { seconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6, peakMB: (usage.maxRSS * 1024) / 1e6 }
}

/** What a state of 50 MB costs preflight, its start and all of its other checks included. */
export const largeState = async (): Promise<void> => {
  const double = await startHealthyDouble()
  try {
    await inPreflightProject(async (project) => {
      const large = await spent(project, double, numbers())
      bound('preflight of a state of 50 MB, processor', large.seconds, 2, 's')
      bound('preflight of a state of 50 MB, memory', large.peakMB, 400, 'MB')
    })
  } finally {
    await double.stop()
  }
}
