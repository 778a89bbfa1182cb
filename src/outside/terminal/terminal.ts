import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { type ReadStream, type WriteStream, isatty } from 'node:tty'
import type { Heard, Person } from './terminal.port.ts'
import { systemRefusal } from '../files/system-refusal.ts'
import type { Signals } from '../tofu/process.ts'

/** How long nothing may arrive before a terminal counts as empty. */
const QUIET_MILLIS = 100

/** The keys that end a program, Ctrl-C and Ctrl-\, as a raw terminal gives them. Source: POSIX, General Terminal Interface. */
const ENDING = [
  [0x03, 'SIGINT'],
  [0x1c, 'SIGQUIT']
] as const

/** A terminal that went away has no mode; reading from it then gives its end. */
const setRaw = (input: ReadStream, isRaw: boolean): void => {
  try {
    input.setRawMode(isRaw)
  } catch (error) {
    systemRefusal('the terminal', error)
  }
}

/**
 * Throws away what was typed before: whole lines, and the beginning of one. The terminal hands out that beginning only
 * when it is raw. A key that ends a program stays a signal.
 */
const discardTypedAhead = async (input: ReadStream): Promise<void> => {
  let isNews = true
  const heard = (chunk: Buffer | string): void => {
    isNews = true
    for (const [key, signal] of ENDING) if (Buffer.from(chunk).includes(key)) process.kill(process.pid, signal)
  }
  setRaw(input, true)
  input.on('data', heard)
  try {
    while (isNews) {
      isNews = false
      await setTimeout(QUIET_MILLIS)
    }
  } finally {
    input.off('data', heard)
    input.pause()
    setRaw(input, false)
  }
}

/**
 * The person at the terminal of this process. What was typed before the question is thrown away; the question goes to
 * `prompt`, and the line is read as the terminal gives it, so that Ctrl-C stays a signal.
 */
export const person = (input: ReadStream, output: WriteStream, prompt: WriteStream): Person => ({
  isThere: input.isTTY === true && output.isTTY === true,
  ask: (question) => async () => {
    if (input.isTTY === true) await discardTypedAhead(input)
    return new Promise((resolve) => {
      prompt.write(question)
      // Of an input that ended before, a reader would never hear the end.
      if (input.readableEnded || input.destroyed) return resolve('')
      const lines = createInterface({ input })
      let answer = ''
      // Ctrl-Z throws away what was typed, and `fg` shows the command alone.
      const again = (): void => void prompt.write(question)
      process.on('SIGCONT', again)
      lines.once('line', (line) => {
        answer = line
        lines.close()
      })
      lines.once('close', () => {
        process.off('SIGCONT', again)
        resolve(answer)
      })
    })
  }
})

/** What a terminal, a shell or a system sends to end a program. Of these only SIGKILL cannot be heard. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** The signals of this process, and its end. */
export type ProcessSignals = Signals & {
  /**
   * Ends this process with that code. Where its terminal is gone, as SIGHUP ends one: Node aborts on a terminal that is not
   * there. A process in the background of its terminal is not told by a signal.
   */
  readonly leave: (code: number) => never
}

/**
 * Hands signals to the listener while tofu runs, so that none of them ends this process. At any other time they go to
 * `otherwise`.
 */
export const processSignals = (otherwise: (signal: Heard['signal']) => void): ProcessSignals => {
  let listener: ((heard: Heard) => void) | undefined
  let isTerminalGone = false
  const terminals = [0, 1, 2].filter((file) => isatty(file))
  for (const signal of SIGNALS)
    process.on(signal, () => {
      isTerminalGone ||= terminals.length > 0 && signal === 'SIGHUP'
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
      if (isTerminalGone || !terminals.every((file) => isatty(file))) {
        process.removeAllListeners('SIGHUP')
        process.kill(process.pid, 'SIGHUP')
      }
      return process.exit(code)
    }
  }
}
