import type { CommitId, Digested, Instant, Sha256 } from '../../src/diagnostics/kinds.ts'

/** Values that a test writes down: the program makes them by its codecs and ports alone. */
export const digest = <Of extends Digested>(text: string): Sha256<Of> => text as Sha256<Of>
export const commitId = (text: string): CommitId => text as CommitId
export const instant = (text: string): Instant => text as Instant
