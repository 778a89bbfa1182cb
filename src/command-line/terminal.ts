import { fstatSync, writeSync } from 'node:fs'
import { styleText } from 'node:util'

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** Gives a text a colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string

export const plain: Paint = (_colour, text) => text

export const coloured: Paint = (colour, text) => styleText(colour, text, { validateStream: false })

/** Colour only for a person at a terminal who did not turn it off (NO_COLOR, see no-color.org; TERM=dumb). */
export const paintFor = (
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>
): Paint => (stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? coloured : plain)

/** Where lines go, and whether they may be coloured there. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly paintOut: Paint
  readonly paintErr: Paint
}

/** Lines as they are printed: each with its end. */
export const asText = (lines: ReadonlyArray<string>): string => lines.map((line) => `${line}\n`).join('')

const STANDARD_OUTPUT = 1

/**
 * Writes all of a text to a file that standard output goes to, or says what kept it. Node writes once, and takes what a full
 * disk cut for the whole.
 */
const writeWhole = (text: string): void => {
  const bytes = Buffer.from(text)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(STANDARD_OUTPUT, bytes, at)
  } catch (error) {
    process.stdout.emit('error', error)
  }
}

const isFile = (): boolean => {
  try {
    return fstatSync(STANDARD_OUTPUT).isFile()
  } catch {
    return false
  }
}

/** Standard output and standard error of this process, each with colours where it may have them. */
export const thisTerminal: Terminal = {
  out: (text) => void (isFile() ? writeWhole(text) : process.stdout.write(text)),
  err: (text) => void process.stderr.write(text),
  paintOut: paintFor(process.stdout, process.env),
  paintErr: paintFor(process.stderr, process.env)
}
