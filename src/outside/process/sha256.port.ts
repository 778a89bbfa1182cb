import type { Digested, Sha256 } from '../../diagnostics/kinds.ts'
import { createHash } from 'node:crypto'

/** The SHA-256 of these bytes, or of a text as UTF-8. Its reader says what it is taken of. */
export const sha256 = <Of extends Digested>(of: string | Uint8Array): Sha256<Of> =>
  createHash('sha256').update(of).digest('hex') as Sha256<Of>
