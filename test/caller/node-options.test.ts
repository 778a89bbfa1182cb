import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nodeOptionsFaults } from '../../src/caller/process-start.ts'

const test = suite('NODE_OPTIONS')

const isRefused = (text: string): boolean => nodeOptionsFaults(text).length > 0

/** Flags without a value. Source: Node.js, "Command-line API", NODE_OPTIONS. */
const plain =
  `enable-source-maps no-warnings warnings no-deprecation pending-deprecation throw-deprecation trace-deprecation
  trace-warnings trace-uncaught trace-exit trace-sigint abort-on-uncaught-exception force-fips enable-fips frozen-intrinsics
  no-addons no-experimental-fetch no-experimental-websocket no-experimental-repl-await no-experimental-global-navigator
  no-experimental-strip-types no-network-family-autoselection no-extra-info-on-fatal-exception
  no-force-async-hooks-checks no-global-search-paths no-verify-base-objects experimental-vm-modules zero-fill-buffers
  jitless`.split(/\s+/)

/** Flags with a value: what they take, and what they do not. */
const numbers = [
  ['0', '4096', '999999999'],
  ['', 'x', '1x', 'x1', '-1', '1234567890', '1.5']
] as const
const valued: Readonly<Record<string, readonly [taken: ReadonlyArray<string>, refused: ReadonlyArray<string>]>> = {
  'max-old-space-size': numbers,
  'max-semi-space-size': numbers,
  'min-semi-space-size': numbers,
  'max-http-header-size': numbers,
  'stack-trace-limit': numbers,
  'v8-pool-size': numbers,
  'network-family-autoselection-attempt-timeout': numbers,
  'secure-heap': numbers,
  'secure-heap-min': numbers,
  'dns-result-order': [
    ['ipv4first', 'ipv6first', 'verbatim'],
    ['', 'xipv4first', 'verbatimx']
  ],
  'unhandled-rejections': [
    ['strict', 'throw'],
    ['', 'warn', 'xstrict', 'throwx']
  ],
  'disable-proto': [
    ['delete', 'throw'],
    ['', 'xdelete', 'throwx']
  ],
  'disable-warning': [
    ['DEP0025', 'a'.repeat(64), 'A_b'],
    ['', 'a'.repeat(65), '-a', 'a-', 'a/b']
  ]
}

test('a flag without a value is taken as it is, with _ for -, and not with a value or another name', () => {
  for (const flag of plain) {
    for (const text of [`--${flag}`, `--${flag.replaceAll('-', '_')}`, ` --${flag}  --${flag}`])
      assert.not.ok(isRefused(text), text)
    for (const text of [`--${flag}=1`, `--${flag}x`, `-${flag}`, `x--${flag}`, `--${flag}!`, `--${flag}=`])
      assert.ok(isRefused(text), text)
  }
})

for (const [flag, [taken, refused]] of Object.entries(valued))
  test(`--${flag}: takes its values and no other`, () => {
    for (const value of taken) assert.not.ok(isRefused(`--${flag}=${value}`), value)
    for (const value of refused) assert.ok(isRefused(`--${flag}=${value}`), value)
    assert.ok(isRefused(`--${flag}`))
  })

test('what is refused is named without its value; each flag once', () => {
  assert.equal(nodeOptionsFaults(''), [])
  assert.equal(nodeOptionsFaults('--require /home/a.js --import=./b.js --require'), [
    'has --require, --import: not known to be harmless'
  ])
  assert.equal(nodeOptionsFaults('-r x'), ['has -r: not known to be harmless'])
  assert.equal(nodeOptionsFaults('harmless'), ['has a word that is not a flag'])
  assert.equal(nodeOptionsFaults('--1'), ['has a word that is not a flag'])
  for (const text of ['"x', 'x\\y', "'"])
    assert.equal(nodeOptionsFaults(text), ['has quotes or other signs, and is not read here'])
})

test.run()
