import * as TE from 'fp-ts/lib/TaskEither.js'
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { type Heard, type Interruption, interrupted, uninterrupted } from '../terminal/terminal.port.ts'
import type { NotStarted, Silence, Tofu, TofuCall, TofuEnd } from './tofu.port.ts'
import { systemRefusal } from '../files/system-refusal.ts'

/** Where signals come from while tofu runs. */
export type Signals = {
  /** Gives every signal to the listener instead of ending the process, until what it gives back is called. */
  readonly listen: (heard: (signal: Heard) => void) => () => void
}

const numberOf = (signal: NodeJS.Signals | null): number => (signal === null ? 1 : 128 + constants.signals[signal])

/** What is done about each signal: one more time that tofu is asked, or nothing. */
const passing = (child: ChildProcess, tell: (interruption: Interruption) => void) => {
  let state = uninterrupted
  const heard = (signal: Heard): void => {
    const next = interrupted(state, signal)
    const isNews = next !== state
    const isAsked = next.asked > state.asked
    state = next
    if (isNews) tell(next)
    if (isAsked) child.kill('SIGINT')
  }
  return { heard, state: () => state }
}

/** Who hears what of a run, and after how many milliseconds of silence. */
export type Hearing = {
  readonly tell: (interruption: Interruption) => void
  readonly silence: (silence: Silence) => void
  readonly silentMillis: number
}

const SILENT_MILLIS = 30_000

/** Tells of silence, again and again, until something is heard or it is stopped. */
const listening = (isHeard: boolean, [command = '']: ReadonlyArray<string>, { silence, silentMillis }: Hearing) => {
  let since = performance.now()
  const timer = setInterval(() => {
    silence({ command, seconds: Math.round((performance.now() - since) / 1000), isHeard })
  }, silentMillis)
  return {
    heard: (): void => {
      since = performance.now()
      timer.refresh()
    },
    stop: (): void => clearInterval(timer)
  }
}

const ran = (
  { file, args, folder, environment }: TofuCall,
  stdio: StdioOptions,
  signals: Signals,
  hearing: Hearing,
  begun: (child: ChildProcess) => void
): TE.TaskEither<NotStarted, TofuEnd> =>
  TE.tryCatch(
    () =>
      new Promise((resolve, reject) => {
        // In a session of its own: neither the terminal's Ctrl-C nor its end reaches tofu but through here. Node adds
        // NODE_V8_COVERAGE to every environment that does not name it.
        const env = { ...environment, NODE_V8_COVERAGE: undefined }
        const child = spawn(file, [...args], { cwd: folder, env, stdio, detached: true })
        const { heard, state } = passing(child, hearing.tell)
        const isHeard = child.stdout !== null
        const silence = listening(isHeard, args, hearing)
        const deaf = signals.listen(heard)
        const ended = (): void => {
          silence.stop()
          deaf()
        }
        for (const stream of [child.stdout, child.stderr]) stream?.on('data', silence.heard)
        child.once('error', (error) => {
          ended()
          reject(error)
        })
        child.once('close', (code, signal) => {
          ended()
          const { asked, isTerminalGone } = state()
          resolve({ code: code ?? numberOf(signal), interrupts: asked, isTerminalGone })
        })
        begun(child)
      }),
    (error) => systemRefusal(file, error)
  )

/** At most so many bytes of a stream. What comes after them is read and forgotten, so that tofu never waits. */
const kept = (atMostBytes: number) => {
  const chunks: Array<Buffer> = []
  let size = 0
  return {
    add: (chunk: Buffer): void => {
      if (size < atMostBytes) chunks.push(chunk.subarray(0, atMostBytes - size))
      size += chunk.length
    },
    text: (): string => Buffer.concat(chunks).toString('utf8'),
    isWhole: (): boolean => size <= atMostBytes
  }
}

/**
 * Runs tofu as a child process. `tell` hears of every signal that counts, before tofu does. `silence` hears of every half
 * minute in which nothing was heard.
 */
export const tofuProcess = (
  signals: Signals,
  tell: Hearing['tell'],
  silence: Hearing['silence'] = () => undefined,
  silentMillis = SILENT_MILLIS
): Tofu => of(signals, { tell, silence, silentMillis })

const of = (signals: Signals, hearing: Hearing): Tofu => ({
  handOver: (call) => ran(call, ['ignore', 'inherit', 'inherit'], signals, hearing, () => undefined),
  capture: (call, atMostBytes) => {
    const [stdout, stderr] = [kept(atMostBytes), kept(atMostBytes)]
    return TE.map((end: TofuEnd) => ({
      ...end,
      stdout: stdout.text(),
      stderr: stderr.text(),
      isWhole: stdout.isWhole() && stderr.isWhole()
    }))(
      ran(call, ['ignore', 'pipe', 'pipe'], signals, hearing, (child) => {
        child.stdout?.on('data', stdout.add)
        child.stderr?.on('data', stderr.add)
      })
    )
  }
})
