import type { Heard } from './interruption.port.ts'
import type { Signals } from '../tofu/process.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The signals of this process, and its end. */
export type ProcessSignals = Signals & {
  /** Ends this process with that code. Where its terminal is gone, as SIGHUP ends one: Node aborts on a terminal that is not there. */
  readonly leave: (code: number) => never
}

/**
 * While tofu runs, signals go to whoever listens, so that none of them ends this process; at any other time to
 * `otherwise`.
 */
export const processSignals = (otherwise: (signal: Heard['signal']) => void): ProcessSignals => {
  let listener: ((heard: Heard) => void) | undefined
  let isTerminalGone = false
  for (const signal of SIGNALS)
    process.on(signal, () => {
      isTerminalGone ||= signal === 'SIGHUP'
      if (listener === undefined) otherwise(signal)
      else listener({ signal, at: performance.now() })
    })
  return {
    listen: (heard) => {
      listener = heard
      return () => {
        listener = undefined
      }
    },
    leave: (code) => {
      if (isTerminalGone) {
        process.removeAllListeners('SIGHUP')
        process.kill(process.pid, 'SIGHUP')
      }
      return process.exit(code)
    }
  }
}
