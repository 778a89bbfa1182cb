import { createHash } from 'node:crypto'

/** The SHA-256 of these bytes, or of a text as UTF-8: 64 hexadecimal digits in lower case. */
export const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex')
