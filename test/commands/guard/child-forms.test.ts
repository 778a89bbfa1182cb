import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plainEnvironment } from '../../../src/commands/guard/child-environment.ts'
import { hashesIn } from '../../../src/commands/guard/provider-lock.ts'
import type { PrivateFolder } from '../../../src/outside/private/run-folder.port.ts'

const test = suite("which of the terminal's own variables reach tofu")

const folder = { home: '/h', temporary: '/t', nothing: '/n', cliConfiguration: '/c' } as unknown as PrivateFolder
const reaches = (name: string, value: string): boolean => plainEnvironment({ [name]: value }, folder)[name] === value
const a = (count: number): string => 'a'.repeat(count)

const forms: Readonly<Record<string, readonly [taken: ReadonlyArray<string>, refused: ReadonlyArray<string>]>> = {
  TERM: [
    ['a', '9', 'xterm-256color', 'xterm+x.y_z', a(64)],
    ['', a(65), '-a', '_a', '.a', 'a b', 'a/b', 'a@b']
  ],
  LANG: [
    ['C', 'de_DE.UTF-8@euro', 'a-9', a(64)],
    ['', a(65), '9', '_a', '.a', 'a b', 'a/b', 'a+b']
  ],
  LC_ALL: [
    ['C', 'de_DE.UTF-8@euro', 'a-9', a(64)],
    ['', a(65), '9', '_a', '.a', 'a b', 'a/b', 'a+b']
  ],
  LC_CTYPE: [
    ['C', 'de_DE.UTF-8@euro', 'a-9', a(64)],
    ['', a(65), '9', '_a', '.a', 'a b', 'a/b', 'a+b']
  ],
  USER: [
    ['a', '_a', '9', 'A.b_c-9@d', a(64)],
    ['', a(65), '.a', '-a', '@a', 'a b', 'a/b', 'a+b']
  ]
}
for (const [name, [taken, refused]] of Object.entries(forms))
  test(`${name}: a plain word of at most 64 characters, and no text around one`, () => {
    for (const text of taken) {
      assert.ok(reaches(name, text), text)
      for (const other of [`!${text}`, `${text}!`, `\n${text}`, `${text}\n`])
        assert.not.ok(reaches(name, other), JSON.stringify(other))
    }
    for (const text of refused) assert.not.ok(reaches(name, text), JSON.stringify(text))
  })

test('no other variable reaches it, and a proxy only where one was named for AWS', () => {
  const parent = { PATH: '/evil', HTTPS_PROXY: 'http://evil.example', TF_LOG: 'trace', PS1: 'x', COLUMNS: '80' }
  const always = { PATH: '/usr/bin:/bin', HOME: '/h', TMPDIR: '/t', TF_CLI_CONFIG_FILE: '/c', CHECKPOINT_DISABLE: '1' }
  assert.equal(plainEnvironment(parent, folder), always)
  assert.equal(plainEnvironment(parent, folder, { proxy: undefined, caBundle: undefined }), always)
  assert.equal(plainEnvironment(parent, folder, { proxy: 'http://proxy.example:3128', caBundle: '/ca.pem' }), {
    ...always,
    HTTPS_PROXY: 'http://proxy.example:3128'
  })
})

test('a hash of a lock file is taken whole and in quotes, and another text is not', () => {
  const h1 = `h1:${a(43)}=`
  const zh = `zh:${'0f'.repeat(32)}`
  assert.equal(hashesIn(`"${zh}" "${h1}" "${zh}"`), [zh, h1, zh])
  for (const other of [
    `h1:${a(42)}=`,
    `h1:${a(44)}=`,
    `h1:${a(43)}`,
    `zh:${a(63)}`,
    `zh:${a(65)}`,
    `zh:${'g'.repeat(64)}`
  ])
    assert.equal(hashesIn(`"${other}"`), [], other)
  for (const text of [h1, `"${h1}`, `${zh}"`, `"x${h1}"`]) assert.equal(hashesIn(text), [], text)
})

test.run()
