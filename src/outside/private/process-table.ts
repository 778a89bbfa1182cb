import { execFile } from 'node:child_process'
import { lstat, readFile, readdir, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

/** What ps says of a process, in the same words for all who ask: a time in UTC. Empty where there is none. */
const askPs = async (format: string, pid: number): Promise<string> => {
  const { stdout } = await promisify(execFile)('/bin/ps', ['-o', format, '-p', String(pid)], {
    env: { LC_ALL: 'C', TZ: 'UTC' }
  }).catch(() => ({
    stdout: ''
  }))
  return stdout.trim()
}

/**
 * When a process started, in the system's own words. So a number that was given again is not taken for the old process.
 * Empty where that process has ended. `table` is where the system may show processes as files.
 */
export const startOf = async (pid: number, table = '/proc'): Promise<string> => {
  try {
    // The 22nd field; the second is a name in brackets, which may hold anything. Source: proc_pid_stat(5).
    const text = await readFile(`${table}/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return askPs('lstart=', pid)
  }
}

/** Whether a process has this number, whether or not anything else of it can be seen. */
export const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** The user that a process runs as; undefined where none is, or it cannot be seen. */
export const ownerOf = async (pid: number): Promise<number | undefined> => {
  try {
    return (await lstat(`/proc/${pid}`)).uid
  } catch {
    const said = await askPs('uid=', pid)
    return /^\d+$/.test(said) ? Number(said) : undefined
  }
}

const linkOf = (path: string): Promise<string> => readlink(path).catch(() => '')

/**
 * The folders and programs of all processes, absolute, and empty where this user may not look. None on a system without
 * /proc. Source: proc_pid_cwd(5), proc_pid_exe(5).
 */
export const pathsInUse = async (): Promise<ReadonlyArray<string>> => {
  const names = await readdir('/proc').catch(() => [])
  const pids = names.filter((name) => /^\d/.test(name))
  const links = pids.flatMap((pid) => [linkOf(`/proc/${pid}/cwd`), linkOf(`/proc/${pid}/exe`)])
  return Promise.all(links)
}
