import { createInterface } from 'node:readline'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Person } from '../ports/terminal.ts'

/**
 * The person at the terminal of this process. The question goes to standard error, and the line is read as the
 * terminal gives it, so that Ctrl-C stays a signal.
 */
export const person = (input: ReadStream, output: WriteStream, prompt: WriteStream): Person => ({
  isThere: input.isTTY === true && output.isTTY === true,
  ask: (question) => () =>
    new Promise((resolve) => {
      prompt.write(question)
      const lines = createInterface({ input, terminal: false })
      let answer = ''
      lines.once('line', (line) => {
        answer = line
        lines.close()
      })
      lines.once('close', () => {
        input.pause()
        resolve(answer)
      })
    })
})
