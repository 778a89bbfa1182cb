import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  isAbsent,
  isNotAllowed,
  isTaken,
  systemRefusal,
  systemWords
} from '../../../src/outside/files/system-refusal.ts'

const test = suite('the words of the system')

const refused = (message: string, more: object = {}): Error => Object.assign(new Error(message), more)

test('a known number is told in the words of the system, without the place that Node puts behind them', () => {
  const error = refused("ENOENT: no such file or directory, open '/home/me/secret'", { errno: -2, code: 'ENOENT' })
  assert.is(systemWords(error), 'ENOENT: no such file or directory')
  const started = refused('spawn /home/me/bin/git ENOENT', { errno: -2, code: 'ENOENT' })
  assert.is(systemWords(started), 'ENOENT: no such file or directory')
})

/** What Node writes, and what is left of it. Sources: Node.js, lib/internal/errors.js, UVException and SystemError. */
const messages: Readonly<Record<string, string>> = {
  "EACCES: permission denied, open '/home/me/a'": 'EACCES: permission denied',
  "EACCES: permission denied, rename '/home/me/a' -> '/home/me/b'": 'EACCES: permission denied',
  "EACCES: permission denied, symlink '/home/me/it\\'s' -> '/b'": 'EACCES: permission denied',
  "EACCES: permission denied, open '/home/me/a\nb'": 'EACCES: permission denied',
  "Path is a directory: rm returned EISDIR (is a directory) '/home/me/a'":
    'Path is a directory: rm returned EISDIR (is a directory)',
  "cannot read '/home/me/a'": 'cannot',
  "'/home/me/a' is none": "'/home/me/a' is none",
  'EACCES: permission denied': 'EACCES: permission denied'
}
for (const [message, words] of Object.entries(messages))
  test(JSON.stringify(message), () => {
    assert.is(systemWords(refused(message)), words)
  })

test('other values than errors, and numbers that the system does not have, are told too', () => {
  assert.is(systemWords('text'), 'an unknown refusal')
  assert.is(systemWords(refused('it broke', { errno: 4242 })), 'it broke')
  assert.is(systemWords(refused('it broke', { errno: 'ENOENT' })), 'it broke')
})

test('a refusal has a code of the system; everything else is a defect and stays thrown', () => {
  assert.equal(systemRefusal('/x', refused('it broke', { code: 'ENOSPC' })), {
    _tag: 'SystemRefused',
    path: '/x',
    code: 'ENOSPC',
    message: 'it broke'
  })
  for (const defect of [refused('it broke'), refused('it broke', { code: 1 }), { code: 'ENOSPC' }])
    assert.throws(
      () => systemRefusal('/x', defect),
      (thrown: unknown) => thrown === defect
    )
})

/** What each code of the system means. Source: errno(3). */
const codes: Readonly<Record<string, readonly [isAbsent: boolean, isNotAllowed: boolean, isTaken: boolean]>> = {
  ENOENT: [true, false, false],
  EACCES: [false, true, false],
  EPERM: [false, true, false],
  ELOOP: [false, true, false],
  EEXIST: [false, false, true],
  ENOTEMPTY: [false, false, true],
  ENOSPC: [false, false, false],
  '': [false, false, false]
}
test('a code of the system says whether a file is absent, not allowed or taken; a value without one says nothing', () => {
  const meant = (error: unknown) => [isAbsent(error), isNotAllowed(error), isTaken(error)]
  for (const [code, meaning] of Object.entries(codes)) assert.equal(meant(refused('', { code })), meaning, code)
  for (const other of [refused('ENOENT'), refused('', { code: 2 }), { code: 'ENOENT' }, { code: 'EPERM' }, undefined])
    assert.equal(meant(other), [false, false, false])
})

test.run()
