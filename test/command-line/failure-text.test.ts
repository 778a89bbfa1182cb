import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { failureRemedy, failureText } from '../../src/command-line/failure-text.ts'
import type { FileFailure } from '../../src/outside/files/files.port.ts'

const test = suite('failure text')

const refused = (code: string): FileFailure => ({
  _tag: 'SystemRefused',
  action: 'write',
  path: 'out/a/main.tf.json',
  code,
  message: `${code}: the system's words, write`
})

test('the action, the path and the words of the system', () => {
  assert.is(failureText(refused('ENOSPC')), "cannot write out/a/main.tf.json: ENOSPC: the system's words, write")
})

for (const [code, words] of [
  ['EACCES', /right/],
  ['EPERM', /right/],
  ['EROFS', /read-only/],
  ['ENOSPC', /full/],
  ['EDQUOT', /quota/],
  ['ENAMETOOLONG', /shorter/],
  ['EMFILE', /open/],
  ['ENFILE', /open/],
  ['EIO', /what the system says/]
] as const)
  test(`${code} says what to do`, () => {
    assert.match(failureRemedy(refused(code)), words)
  })

test('a link says that it was not followed, and what belongs there', () => {
  const link: FileFailure = { _tag: 'WrongKind', path: 'out', expected: 'folder', found: 'symbolic link' }
  assert.is(failureText(link), 'out is a symbolic link, where a folder belongs; it was left alone')
  assert.match(failureRemedy(link), /move it away/)
})

test('a place that is not an output is a defect of emit', () => {
  const stray: FileFailure = { _tag: 'NotAnOutput', path: '../x' }
  assert.match(failureText(stray), /^\.\.\/x is not a place to write to/)
  assert.match(failureRemedy(stray), /defect of emit/)
})

test('a project inside another says on which side, and where its stacks belong', () => {
  const inner: FileFailure = { _tag: 'NestedProject', path: 'stacks/inner/stacks' }
  assert.is(failureText(inner), 'stacks/inner/stacks holds the stacks of a project inside this one')
  assert.is(failureText({ ...inner, path: '.' }), 'this folder lies in the folder stacks/ of a project')
  assert.match(failureRemedy(inner), /^Move its stacks to the folder stacks\//)
  assert.match(failureRemedy({ ...inner, path: '.' }), /^Run it in the folder around stacks\/\. /)
})

for (const [message, words] of [
  ["EACCES: permission denied, open '/home/a/x'", 'EACCES: permission denied'],
  ["EXDEV: not permitted, rename '/home/a/x' -> '/home/b/y'", 'EXDEV: not permitted'],
  [String.raw`EIO: i/o error, stat '/home/it\'s \\'`, 'EIO: i/o error'],
  ["ENOTDIR: not a folder 'x'", 'ENOTDIR: not a'],
  ['EIO: i/o error, read', 'EIO: i/o error, read'],
  ["EIO: (a device) '/home/a/x'", 'EIO: (a device)'],
  ["'x' is busy", "'x' is busy"],
  ["EIO: of 'x' and more", "EIO: of 'x' and more"]
] as const)
  test(`the words of the system without its own path: ${message}`, () => {
    assert.is(failureText({ ...refused('EIO'), message } as FileFailure), `cannot write out/a/main.tf.json: ${words}`)
  })

test('control characters in a path or a message are written out', () => {
  const hostile: FileFailure = { ...refused('EIO'), path: 'out/\x1b[2J', message: 'a\nb' } as FileFailure
  assert.is(failureText(hostile), 'cannot write out/\\u{1b}[2J: a\\nb')
})

test.run()
