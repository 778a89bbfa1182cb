import type { Terminal } from './terminal.ts'
import { paintFor } from './paint.ts'

/** Standard output and standard error of this process, each with colours where it may have them. */
export const thisTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  paintOut: paintFor(process.stdout, process.env),
  paintErr: paintFor(process.stderr, process.env)
}
