/** A part of the bench that cannot be had on this machine. The message says what, how to get it, and why not. */
export const missing = (what: string, remedy: string, cause: unknown): Error =>
  new Error(`${what} cannot be had here.\n  To get it: ${remedy}\n  Cause: ${text(cause)}`, { cause })

const text = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
