import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolders } from '../files/make-folders.ts'
import { judgedPlace } from '../private/base.ts'
import { isThere, startOf } from '../private/process-table.ts'

/** The process that has a kept sandbox open, beside its folder: its number, and when it started. */
const openFile = (folder: string): string => `${folder}.open`

const holderOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const isAtWork = async (holder: string): Promise<boolean> => {
  const [pid = '', started = ''] = holder.split('\n')
  return /^\d+$/.test(pid) && isThere(Number(pid)) && (await startOf(Number(pid))) === started
}

/** Writes a file that is not there yet, readable by this user alone; false where it is there. */
const isWrittenNew = (path: string, text: string): boolean => {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

const OPEN = 'this kept sandbox is open in another terminal: type exit there, then run this again'
const OPENED = 'this kept sandbox is being opened in another terminal: type exit there, then run this again'

/** Writes this process into a file, in place of one that is gone. False where another one wrote it meanwhile. */
const isReplaced = (path: string, mine: string): boolean => {
  rmSync(path, { force: true })
  return isWrittenNew(path, mine)
}

/**
 * Takes the place beside the folder for this process; refused where another one that still runs has it. The place of a
 * process that is gone is taken in turn, by one process at a time. So none removes a place that another has just taken.
 */
const takePlace = async (folder: string): Promise<void> => {
  const [path, turn] = [openFile(folder), `${openFile(folder)}.turn`]
  const mine = `${process.pid}\n${await startOf(process.pid)}`
  if (isWrittenNew(path, mine)) return
  if (await isAtWork(holderOf(path))) throw new Error(OPEN)
  const isMyTurn = isWrittenNew(turn, mine) || (!(await isAtWork(holderOf(turn))) && isReplaced(turn, mine))
  if (!isMyTurn) throw new Error(OPENED)
  try {
    if (await isAtWork(holderOf(path))) throw new Error(OPEN)
    if (!isReplaced(path, mine)) throw new Error(OPENED)
  } finally {
    rmSync(turn, { force: true })
  }
}

/**
 * The folder of a sandbox that is kept, which one process at a time has open. None where it is not to be kept. What was
 * kept before is removed where it is to begin anew.
 */
export const keptFolder = async ({
  project,
  keptIn,
  isKept,
  isReset
}: {
  readonly project: string
  readonly keptIn: string
  readonly isKept: boolean
  readonly isReset: boolean
}): Promise<{ readonly folder: string | undefined; readonly leave: () => Promise<void> }> => {
  const leave = (): Promise<void> => Promise.resolve(rmSync(openFile(keptIn), { force: true }))
  if (!isKept && !existsSync(keptIn)) return { folder: undefined, leave: () => Promise.resolve() }
  await judgedPlace(keptIn, [project])
  await makeFolders(dirname(keptIn), 0o700)
  await takePlace(keptIn)
  if (isReset) rmSync(keptIn, { recursive: true, force: true })
  if (isReset && !isKept) {
    await leave()
    return { folder: undefined, leave: () => Promise.resolve() }
  }
  await makeFolders(keptIn, 0o700)
  return { folder: realpathSync(keptIn), leave }
}
