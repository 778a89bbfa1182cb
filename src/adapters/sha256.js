// @ts-check
import { createHash } from 'node:crypto'

/**
 * The SHA-256 of these bytes, or of a text as UTF-8: 64 hexadecimal digits in lower case.
 *
 * @param {string | Uint8Array} of
 * @returns {string}
 */
export const sha256 = (of) => createHash('sha256').update(of).digest('hex')
