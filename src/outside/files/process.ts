const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Signal 0 is sent to nobody; the system only says whether it could have been. */
const asked = (pid: number): void => void process.kill(pid, 0)

/**
 * Whether another process of this machine has this id, also one of another user. This process does not count: process
 * ids come back, most of all in containers, and no run begins with a temporary file of its own.
 */
export const isRunning = (pid: number, ask: (pid: number) => void = asked): boolean => {
  if (pid === process.pid) return false
  try {
    ask(pid)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
