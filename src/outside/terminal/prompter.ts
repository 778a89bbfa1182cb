import confirm from '@inquirer/confirm'
import input from '@inquirer/input'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Prompter } from './terminal.port.ts'

/** The library says Ctrl-C by an exception of this name. */
const isCtrlC = (error: unknown): boolean => error instanceof Error && error.name === 'ExitPromptError'

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
  const signs = ['pause', 'end', 'close'] as const
  for (const sign of signs) from.on(sign, closed)
  try {
    return O.some(await prompt(end))
  } catch (error) {
    const why: unknown = end.signal.aborted ? end.signal.reason : error
    if (why === CLOSED || isCtrlC(why)) return O.none
    throw why
  } finally {
    for (const sign of signs) from.off(sign, closed)
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
