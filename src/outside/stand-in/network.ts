import { join } from 'node:path'
import { NotReady, startHelper } from './helper.ts'

/** A network that is the loopback alone, for the commands of one sandbox. */
export type Network = {
  /** The words before a command that take it in there; the command keeps its process, its user and its terminal. */
  readonly within: ReadonlyArray<string>
  readonly stop: () => Promise<void>
}

/**
 * Makes one. It is told apart by `folder`, and ends with this process at the latest. Undefined where the system gives none:
 * elsewhere than on Linux, and where users may not make namespaces. `tell` hears why. Source: user_namespaces(7).
 */
export const makeNetwork = async (
  python: string,
  files: string,
  folder: string,
  tell: (line: string) => void = () => {}
): Promise<Network | undefined> => {
  if (process.platform !== 'linux') return undefined
  const program = join(files, 'network.py')
  const command = [python, [program, 'make', folder]] as const
  try {
    const { pid, stop } = await startHelper({ what: 'the network of the sandbox', command, tell })
    return { within: [python, program, 'enter', String(pid)], stop }
  } catch (error) {
    if (!(error instanceof NotReady)) throw error
    tell(`no network of its own: ${error.why}`)
    return undefined
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
