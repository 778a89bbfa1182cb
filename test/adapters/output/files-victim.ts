import fs from 'node:fs'
import type { OutputCalls } from '../../../src/adapters/output/calls.ts'
import { outputFiles } from '../../../src/adapters/output/files.ts'

const [project = '', fatal = '', text = ''] = process.argv.slice(2)

let count = 0

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

/** Dies in the middle of the call, where a call has a middle, when it is the one that was asked for. */
const mortal =
  <A extends ReadonlyArray<unknown>, B>(call: (...args: A) => B, half?: (...args: A) => void) =>
  (...args: A): B => {
    count += 1
    if (count === Number(fatal)) {
      half?.(...args)
      die()
    }
    return call(...args)
  }

const calls: OutputCalls = {
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

for (const stack of ['a-eu', 'b-eu'])
  await outputFiles(calls).write(project, `out/${stack}/main.tf.json`, Buffer.from(text))()

process.stdout.write(String(count))
