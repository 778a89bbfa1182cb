import { commitId } from '../../support/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Preflight, resultOf, resultThrough } from '../../../src/commands/preflight/result.ts'
import { type Row, rowLine, verdictLines } from '../../../src/commands/preflight/result-text.ts'
import type { Paint } from '../../../src/command-line/terminal.ts'
import { type Finding, failed, passed } from '../../../src/diagnostics/finding.ts'
import { answerOf } from '../../../src/diagnostics/origin.ts'
import { stagingIn } from './staging-subject.ts'

const test = suite('the colours and the words of a run of preflight')

const marked: Paint = (colour, text) => `<${colour}>${text}</>`
const about = {
  rule: 'lock-free',
  clause: 'J.6.2 §5',
  from: answerOf('DynamoDB GetItem'),
  expected: 'a free lock'
} as const
const free = passed({ ...about, actual: 'free' })
const held = failed({ ...about, actual: 'held', remedy: 'Wait.' })
const row = (of: Row): string => rowLine(marked, 'lock-free', of)
const rowOf = (findings: ReadonlyArray<Finding>): string =>
  row({ _tag: 'Ended', result: resultOf('lock-free', findings) })

test('a row of the table in each of its states', () => {
  assert.is(row({ _tag: 'Due' }), '  lock-free          <dim>due</>')
  assert.is(row({ _tag: 'Running' }), '  lock-free          <cyan>running</>')
  assert.is(row({ _tag: 'Waiting', until: 'it is' }), '  lock-free          <cyan>waiting</>  until it is')
  assert.is(rowOf([free]), '  lock-free          <green>proven </>  <dim>free</>')
  assert.is(rowOf([free, held]), '  lock-free          <red>refused</>  1 finding: lock-free')
  assert.is(
    row({ _tag: 'Ended', result: { _tag: 'NotRun', check: 'lock-free', because: 'identity' } }),
    '  lock-free          <yellow>not run</>  because identity is not proven'
  )
})

test('a row counts the causes, and names each rule once', () => {
  assert.is(
    rowOf([held, { ...held, actual: 'held again' }, { ...held, rule: 'other', remedy: 'Ask.' }]),
    '  lock-free          <red>refused</>  2 findings: lock-free, other'
  )
})

const called = O.some({ principal: 'operator role', seen: {} } as never)
const seen = { commit: O.some(commitId('0'.repeat(40))), called, state: O.none }
const linesOf = (
  run: Pick<Preflight, 'results' | 'verdict'>,
  guard: Parameters<typeof verdictLines>[3] = [],
  subject = stagingIn('/project')
) => verdictLines(marked, subject, { ...seen, ...run } as Preflight, guard)

test('the provider is quiet where a run has proven it, and is seen where none has', () => {
  const [quiet = ''] = linesOf({ results: [], verdict: 'part proven' })
  assert.is(quiet, '  the provider       <dim>declared as AWS provider 5.100.0: proven by run</>')
  const acceptedProof = 'checked against its schema, not run'
  const { wanted, ...rest } = stagingIn('/project')
  const versions = { ...wanted.declaration.versions, acceptedProof } as const
  const subject = { ...rest, wanted: { ...wanted, declaration: { ...wanted.declaration, versions } } }
  const [seenWell = ''] = linesOf({ results: [], verdict: 'part proven' }, [], subject)
  assert.is(
    seenWell,
    '  the provider       <yellow>declared as AWS provider 5.100.0: checked against its schema, not run</>'
  )
})

test('a proven run says green what is proven and what to type next', () => {
  assert.equal(linesOf({ results: [], verdict: 'proven' }).slice(1), [
    '',
    '<green>everything is proven: stacks/staging-eu.ts</>',
    'Next, by hand (J.7.0 §2):',
    '  npm run tofu -- stacks/staging-eu.ts plan',
    '  npm run tofu -- stacks/staging-eu.ts apply',
    'or, weaker, because what was proven is not tied to what runs:',
    '  export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled',
    '  tofu -chdir=out/staging-eu plan',
    '  tofu -chdir=out/staging-eu apply'
  ])
  assert.equal(linesOf({ results: [], verdict: 'part proven' }).slice(1), [
    '',
    '<green>proven</>',
    'This is one check; before an apply run all of them.'
  ])
})

test('what the guard would refuse stands last, under a yellow line', () => {
  const lines = linesOf({ results: [], verdict: 'proven' }, [
    { ...about, actual: 'others can', remedy: 'Take it away.' }
  ])
  const at = lines.indexOf('<yellow>npm run tofu would refuse plan and apply now:</>')
  assert.is(lines[at - 1], '')
  assert.ok(lines.slice(at).some((line) => line.includes('others can')))
})

test('a refused run has each check in bold once, with its findings, and the stack in red at the end', () => {
  const results = [
    resultOf('lock-free', [held, { ...held, rule: 'other', actual: 'else', remedy: 'Ask.' }]),
    resultOf('bucket', [{ ...held, rule: 'bucket-website', remedy: 'Look.' }])
  ]
  const lines = linesOf({ results, verdict: 'refused' })
  assert.equal(
    lines.filter((line) => /^(<|What)/.test(line)),
    [
      '<bold>lock-free</>',
      'What a rule means and why: npm run explain -- other',
      '<bold>bucket</>',
      'What a rule means and why: npm run explain -- bucket-website',
      '<red>refused: stacks/staging-eu.ts</>'
    ]
  )
})

test('a command of a remedy goes the way to AWS that the run was told, and only a remedy has one', () => {
  const remedy = 'Have it made: npm run seed -- stacks/staging-eu.ts'
  const route = { proxy: 'http://proxy:3128', caBundle: undefined }
  const [first, second] = [free, { ...held, remedy }]
  const result = resultThrough(route, resultOf('bucket', [first, second]))
  assert.equal(result, {
    _tag: 'Refused',
    check: 'bucket',
    findings: [free, { ...held, remedy: `${remedy} --proxy http://proxy:3128` }]
  })
  const notRun = { _tag: 'NotRun', check: 'bucket', because: 'identity' } as const
  assert.equal(resultThrough(route, notRun), notRun)
})

test.run()
