import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { makeFolders } from '../files/make-folders.ts'

/** Whether what is not at hand may be fetched, and who hears that it is. */
export type Fetching = {
  readonly isOffline: boolean
  readonly tell: (line: string) => void
}

/** For what is made of things on this machine alone. */
export const AT_HAND: Fetching = { isOffline: false, tell: () => {} }

/**
 * Where sandbox and end-to-end tests keep what takes long to make. It is outside the work tree, by the XDG base directory
 * specification.
 */
const folder = (): string => {
  const named = process.env['XDG_CACHE_HOME'] ?? ''
  if (named !== '' && !isAbsolute(named))
    throw new Error('XDG_CACHE_HOME names no absolute folder: name one, or unset it')
  return join(named === '' ? join(homedir(), '.cache') : named, 'zenthea-foundation', 'bench')
}

/**
 * The cached folder of that name, made by `make` where there is none; offline it is refused. It appears in one rename, so it is whole or
 * not there, whoever else makes it at the same time and whenever that is killed.
 */
export const cached = async (
  name: string,
  { isOffline, tell }: Fetching,
  make: (empty: string) => Promise<void>
): Promise<string> => {
  const finished = join(folder(), name)
  if (existsSync(finished)) return finished
  if (isOffline) throw new Error('--offline: it is not there yet, and nothing is fetched')
  await makeFolders(folder(), 0o777)
  removeAbandoned()
  const partial = mkdtempSync(join(folder(), `${PARTIAL}${process.pid}-`))
  try {
    tell('not there yet: made once, which takes minutes, and kept for next time')
    await make(partial)
    renameSync(partial, finished)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(finished)) throw error
  }
  return finished
}

/** A short name for a text: what is cached for another text has another name. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const PARTIAL = '.partial-'

const removeAbandoned = (): void => {
  for (const name of readdirSync(folder())) {
    const pid = Number(name.startsWith(PARTIAL) ? name.slice(PARTIAL.length).split('-')[0] : Number.NaN)
    if (!Number.isNaN(pid) && !isAlive(pid)) rmSync(join(folder(), name), { recursive: true, force: true })
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
