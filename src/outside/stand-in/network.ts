import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A network that is the loopback alone, for the commands of one sandbox. */
export type Network = {
  /** The words before a command that take it in there; the command keeps its process, its user and its terminal. */
  readonly within: ReadonlyArray<string>
  readonly stop: () => Promise<void>
}

/**
 * Makes one. It is told apart by `folder`, and ends with this process at the latest. Undefined where the system gives none:
 * elsewhere than on Linux, and where users may not make namespaces. Source: user_namespaces(7).
 */
export const makeNetwork = async (python: string, files: string, folder: string): Promise<Network | undefined> => {
  if (process.platform !== 'linux') return undefined
  const program = join(files, 'network.py')
  const child = spawn(python, [program, 'make', folder], {
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true
  })
  const isMade = await new Promise<boolean>((resolve, reject) => {
    child.stdout.once('data', () => resolve(true))
    child.once('error', reject)
    child.once('close', () => resolve(false))
  })
  if (!isMade) return undefined
  return {
    within: [python, program, 'enter', String(child.pid)],
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('close', () => resolve())
        child.stdin.end()
      })
  }
}

/** A command as it is started in a network, or on this machine's own where no words are before it. */
export const commandWithin = (
  within: ReadonlyArray<string>,
  command: string,
  args: ReadonlyArray<string>
): readonly [file: string, args: ReadonlyArray<string>] => {
  const [file = command, ...words] = [...within, command, ...args]
  return [file, words]
}
