import { digest } from '../../support/kinds.ts'
import { stripVTControlCharacters } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { coloured, plain } from '../../../src/command-line/terminal.ts'
import { complaintLines, resultLines } from '../../../src/commands/emit/report-text.ts'
import type { Done, OutputResult, OutputStatus, Report, Stray } from '../../../src/commands/emit/report.ts'

const test = suite('report text')

const result = (
  stack: string,
  status: Exclude<OutputStatus, 'belongs to no stack' | 'may not lie there'>,
  diff = '',
  resources = 24
): OutputResult => {
  const of = {
    path: `out/${stack}/main.tf.json`,
    source: `stacks/${stack}.ts`,
    resources,
    sha256: digest<'the emitted file'>('ab'.repeat(32))
  }
  return status === 'differs' ? { ...of, status, diff } : { ...of, status, diff: undefined }
}

const orphan: Stray = {
  path: 'out/gone/main.tf.json',
  status: 'belongs to no stack',
  source: undefined,
  resources: undefined,
  sha256: undefined,
  diff: undefined
}

const report = (results: ReadonlyArray<OutputResult>, more: Partial<Done> = {}): Report => ({
  check: true,
  results,
  refusals: [],
  failures: [],
  accepted: [],
  ...more
})

test('a file name breaks no line and moves no cursor', () => {
  const odd = { ...orphan, path: 'out/a\nb\u001b[2J/main.tf.json' as Stray['path'] }
  assert.equal(resultLines(plain, report([odd])), ['out/a\\nb\\u{1b}[2J/main.tf.json  belongs to no stack'])
})

test('one line a stack: path, what came of it, resources, digest', () => {
  assert.equal(resultLines(plain, report([result('a', 'written'), result('b', 'unchanged', '', 1), orphan])), [
    `out/a/main.tf.json  written  24 resources  sha256:${'ab'.repeat(32)}`,
    `out/b/main.tf.json  unchanged  1 resource  sha256:${'ab'.repeat(32)}`,
    'out/gone/main.tf.json  belongs to no stack'
  ])
})

test('what is right is green or quiet, and what stops a check is red', () => {
  const colours = { written: 'green', unchanged: 'dim', 'up to date': 'green', differs: 'red', missing: 'red' } as const
  for (const [status, colour] of Object.entries(colours) as ReadonlyArray<[keyof typeof colours, string]>) {
    const [line] = resultLines((paint, text) => `<${paint}>${text}</>`, report([result('a', status)]))
    assert.match(line ?? '', `out/a/main.tf.json  <${colour}>${status}</>  24 resources`)
  }
  const [stray] = resultLines((paint, text) => `<${paint}>${text}</>`, report([orphan]))
  assert.is(stray, 'out/gone/main.tf.json  <red>belongs to no stack</>')
})

test('what a stack accepts of its provider stands behind its files, and of many stacks in one line', () => {
  const of = (source: string) =>
    ({ source, awsProvider: '6.66.0', proof: 'checked against its schema, not run' }) as const
  const accepted = [of('stacks/a.ts'), of('stacks/b.ts')]
  const line = (source: string): string =>
    `accepts  ${source}: AWS provider 6.66.0, checked against its schema, not run`
  assert.equal(resultLines(plain, report([result('a', 'written')], { accepted })).slice(1), [
    line('stacks/a.ts'),
    line('stacks/b.ts')
  ])
  const many = report(
    Array.from({ length: 21 }, (_, index) => result(`s${index}`, 'unchanged')),
    { accepted }
  )
  assert.equal(resultLines(plain, many).slice(1), [line('stacks/a.ts, and 1 stack more')])
})

test('of many files those that are as before are counted in one last line, and listed when asked for', () => {
  const ten = Array.from({ length: 20 }, (_, index) => result(`s${index}`, 'unchanged'))
  assert.is(resultLines(plain, report(ten)).length, 20)
  const many = [...ten, result('a', 'written'), result('b', 'differs', '-x\n+y\n')]
  const lines = resultLines(plain, report(many))
  assert.equal(
    lines.map((line) => line.split('  ')[0]),
    ['out/a/main.tf.json', 'out/b/main.tf.json', '', '-x', '+y', '22 files: 1 written, 20 unchanged, 1 differs']
  )
  assert.is(resultLines(plain, report(many), true).length, 22 + 3 + 1)
})

