import { suite } from 'uvu'
import { filesIn, read } from '../support/prose/texts.ts'
import * as assert from 'uvu/assert'
import { plain } from '../../src/command-line/terminal.ts'
import {
  diagnosticLines,
  diagnosticsLines,
  foldedLines,
  refusalText,
  stoppedLines
} from '../../src/command-line/diagnostic-text.ts'

const test = suite('diagnostic text')

const key = {
  rule: 'state-key',
  clause: 'J.6.2 §4',
  at: ['backend', 'key'],
  expected: '111122223333/staging/eu/terraform.tfstate',
  actual: 'state\x1b[2J',
  remedy: 'write the key that the mapping gives'
} as const

const loop = {
  rule: 'stack-finishes-loading',
  clause: 'J.7.0 §4',
  source: 'stacks/shared/names.ts',
  place: { line: 3, column: 14 },
  expected: 'a stack file that ends',
  actual: 'no end within 10 seconds',
  remedy: 'take the loop out'
} as const

test('of 10,000 diagnostics the first hundred are told, and how many more there are', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ ...key, at: ['a', index], remedy: `Do ${index}.` }))
  const told = diagnosticsLines(plain, many)
  assert.ok(told.join('\n').length < 50_000)
  assert.ok(told.includes('    to do     Do 99.') && !told.includes('    to do     Do 100.'))
  assert.ok(told.includes('  and 9900 problems more: correct these first, and run it again'))
  assert.not.match(diagnosticsLines(plain, many.slice(0, 100)).join('\n'), 'more:')
})

test('no refusal, no line', () => {
  assert.equal(refusalText(plain, []), [])
})

test('the problems of each stack, where they are, and how many there are', () => {
  const lines = refusalText(plain, [
    { source: 'stacks/a.ts', problems: [key, { ...key, at: [] }] },
    { source: 'stacks/b.ts', problems: [loop] },
    { source: 'stacks/c.ts', problems: [{ ...loop, place: undefined }] }
  ])
  assert.is(
    lines.join('\n'),
    `stacks/a.ts: 1 problem

  backend.key
    expected  111122223333/staging/eu/terraform.tfstate
    actual    state\\u{1b}[2J
    also      the stack as a whole  state\\u{1b}[2J
    clause    J.6.2 §4, rule state-key
    to do     write the key that the mapping gives

stacks/b.ts: 1 problem

  stacks/shared/names.ts:3:14
    expected  a stack file that ends
    actual    no end within 10 seconds
    clause    J.7.0 §4, rule stack-finishes-loading
    to do     take the loop out

stacks/c.ts: 1 problem

  stacks/shared/names.ts
    expected  a stack file that ends
    actual    no end within 10 seconds
    clause    J.7.0 §4, rule stack-finishes-loading
    to do     take the loop out

What a rule means and why: npm run explain -- state-key
3 problems in 3 stacks; nothing was written`
  )
})

test('of other places of one cause ten are listed, each with its line, and the rest is counted', () => {
  const also = (count: number, more = 0) =>
    foldedLines(plain, {
      ...key,
      at: undefined,
      also: Array.from({ length: count }, (_, index) => ({
        rule: index === 0 ? 'other-rule' : key.rule,
        actual: `x${index}`,
        from: index === 1 ? ({ kind: 'file', name: 'out/a', line: 7 } as const) : undefined,
        ...(index === 2 ? { source: 'stacks/b.ts', at: ['tags'], place: { line: 1, column: 2 } } : {})
      })) as never,
      more
    }).filter((line) => line.startsWith('    also'))
  assert.equal(also(0), [])
  assert.equal(also(4), [
    '    also      other-rule  x0',
    '    also      x1  (out/a:7)',
    '    also      stacks/b.ts:1:2  tags  x2',
    '    also      x3'
  ])
  assert.is(also(10).length, 10)
  assert.equal(also(11).slice(-2), ['    also      x9', '    also      1 more place'])
  assert.is(also(10, 3).at(-1), '    also      3 more places')
  assert.is(also(12, 3).at(-1), '    also      5 more places')
})

test('why a command ended where no rule refuses: what happened, what to do if that is known, and the word', () => {
  const asks = 'What this means and why: npm run explain -- not-printed'
  assert.equal(stoppedLines(plain, 'not-printed', 'it broke', 'Do this.'), ['it broke', '  to do     Do this.', asks])
  assert.equal(stoppedLines(plain, 'not-printed', 'it broke'), ['it broke', asks])
})

test('where a value came from stands below it, and a remedy is whole', () => {
  const remedy = `Type: ${'x'.repeat(1_500)}`
  const lines = diagnosticLines(plain, { ...key, at: undefined, from: { kind: 'variable', name: 'CI' }, remedy })
  assert.is(lines[0], '  state-key')
  assert.equal(lines.slice(3), [
    '    from      CI in the environment',
    '    clause    J.6.2 §4',
    `    to do     ${remedy}`,
    ''
  ])
})

test('nothing from a stack repaints the terminal or floods it', () => {
  const hostile = `\x1b]0;title\x07\x9b1A${'x'.repeat(100_000)}`
  const text = refusalText(plain, [
    {
      source: `stacks/${hostile}.ts`,
      problems: [
        { ...key, at: ['tags', hostile, 0], expected: hostile, actual: hostile, remedy: hostile },
        { ...loop, source: hostile, expected: hostile, actual: hostile, remedy: hostile }
      ]
    }
  ]).join('')
  assert.not.match(text, /\p{Cc}/u)
  assert.ok(text.length < 10_000)
})

test('a list of problems ends with the way to ask what the first rule means, once for all printers', () => {
  assert.is(diagnosticsLines(plain, [key, loop]).at(-1), 'What a rule means and why: npm run explain -- state-key')
  assert.equal(diagnosticsLines(plain, []), [])
  const past = filesIn('src', '.ts').filter((file) => /\bdiagnosticLines\(/.test(read(file)))
  assert.equal(past, [])
})

test.run()
