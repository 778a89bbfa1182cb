import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { coloured, paintFor, plain } from '../../src/command-line/terminal.ts'

const test = suite('paint')

const terminal = { isTTY: true }

test('a terminal gets colour, as ECMA-48 writes it', () => {
  assert.is(paintFor(terminal, {})('red', 'x'), '\x1b[31mx\x1b[39m')
})

test('NO_COLOR takes it away, unless it is empty', () => {
  assert.is(paintFor(terminal, { NO_COLOR: '1' }), plain)
  assert.is(paintFor(terminal, { NO_COLOR: '0' }), plain)
  assert.is(paintFor(terminal, { NO_COLOR: '' }), coloured)
})

test('a terminal that can do nothing gets none, and neither does a file or a pipe, even with FORCE_COLOR', () => {
  assert.is(paintFor(terminal, { TERM: 'dumb' }), plain)
  assert.is(paintFor({ isTTY: false }, { FORCE_COLOR: '1' }), plain)
  assert.is(paintFor({}, { FORCE_COLOR: '1', TERM: 'xterm' }), plain)
})

test('plain is plain', () => {
  assert.is(plain('red', 'x'), 'x')
})

test.run()