test('differences come behind all lines, and obey nothing that stands in the file', () => {
  const lines = resultLines(
    plain,
    report([result('a', 'differs', '--- a\n+++ b\n-\x1b[2J\n+\u202ex\n'), result('b', 'missing')])
  )
  assert.equal(lines.slice(2), ['', '--- a', '+++ b', '-\\u{1b}[2J', '+\\u{202e}x'])
})

test('a line that never ends is cut', () => {
  assert.ok(resultLines(plain, report([result('a', 'differs', `+${'x'.repeat(100_000)}\n`)])).join('').length < 3000)
})

test('a line has 2,000 characters at most, and its colour says where it comes from', () => {
  const paint = (colour: string, text: string): string => `<${colour}>${text}</>`
  const [, , ...lines] = resultLines(paint, report([result('a', 'differs', '-old\n+new\n same\n@@ -1 +1 @@\n')]))
  assert.equal(lines, ['<red>-old</>', '<green>+new</>', ' same', '@@ -1 +1 @@'])
  const cut = (length: number): string =>
    resultLines(plain, report([result('a', 'differs', `+${'x'.repeat(length - 1)}\n`)])).at(-1) ?? ''
  assert.is(cut(2000), `+${'x'.repeat(1999)}`)
  assert.is(cut(2001), `+${'x'.repeat(1999)}… (1 characters more)`)
})

test('of many stacks of which one accepts a release, no other is counted', () => {
  const accepted = [
    { source: 'stacks/a.ts', awsProvider: '6.66.0', proof: 'checked against its schema, not run' }
  ] as const
  const many = report(
    Array.from({ length: 21 }, (_, index) => result(`s${index}`, 'unchanged')),
    { accepted }
  )
  assert.equal(resultLines(plain, many), [
    '21 files: 21 unchanged',
    'accepts  stacks/a.ts: AWS provider 6.66.0, checked against its schema, not run'
  ])
})

test('with colour the words are the same', () => {
  const all = report([result('a', 'differs', '-old\n+new\n same\n'), orphan])
  assert.is.not(resultLines(coloured, all).join(), resultLines(plain, all).join())
  assert.equal(resultLines(coloured, all).map(stripVTControlCharacters), resultLines(plain, all))
  assert.equal(complaintLines(coloured, all).map(stripVTControlCharacters), complaintLines(plain, all))
})

test('when all is as declared there is nothing to complain about', () => {
  assert.equal(complaintLines(plain, report([result('a', 'up to date')])), [])
  assert.equal(complaintLines(plain, report([result('a', 'written'), result('b', 'unchanged')], { check: false })), [])
})

test('a check that fails says how many, and what to do about each kind', () => {
  const [differs, missing, fine] = [result('a', 'differs', ''), result('b', 'missing'), result('c', 'up to date')]
  assert.equal(complaintLines(plain, report([differs, missing, fine])), [
    '2 of 3 emitted files are not what the stacks declare; nothing was written',
    '  to do     npm run emit, read what git diff shows, and commit it',
    'What this means and why: npm run explain -- not-emitted'
  ])
  assert.equal(complaintLines(plain, report([fine, orphan])), [
    '1 of 2 emitted files is not what the stacks declare; nothing was written',
    '  to do     Bring back the stack file of the folder that belongs to no stack; docs/operator/retire.md says how a stack is retired. Delete the folder only if it was never applied: bucket, table and roles stay in AWS (J.6.2 §7), and people can still assume the roles.',
    'What this means and why: npm run explain -- belongs-to-no-stack'
  ])
  assert.is(complaintLines(plain, report([differs, orphan])).length, 4)
})

test('a failure is told with what to do', () => {
  assert.equal(
    complaintLines(
      plain,
      report([], {
        check: false,
        failures: [{ _tag: 'SystemRefused', action: 'write', path: 'out/a', code: 'EROFS', message: 'EROFS: words' }]
      })
    ),
    [
      'cannot write out/a: EROFS: words',
      '  to do     Mount the read-only disk writable, or use --check, which writes nothing.',
      'What this means and why: npm run explain -- system-refused'
    ]
  )
})

test.run()
