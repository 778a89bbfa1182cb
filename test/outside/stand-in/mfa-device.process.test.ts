import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite("the second factor's device of the stand-in")

const files = fileURLToPath(new URL('../../../src/outside/stand-in/files', import.meta.url))

/** What a program of Python says, which knows the device as `m`. Nothing is written into the checkout. */
const said = (program: string): string =>
  execFileSync(
    'python3',
    ['-B', '-c', `import sys; sys.path.insert(0, sys.argv[1]); import mfa_device as m; ${program}`, files],
    {
      encoding: 'utf8'
    }
  ).trim()

/** RFC 6238, appendix B, SHA1: the last six of the eight digits. */
const VECTORS: ReadonlyArray<readonly [at: number, code: string]> = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130']
]

test('it shows the codes of RFC 6238', () => {
  const shown = said(
    `print(*[m.one_time(b"12345678901234567890", at) for at in ${JSON.stringify(VECTORS.map(([at]) => at))}])`
  )
  assert.equal(
    shown.split(' '),
    VECTORS.map(([, code]) => code)
  )
})

test('a code is taken a step early or late, of its own device alone, and no other text is', () => {
  const at = 1234567890
  const asked = [
    ...[-60, -30, 0, 30, 60].map((seconds) => `m.is_right("a", m.shown_by("a", ${at + seconds}))`),
    `m.is_right("b", m.shown_by("a", ${at}))`,
    ...['""', '"12345"', '"1234567"', 'None'].map((text) => `m.is_right("a", ${text})`)
  ]
  assert.equal(said(`m.time.time = lambda: ${at}; print(*[${asked.join(', ')}])`).split(' '), [
    'False',
    'True',
    'True',
    'True',
    'False',
    ...Array.from({ length: 5 }, () => 'False')
  ])
})

test.run()
