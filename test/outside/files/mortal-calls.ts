import fs from 'node:fs'
import type { OutputCalls } from '../../../src/outside/files/calls.ts'

/** How a process ends in the middle of a call; what is thrown without a system code is nobody's to catch. */
export class Death extends Error {}

/**
 * The calls of node:fs, of which one is the last: it is begun, where it has a middle, and `die` is called. Nothing of a
 * dead process happens afterwards, so each later call ends in the same.
 */
export const mortalCalls = (fatal: number, die: () => never): OutputCalls => {
  let count = 0
  const mortal =
    <A extends ReadonlyArray<unknown>, B>(call: (...args: A) => B, half?: (...args: A) => void) =>
    (...args: A): B => {
      count += 1
      if (count === fatal) half?.(...args)
      return count >= fatal ? die() : call(...args)
    }
  return {
    ...fs,
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- fs has overloads, and inference takes the last
    mkdirSync: mortal(fs.mkdirSync) as typeof fs.mkdirSync,
    openSync: mortal(fs.openSync),
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- fs has overloads, and inference takes the last
    writeFileSync: mortal(fs.writeFileSync, (file, bytes) =>
      fs.writeFileSync(file, (bytes as Uint8Array).subarray(0, 7))
    ) as typeof fs.writeFileSync,
    fsyncSync: mortal(fs.fsyncSync),
    closeSync: mortal(fs.closeSync),
    renameSync: mortal(fs.renameSync),
    unlinkSync: mortal(fs.unlinkSync)
  }
}
