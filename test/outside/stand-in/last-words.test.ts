import { PassThrough } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lastWords } from '../../../src/outside/stand-in/last-words.ts'

const test = suite('the last words of a process')

const of = async (...parts: ReadonlyArray<string | Buffer>): Promise<string> => {
  const stream = new PassThrough()
  const words = lastWords(stream)
  for (const part of parts) stream.write(part)
  stream.end()
  await new Promise((resolve) => void stream.once('end', resolve))
  return words()
}

test('all that is said is told, without empty lines, however it comes', async () => {
  assert.is(await of(), '')
  assert.is(await of('\n \n'), '')
  assert.is(await of('a\n\nb\n'), 'a\nb')
  assert.is(await of('Zug', 'ang fe', 'hlt\n'), 'Zugang fehlt')
  const umlaut = Buffer.from('für')
  assert.is(await of(umlaut.subarray(0, 2), umlaut.subarray(2)), 'für')
})

test('of many lines the last whole ones are told, 2,000 characters at most', async () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => `line ${1_000 + index}`)
  const told = await of(lines.join('\n'))
  assert.is(told, lines.slice(-200).join('\n'))
  assert.is(told.length, 1_999)
  const [first, second] = ['x'.repeat(1_000), 'y'.repeat(999)]
  assert.is(await of(`${first}\n${second}`), `${first}\n${second}`)
  assert.is(await of(`x${first}\n${second}`), second)
})

test('a last line of more is told whole, so that what is sensitive in it can be seen', async () => {
  const long = `password=Zomer2024! ${'x'.repeat(5_000)}`
  assert.is(await of(`before\n${long}\n`), long)
})

test('what never ends is kept to 65,536 characters, and the rest of a line that was cut is not told', async () => {
  const told = await of(...Array.from({ length: 100 }, () => 'y'.repeat(10_000)))
  assert.is(told, '')
  assert.is(await of('y'.repeat(65_535), '\n'), 'y'.repeat(65_535))
  assert.is(await of('y'.repeat(65_536), '\n'), '')
  assert.is(await of('y'.repeat(90_000), '\nthe end\n'), 'the end')
  assert.is(await of('before\n', 'y'.repeat(65_537)), '')
})

test.run()
