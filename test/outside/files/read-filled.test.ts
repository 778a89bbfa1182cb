import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readFilled } from '../../../src/outside/files/read-bounded.ts'

const test = suite('what a shell fills is read as it comes')

const LIMIT = 4_194_304
const again = (): never => {
  throw Object.assign(new Error('EAGAIN: resource temporarily unavailable'), { code: 'EAGAIN', errno: -11 })
}

/** Some bytes of it, or `nothing yet`, or `the end`, or a refusal. */
type Part = string | Buffer | Error

/** Reads a pipe that gives these parts one after the other, and the last one for ever. */
const reading = async (parts: ReadonlyArray<Part>, ...silentMillis: ReadonlyArray<number>) => {
  const { open } = fs.promises
  const { setTimeout } = timers
  const left = [...parts]
  const pauses: Array<number> = []
  const opened: Array<unknown> = []
  let closed = 0
  Object.assign(fs.promises, {
    open: async (path: string, flags: number) => {
      opened.push([path, flags])
      return {
        read: async (buffer: Buffer, offset: number, length: number, position: unknown) => {
          assert.is(position, null, 'a pipe has no position')
          const part = left.length > 1 ? left.shift() : left[0]
          if (part === 'nothing yet') again()
          if (part instanceof Error) throw part
          const bytes = part === 'the end' ? Buffer.alloc(0) : Buffer.from(part ?? '')
          return { bytesRead: bytes.copy(buffer, offset, 0, length) }
        },
        close: async () => void (closed += 1)
      }
    }
  })
  Object.assign(timers, { setTimeout: async (millis: number) => void pauses.push(millis) })
  syncBuiltinESMExports()
  try {
    const said = await readFilled('/a/pipe', ...silentMillis).then(
      (bytes) => Buffer.from(bytes).toString('latin1'),
      (error: Error) => error
    )
    return { said: said instanceof Error ? said.message : said, pauses, opened, closed }
  } finally {
    Object.assign(fs.promises, { open })
    Object.assign(timers, { setTimeout })
    syncBuiltinESMExports()
  }
}

test('it is opened for reading, without waiting, and closed', async () => {
  const { said, opened, closed, pauses } = await reading(['the end'])
  assert.equal([said, closed, pauses], ['', 1, []])
  assert.equal(opened, [['/a/pipe', fs.constants.O_RDONLY | fs.constants.O_NONBLOCK]])
})

test('the parts of it are one text, and where nothing is there yet it is asked again a little later', async () => {
  const { said, pauses, closed } = await reading(['nothing yet', 'a ', 'nothing yet', 'nothing yet', 'text', 'the end'])
  assert.equal([said, pauses, closed], ['a text', [20, 20, 20], 1])
})

test('it may be silent for ten seconds, counted anew from each part', async () => {
  const silence = Array.from({ length: 500 }, () => 'nothing yet')
  const { said, pauses } = await reading([...silence, 'a', ...silence, 'b', 'the end'])
  assert.equal([said, pauses.length], ['ab', 1000])
  const silent = await reading([...silence, 'nothing yet', 'a', 'the end'])
  assert.equal([silent.said, silent.pauses.length, silent.closed], ['it gave nothing for 10 seconds', 500, 1])
  const impatient = await reading(['nothing yet'], 100)
  assert.equal([impatient.said, impatient.pauses.length], ['it gave nothing for 0.1 seconds', 5])
})

test('4 MiB of it are read, and one of a byte more is refused', async () => {
  const whole = Buffer.alloc(LIMIT, 'x')
  assert.is((await reading([whole, 'the end'])).said.length, LIMIT)
  const refused = await reading([whole, 'y', 'the end'])
  assert.equal([refused.said, refused.closed], ['it is larger than 4194304 bytes', 1])
})

test('what the system refuses is told as it says it', async () => {
  const error = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5 })
  const { said, closed } = await reading(['a', error])
  assert.equal([said, closed], ['EIO: i/o error, read', 1])
})

test.run()
