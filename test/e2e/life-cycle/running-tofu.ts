import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import type { Credentials } from '../bench/child-environment.ts'
import type { Ended } from '../../../src/outside/stand-in/run-command.ts'
import type { Scenario } from '../bench/scenario.ts'

/** A tofu that runs while others do something. */
export type RunningTofu = {
  /** Resolves when it has said that text; rejects with what it said instead when it ends before that. */
  readonly says: (text: string) => Promise<void>
  /** Types a line into it. */
  readonly type: (line: string) => void
  /** Kills it and its provider at once, as a machine that goes away does. */
  readonly kill: () => void
  readonly ended: Promise<Ended>
}

/** Starts a tofu in a scenario's folder, with the environment that the scenario gives to each of its commands. */
export const startTofu = async (
  scenario: Scenario,
  tofu: string,
  args: ReadonlyArray<string>,
  as: Credentials
): Promise<RunningTofu> => {
  const env = await environmentOf(scenario, as)
  const child = spawn(tofu, args, { cwd: scenario.folder, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  const kill = (): void => {
    // A group of its own, so that the provider dies with it and is not left behind.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL')
  }
  process.once('exit', kill)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('exit', kill)
      resolve({ code, signal, ...said })
    })
  })
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null
  return {
    says: (text) =>
      until(`tofu says '${text}'`, () => {
        if (said.stdout.includes(text)) return true
        if (isOver()) throw new Error(`tofu ended before it said '${text}':\n${said.stdout}${said.stderr}`)
        return false
      }),
    type: (line) => void child.stdin.write(`${line}\n`),
    kill,
    ended
  }
}

/** Waits for something, two minutes at most; rejects with its name. */
export const until = async (what: string, isTrue: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 6000; turn++) {
    if (isTrue()) return
    await setTimeout(20)
  }
  throw new Error(`waited in vain until ${what}`)
}

const environmentOf = async (scenario: Scenario, as: Credentials): Promise<NodeJS.ProcessEnv> => {
  const { stdout } = await scenario.tofu([], as, 'env')
  return Object.fromEntries(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  )
}
