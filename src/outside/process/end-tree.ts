import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Each process of this machine with the one that started it. Source: POSIX, ps. */
const parents = async (): Promise<ReadonlyArray<readonly [pid: number, parent: number]>> => {
  const asked = promisify(execFile)('/bin/ps', ['-A', '-o', 'pid=', '-o', 'ppid='], { env: { LC_ALL: 'C' } })
  const listed = await asked.then(
    ({ stdout }) => stdout,
    () => ''
  )
  return listed.split('\n').map((line) => {
    const [pid = 0, parent = 0] = line.trim().split(/ +/).map(Number)
    return [pid, parent] as const
  })
}

/**
 * Ends a process and all that it started. They stay in the group of this run, so that they can ask at its terminal and
 * that an interrupt ends them, too. Where the list of processes cannot be had, the process alone is ended.
 */
export const endTree = async (root: number): Promise<void> => {
  const all = await parents()
  const below = (pid: number): ReadonlyArray<number> =>
    all.flatMap(([child, parent]) => (parent === pid ? [child, ...below(child)] : []))
  for (const pid of [root, ...below(root)])
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
}
