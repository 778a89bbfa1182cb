import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { lastWords } from './last-words.ts'

/** A process that works for a sandbox until it is stopped. */
export type Helper = {
  readonly pid: number | undefined
  /** The line that it said when it was ready. */
  readonly said: string
  readonly stop: () => Promise<void>
}

/** A helper that ended before it was ready, with its last words; `why` is the last line of them. */
export class NotReady extends Error {
  readonly why: string
  constructor(what: string, how: number | string | null, words: string) {
    super(`${what} did not start (${how})${words === '' ? '' : `: ${words}`}`)
    this.why = lastLine(words) ?? `it ended with ${how}`
  }
}

const lastLine = (words: string): string | undefined => (words === '' ? undefined : words.split('\n').at(-1))

/** How a helper is started, and who hears that it ended before it was stopped. */
export type Started = {
  readonly what: string
  readonly command: readonly [file: string, args: ReadonlyArray<string>]
  readonly cwd?: string
  readonly tell: (line: string) => void
}

/**
 * Starts a process that says a line when it is ready, in a session of its own. It ends with its standard input, and so with
 * this process at the latest. Rejects with its last words where it ends before that line.
 */
export const startHelper = async ({ what, command: [file, args], cwd, tell }: Started): Promise<Helper> => {
  const child = spawn(file, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true
  })
  const words = lastWords(child.stderr)
  let isReady = false
  let isStopped = false
  const said = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => {
      isReady = true
      resolve(line)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      const how = signal ?? code
      if (!isReady) return reject(new NotReady(what, how, words()))
      if (isStopped) return
      const last = lastLine(words())
      tell(`${what} ended too early (${how})${last === undefined ? '' : `: ${last}`}`)
    })
  })
  return {
    pid: child.pid,
    said,
    stop: () =>
      new Promise((resolve) => {
        isStopped = true
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('close', () => resolve())
        child.stdin.end()
      })
  }
}
