import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { diagnosticsLines } from '../../src/command-line/diagnostic-text.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { passed } from '../../src/diagnostics/finding.ts'
import { folded } from '../../src/diagnostics/folded.ts'
import { networkPath } from '../../src/caller/network-path.ts'

const test = suite('diagnostics of one cause and one remedy')

const one: Diagnostic = { rule: 'tags', clause: 'J.6.2 §7', at: ['tags', 'A'], expected: 'a', actual: 'b', remedy: 'c' }

test('those of another rule, clause, remedy, file or, in a stack, expectation stay apart', () => {
  for (const other of [
    { rule: 'other' },
    { clause: 'J.7.0 §4' },
    { remedy: 'd' },
    { source: 'stacks/b.ts' },
    { expected: 'e' }
  ] as const)
    assert.is(folded([one, { ...one, ...other }]).length, 2, JSON.stringify(other))
})

test('outside of a stack, the remedy, the kind of place and its file are the cause, and the rule is not', () => {
  const { at: _, ...rest } = one
  const outside: Diagnostic = { ...rest, from: { kind: 'profile', name: 'the profile a', file: '~/.aws/config' } }
  for (const [other, count] of [
    [{ remedy: 'd' }, 2],
    [{ from: { kind: 'profile', name: 'the profile a', file: '~/.aws/credentials' } }, 2],
    [{ from: { kind: 'profile', name: 'the profile a' } }, 2],
    [{ from: { kind: 'variable', name: 'the profile a', file: '~/.aws/config' } }, 2],
    [{ from: { kind: 'profile', name: 'the profile b', file: '~/.aws/config', line: 2 } }, 1],
    [{ rule: 'other', clause: 'J.7.0 §4', expected: 'e', actual: 'f' }, 1]
  ] as const)
    assert.is(folded([outside, { ...outside, ...other }]).length, count, JSON.stringify(other))
})

test('a place in a stack or a file of one is the cause, even where an origin is known', () => {
  const from = { kind: 'file', name: 'x' } as const
  const { at, ...rest } = one
  for (const where of [{ at }, { source: 'stacks/a.ts' }])
    assert.is(
      folded([
        { ...rest, ...where, from },
        { ...rest, ...where, from, rule: 'other' }
      ]).length,
      2
    )
  assert.is(
    folded([
      { ...rest, source: 'stacks/a.ts' },
      { ...rest, source: 'stacks/a.ts', expected: 'e' }
    ]).length,
    1
  )
})

test('the others are listed where they are, with what is there, in their order', () => {
  const [first, ...others] = folded([one, { ...one, at: ['tags', 'B'], actual: 'x' }, { ...one, at: ['tags', 'C'] }])
  assert.equal(others, [])
  assert.equal(
    first?.also.map(({ at, actual }) => [at, actual]),
    [
      [['tags', 'B'], 'x'],
      [['tags', 'C'], 'b']
    ]
  )
})

test('of a hundred thousand, fifty are kept and the rest is counted, and ten lines are printed', () => {
  const many = Array.from({ length: 100_000 }, (_, index): Diagnostic => ({ ...one, at: ['tags', index] }))
  const [first, ...others] = folded(many)
  assert.equal([others.length, first?.also.length, first?.more], [0, 50, 99_949])
  const lines = diagnosticsLines((_, text) => text, many)
  assert.is(lines.filter((line) => line.startsWith('    also ')).length, 11)
  assert.ok(lines.includes('    also      99989 more places'))
})

test('what passed stays by itself', () => {
  const seen = passed({ rule: 'a', clause: 'J.7.0 §4', expected: 'b', actual: 'c' })
  assert.is(folded([seen, seen]).length, 2)
})

test('four variables with one way out are one finding with four names', () => {
  const variables = { AWS_CA_BUNDLE: '/a', SSL_CERT_FILE: '/a', SSL_CERT_DIR: '/a', NODE_EXTRA_CA_CERTS: '/a' }
  const found = networkPath({
    variables,
    shared: { config: {}, credentials: {} },
    route: { proxy: undefined, caBundle: undefined }
  })
  const lines = diagnosticsLines((_, text) => text, found)
  assert.is(lines.filter((line) => line.startsWith('    to do ')).length, 1)
  const values = lines.filter((line) => !/^ {4}(?:from|to do) /.test(line))
  for (const name of Object.keys(variables)) assert.is(values.filter((line) => line.includes(name)).length, 1, name)
  assert.ok(lines.includes('    from      AWS_CA_BUNDLE in the environment'))
})

test.run()
