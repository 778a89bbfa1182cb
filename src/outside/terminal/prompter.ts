import confirm from '@inquirer/confirm'
import input from '@inquirer/input'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Prompter } from './terminal.port.ts'

/** None where the person pressed Ctrl-C, which the library says by an exception of this name. */
const unlessInterrupted = async <A>(prompt: Promise<A>): Promise<O.Option<A>> => {
  try {
    return O.some(await prompt)
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return O.none
    throw error
  }
}

/** Questions at the terminal of this process, an answer that is refused being asked for again. */
export const prompter = (from: ReadStream, to: WriteStream): Prompter => ({
  isThere: from.isTTY === true && to.isTTY === true,
  ask:
    ({ question, proposal, validate }) =>
    () =>
      unlessInterrupted(
        input(
          {
            message: question,
            ...(proposal === undefined ? {} : { default: proposal }),
            validate: (text) => validate(text) ?? true
          },
          { input: from, output: to }
        )
      ),
  confirm: (question) => () =>
    unlessInterrupted(confirm({ message: question, default: false }, { input: from, output: to }))
})
