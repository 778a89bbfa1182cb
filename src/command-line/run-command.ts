import * as O from 'fp-ts/lib/Option.js'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as T from 'fp-ts/lib/Task.js'
import { setTimeout } from 'node:timers/promises'
import { redacted, withoutMachine } from '../charter/redacted.ts'
import { type ProcessSignals, processSignals } from '../outside/terminal/terminal.ts'
import { type Invocation, begun } from './begin.ts'
import type { Options } from './npm-flags.ts'
import { stopWordLine } from './diagnostic-text.ts'
import { printable } from './printable.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** The exit code of a run that a signal ended, as a shell gives it for Ctrl-C. */
const INTERRUPTED = 130

/** How long what a run made may take to be undone, in milliseconds: AWS answers within 20 seconds. */
const UNDOING = 25_000

type Signal = Parameters<Parameters<typeof processSignals>[0]>[0]

/** A command as this process runs it. */
export type CommandSpec = {
  readonly name: string
  readonly options: Options
  /** What an ended run says at once; `isUndoing` where something that it made is removed first. */
  readonly interrupted?: (isUndoing: boolean) => string
  /** What an ended run says and does last, after everything is undone. */
  readonly afterwards?: () => Promise<void>
  /** Whether a signal is meant for a program that this one started, so that this one goes on. */
  readonly isForAnother?: (signal: Signal) => boolean
  /** What is done instead of the run where the command line is refused because npm kept a part of it. Gives the exit code. */
  readonly refused?: T.Task<number>
}

/** What a command is given of its process. */
export type Running = {
  /** Says nothing more once the run is being ended. */
  readonly terminal: Terminal
  readonly signals: ProcessSignals
  /** Keeps what is to be undone when the run ends early; none where nothing stands any more. */
  readonly keep: (undo: O.Option<T.Task<void>>) => IO.IO<void>
  readonly isEnding: () => boolean
}

const isClosedPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE'

/** What to do when standard output takes nothing more. A reader who went away (`| head`) changes nothing, all else is told. */
const cannotPrint = (name: string): ((error: Error) => void) => {
  let isTold = false
  return (error) => {
    if (isClosedPipe(error) || isTold) return
    isTold = true
    process.stderr.write(
      `${name}: cannot print the results: ${printable(error.message)}\n${stopWordLine('not-printed')}\n`
    )
    process.once('exit', () => {
      process.exitCode = 1
    })
  }
}

/** A defect's words name no place of this machine, in any folder. Of a path in `stacks/` its name is left. */
const withoutPlaces = (text: string): string =>
  withoutMachine(text).replaceAll(
    /(?:file:\/\/|(?<![\w.:/}\-)]))\/[^\s'"`()/]+\/[^\s'"`()]*/g,
    '(a path of this machine)'
  )

/** One line for what should never happen, and its trace where it was asked for. Both are without a path of this machine. */
const defectText = ({ name }: CommandSpec, error: unknown, { argv }: Invocation): string => {
  const line = `${name}: this is a defect of ${name}, not of your stacks: ${printable(withoutPlaces(String(error)))}`
  if (!argv.includes('--debug'))
    return `${line}\nReport it, with what --debug shows beside it.\n${stopWordLine('defect')}\n`
  const trace = error instanceof Error && error.stack !== undefined ? error.stack : 'no trace'
  // Of a source of the program, or of a library, its place in the project is left.
  const places = trace.replaceAll(/(?:file:\/\/)?\/[^\s()]*\/(?=(?:src|bin|node_modules)\/)/g, '')
  return `${line}\n${redacted(withoutPlaces(places))}\n`
}

/** Waits until everything that was printed has left this process, or cannot. A write that failed says so one turn later. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    const ended = (): void => void setImmediate(resolve)
    if (stream.destroyed || stream.errored !== null) return ended()
    stream.once('error', ended)
    stream.write('', ended)
  })

/**
 * Runs a command in this process. It owns what all commands have in common: a closed pipe is silence and any other failure
 * to print is exit code 1; a defect is one line, undoes what was made, and is exit code 1, and so is a run that can never
 * end; a signal says what is true, undoes it, and is exit code 130; a command line that npm cut is refused with 2;
 * `--version` is answered.
 */
export const runCommand = async (
  spec: CommandSpec,
  invocation: Invocation,
  run: (running: Running) => T.Task<number>
): Promise<void> => {
  let undo: O.Option<T.Task<void>> = O.none
  let isEnding = false

  const end = async (code: number, last?: () => Promise<void>): Promise<never> => {
    if (O.isSome(undo)) await Promise.race([undo.value().catch(() => undefined), setTimeout(UNDOING)])
    await last?.()
    return signals.leave(code)
  }

  process.stderr.on('error', () => undefined)
  process.stdout.on('error', cannotPrint(spec.name))
  const defect = (error: unknown): void => {
    process.stderr.write(defectText(spec, error, invocation))
    if (isEnding) return
    isEnding = true
    void end(1)
  }
  process.on('uncaughtException', defect)
  // Node ends a process with 0 where nothing is left that could wake a run up.
  const unfinished = (): void => defect(new Error('it waits for something that cannot come'))
  process.once('beforeExit', unfinished)
  const signals = processSignals((signal) => {
    if (isEnding || spec.isForAnother?.(signal) === true) return
    isEnding = true
    if (spec.interrupted !== undefined) process.stderr.write(spec.interrupted(O.isSome(undo)))
    void end(INTERRUPTED, spec.afterwards)
  })

  if (!(await begun(spec.name, spec.options, invocation))) {
    if (process.exitCode !== undefined && spec.refused !== undefined) process.exitCode = await spec.refused()
    process.off('beforeExit', unfinished)
    return
  }

  const unlessEnding =
    (say: (text: string) => void) =>
    (text: string): void => {
      if (!isEnding) say(text)
    }
  const code = await run({
    terminal: { ...thisTerminal, out: unlessEnding(thisTerminal.out), err: unlessEnding(thisTerminal.err) },
    signals,
    keep: (next) => () => {
      undo = next
    },
    isEnding: () => isEnding
  })()
  await flushed(process.stdout)
  // A run that is being ended from outside ends where what it made is undone.
  if (!isEnding) signals.leave(code)
}
