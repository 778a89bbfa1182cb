import confirm from '@inquirer/confirm'
import input from '@inquirer/input'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Prompter } from './terminal.port.ts'

/** The library says Ctrl-C by an exception of this name. */
const isCtrlC = (error: unknown): boolean => error instanceof Error && error.name === 'ExitPromptError'

/**
 * Whether this process is just going on after Ctrl-Z and `fg`. Readline pauses the input at that moment, for another to
 * resume it. Ctrl-Z stops npm too, which began this process; where a shell does not know of stopped programs, it does
 * nothing. Source: Node.js, Readline, 'SIGCONT' and 'SIGTSTP'.
 */
const stopping = (): { readonly isContinuing: () => boolean; readonly end: () => void } => {
  let isContinuing = false
  const stopped = (): void => {
    process.off('SIGTSTP', stopped)
    process.kill(0, 'SIGTSTP')
    setImmediate(() => process.kill(process.pid, 'SIGCONT'))
  }
  const continued = (): void => {
    isContinuing = true
    setImmediate(() => (isContinuing = false))
    process.off('SIGTSTP', stopped).on('SIGTSTP', stopped)
  }
  process.on('SIGTSTP', stopped).on('SIGCONT', continued)
  const end = (): void => void process.off('SIGTSTP', stopped).off('SIGCONT', continued)
  return { isContinuing: () => isContinuing, end }
}

const CLOSED = Symbol('the input is closed')

/**
 * What the person answers; none where the person pressed Ctrl-C or closed the input, as Ctrl-D does. Anything else is a
 * defect, and is thrown. The library alone would wait for ever where the input is closed, and where an answer cannot be
 * judged: `end` ends it, with the reason.
 */
const answered = async <A>(from: ReadStream, prompt: (end: AbortController) => Promise<A>): Promise<O.Option<A>> => {
  const end = new AbortController()
  // One turn later, since the library also lets go of the input after an answer.
  const closed = (): void => void setImmediate(() => end.abort(CLOSED))
  const { isContinuing, end: letGo } = stopping()
  const paused = (): void => (isContinuing() ? void setImmediate(() => from.resume()) : closed())
  const signs = [
    ['pause', paused],
    ['end', closed],
    ['close', closed]
  ] as const
  for (const [sign, heard] of signs) from.on(sign, heard)
  try {
    return O.some(await prompt(end))
  } catch (error) {
    const why: unknown = end.signal.aborted ? end.signal.reason : error
    if (why === CLOSED || isCtrlC(why)) return O.none
    throw why
  } finally {
    for (const [sign, heard] of signs) from.off(sign, heard)
    letGo()
  }
}

/** Questions at the terminal of this process, an answer that is refused being asked for again. */
export const prompter = (from: ReadStream, to: WriteStream): Prompter => ({
  isThere: from.isTTY === true && to.isTTY === true,
  ask:
    ({ question, proposal, validate }) =>
    () =>
      answered(from, (end) =>
        input(
          {
            message: question,
            ...(proposal === undefined ? {} : { default: proposal }),
            validate: (text) => {
              try {
                return validate(text) ?? true
              } catch (error) {
                end.abort(error)
                return false
              }
            }
          },
          { input: from, output: to, signal: end.signal }
        )
      ),
  confirm: (question) => () =>
    answered(from, ({ signal }) => confirm({ message: question, default: false }, { input: from, output: to, signal }))
})
