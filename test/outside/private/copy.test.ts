import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { copyPrivate, digestOf, readThrough, touch } from '../../../src/outside/private/copy.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'

const test = suite<{ root: string; file: string }>('a file that is read through once')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-through-')))
  place.file = join(place.root, 'file')
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** It is read by so many bytes at once. */
const PART = 1_048_576

test('its first four bytes, its digest and its parts are given in order, of each size', async ({ file }) => {
  for (const size of [0, 1, 3, 4, 5, PART - 1, PART, PART + 1, 2 * PART + 7]) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, index) => index % 251))
    fs.writeFileSync(file, bytes)
    const parts: Array<Buffer> = []
    const read = await readThrough(file, Buffer.from('none'), async (part) => void parts.push(Buffer.from(part)))
    assert.equal(read, { head: bytes.subarray(0, 4), sha256: sha256(bytes), holds: false }, String(size))
    assert.ok(Buffer.concat(parts).equals(bytes))
    assert.equal(
      parts.map(({ length }) => length),
      Array.from({ length: Math.ceil(size / PART) }, (_, index) => Math.min(PART, size - index * PART))
    )
    assert.is(await digestOf(file), sha256(bytes))
  }
})

test('sought bytes are found wherever they stand, also over the seam of two parts', async ({ file }) => {
  for (const sought of ['x', 'xyz', 'x'.repeat(40)])
    for (const at of [0, 1, PART - sought.length, PART - 1, PART, PART + 1, 2 * PART - 1]) {
      fs.writeFileSync(file, `${'.'.repeat(at)}${sought}${'.'.repeat(100)}`)
      assert.is((await readThrough(file, Buffer.from(sought)))?.holds, true, `${sought} at ${at}`)
      assert.is((await readThrough(file, Buffer.from(`${sought}!`)))?.holds, false)
    }
  assert.is((await readThrough(file, Buffer.alloc(0)))?.holds, false, 'nothing is not found')
})

test('a folder is not read, and is refused where a file should be', async ({ root, file }) => {
  assert.is(await readThrough(root, Buffer.alloc(0)), undefined)
  const whyNot = (done: Promise<unknown>): Promise<string> => done.then(String, (error: Error) => error.message)
  assert.is(await whyNot(digestOf(root)), `${root} is not a regular file`)
  assert.is(await whyNot(copyPrivate(root, file)), `${root} is not a regular file`)
  assert.match(await whyNot(readThrough(join(root, 'nowhere'), Buffer.alloc(0))), /^ENOENT/)
})

test('a copy has the same bytes, may be read and run by this user alone, and replaces nothing', async ({
  root,
  file
}) => {
  const bytes = Buffer.alloc(PART + 5, 'ab')
  fs.writeFileSync(file, bytes)
  const to = join(root, 'copy')
  assert.is(await copyPrivate(file, to), sha256(bytes))
  assert.ok(fs.readFileSync(to).equals(bytes))
  assert.is(fs.statSync(to).mode & 0o777, 0o500)
  assert.match(await copyPrivate(file, to).then(String, (error: Error) => error.message), /^EEXIST/)
})

test('a folder that is used now has the time of now', async ({ root }) => {
  fs.utimesSync(root, 1, 1)
  const before = Date.now()
  await touch(root)
  const { atimeMs, mtimeMs } = fs.statSync(root)
  for (const millis of [atimeMs, mtimeMs]) assert.ok(millis >= before - 1 && millis <= Date.now() + 1)
})

test.run()
