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

/** Standard output and standard error of this process, each with colours where it may have them. */
export const thisTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  paintOut: paintFor(process.stdout, process.env),
  paintErr: paintFor(process.stderr, process.env)
}
