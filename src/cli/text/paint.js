// @ts-check
import { styleText } from 'node:util'

/** @typedef {'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'} Colour */

/** @typedef {(colour: Colour, text: string) => string} Paint Gives a text a colour, or leaves it as it is. */

/** @type {Paint} */
export const plain = (_colour, text) => text

/** @type {Paint} */
export const coloured = (colour, text) => styleText(colour, text, { validateStream: false })

/**
 * Colour only for a person at a terminal who did not turn it off (NO_COLOR, see no-color.org; TERM=dumb).
 *
 * @param {{ readonly isTTY?: boolean }} stream
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Paint}
 */
export const paintFor = (stream, env) =>
  stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? coloured : plain
