import childProcess from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { syncBuiltinESMExports } from 'node:module'

const channels = {
  child_process: 'starts a process',
  worker_threads: 'starts a thread',
  'net.client.socket': 'opens a connection',
  'net.server.socket': 'answers a connection'
}

/** Tells whenever code of this process starts another, or a thread, or meets a network; the channels are Node's own. */
export const watchOutside = (tell: (what: string) => void): void => {
  for (const [channel, what] of Object.entries(channels)) subscribe(channel, () => tell(what))
  // Node has no channel for those that block.
  for (const name of ['execFileSync', 'execSync', 'spawnSync'] as const) {
    const call = childProcess[name] as (...args: ReadonlyArray<unknown>) => unknown
    Object.assign(childProcess, {
      [name]: (...args: ReadonlyArray<unknown>) => {
        tell(channels.child_process)
        return call(...args)
      }
    })
  }
  syncBuiltinESMExports()
}
