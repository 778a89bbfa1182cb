import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** What a test does to the way to AWS. A call is named by a text in its method, path and action. */
export type Way = {
  /** From now on such a call is done, but its answer waits. */
  readonly hold: (text: string) => void
  /** The file that is there as soon as an answer waits. */
  readonly heldFile: string
  /** Resolves when so many answers wait, one where nothing is said; two minutes at most. */
  readonly held: (answers?: number) => Promise<void>
  readonly release: () => void
  /** From such a call on, itself included, nothing is done and every connection is closed. */
  readonly cutAt: (text: string) => void
  readonly mend: () => void
}

/** The files that moto/launcher.py looks at, in the folder of its recording. */
export const wayIn = (folder: string): Way => {
  const file = (name: string): string => join(folder, name)
  const remove = (...names: ReadonlyArray<string>): void => names.forEach((name) => rmSync(file(name), { force: true }))
  return {
    hold: (text) => {
      remove('held')
      writeFileSync(file('hold'), text)
    },
    heldFile: file('held'),
    held: async (answers = 1) => {
      for (let turn = 0; turn < 6000; turn++) {
        if (existsSync(file('held')) && statSync(file('held')).size >= answers) return
        await setTimeout(20)
      }
      throw new Error('too few such calls were made')
    },
    release: () => remove('hold'),
    cutAt: (text) => writeFileSync(file('cut-at'), text),
    mend: () => remove('cut-at', 'cut')
  }
}
