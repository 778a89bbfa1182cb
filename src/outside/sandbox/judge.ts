import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startHelper } from '../stand-in/helper.ts'
import { commandWithin } from '../stand-in/network.ts'

/** A process that says of each call whether AWS would allow it. It is asked at that port of the loopback. */
export type Judge = { readonly port: number; readonly stop: () => Promise<void> }

/** The judge and what loads it; both are of a checkout alone. */
const PROGRAM = 'test/support/sandbox-judge.ts'
const LOADER = 'test/typescript.js'

/** What the judge decides with, a development dependency that is never a part of this program. */
const SIMULATOR = 'node_modules/@cloud-copilot/iam-simulate/package.json'

/**
 * Starts the judge of a checkout as a process of its own; none where its development dependencies are not installed. It is
 * told apart by `folder`, and ends with this process at the latest. `within` takes it into the network of those who ask it.
 * `tell` hears that it ended while it was needed.
 */
export const startJudge = async (
  checkout: string,
  folder: string,
  within: ReadonlyArray<string> = [],
  tell: (line: string) => void = () => {}
): Promise<Judge | undefined> => {
  if (![PROGRAM, LOADER, SIMULATOR].every((path) => existsSync(join(checkout, path)))) return undefined
  const args = ['--import', join(checkout, LOADER), join(checkout, PROGRAM), folder]
  const command = commandWithin(within, process.execPath, args)
  const { said, stop } = await startHelper({ what: 'the judge of calls', command, cwd: checkout, tell })
  return { port: Number(said), stop }
}
