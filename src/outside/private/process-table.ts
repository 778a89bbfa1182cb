import { execFile } from 'node:child_process'
import { readFile, readdir, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

/** When a process started, in the system's own words, so that a number that was given again is not taken for it; empty where none is. */
export const startOf = async (pid: number): Promise<string> => {
  try {
    // The 22nd field; the second is a name in brackets, which may hold anything. Source: proc_pid_stat(5).
    const text = await readFile(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    const { stdout } = await promisify(execFile)('/bin/ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({
      stdout: ''
    }))
    return stdout.trim()
  }
}

const linkOf = (path: string): Promise<string> => readlink(path).catch(() => '')

/**
 * The folders and programs of all processes that this user may look at, absolute; none on a system without /proc. Source:
 * proc_pid_cwd(5), proc_pid_exe(5).
 */
export const pathsInUse = async (): Promise<ReadonlyArray<string>> => {
  const names = await readdir('/proc').catch(() => [])
  const pids = names.filter((name) => /^\d+$/.test(name))
  const links = pids.flatMap((pid) => [linkOf(`/proc/${pid}/cwd`), linkOf(`/proc/${pid}/exe`)])
  return (await Promise.all(links)).filter((path) => path !== '')
}
