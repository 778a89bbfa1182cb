import type { Told } from '../access/sentences.ts'
import { printable } from './printable.ts'
import type { Colour, Paint } from './terminal.ts'

const COLOURS: Readonly<Record<Told['turn'], Colour>> = {
  widens: 'red',
  'may widen': 'red',
  narrows: 'green',
  moves: 'dim'
}

/** So many characters of a sentence are printed. */
const LONGEST = 2000

/** One change of who may do what as a line: review and the guard's plan print the same one. */
export const toldLine = (paint: Paint, { turn, sentence }: Told): string =>
  `${paint(COLOURS[turn], turn.toUpperCase().padEnd(11))}${printable(sentence, LONGEST)}`
