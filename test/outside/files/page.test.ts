import * as E from 'fp-ts/lib/Either.js'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { writeWholePage } from '../../../src/outside/files/page.ts'

/** A page that a person asks for under a name of their own. */
const test = suite<{ readonly folder: string }>('a page')

test.before.each((context) => void Object.assign(context, { folder: mkdtempSync(join(tmpdir(), 'zenthea-page-')) }))
test.after.each(({ folder }) => rmSync(folder, { recursive: true }))

test('a new file and one that stands there hold the whole text, and nothing else is left', async ({ folder }) => {
  const path = join(folder, 'page.html')
  for (const text of ['<p>one</p>', '<p>two</p>']) {
    assert.equal(await writeWholePage(path, text)(), E.right(undefined))
    assert.is(readFileSync(path, 'utf8'), text)
  }
  assert.equal(readdirSync(folder), ['page.html'])
})

test('a link, a folder and a device stay what they are', async ({ folder }) => {
  symlinkSync('elsewhere', join(folder, 'link'))
  mkdirSync(join(folder, 'folder'))
  for (const path of [join(folder, 'link'), join(folder, 'folder'), '/dev/null'])
    assert.equal(await writeWholePage(path, 'x')(), E.left('it is not a regular file'), path)
  assert.ok(lstatSync(join(folder, 'link')).isSymbolicLink())
  assert.not(existsSync(join(folder, 'elsewhere')))
  assert.ok(lstatSync('/dev/null').isCharacterDevice())
})

test('a folder that is not there is told in the words of the system', async ({ folder }) => {
  writeFileSync(join(folder, 'file'), '')
  for (const [path, words] of [
    ['none/page.html', 'no such file or directory'],
    ['file/page.html', 'not a directory']
  ] as const) {
    const found = await writeWholePage(join(folder, path), 'x')()
    assert.match(E.isLeft(found) ? found.left : '', words)
  }
  assert.equal(readdirSync(folder), ['file'])
})

test.run()
