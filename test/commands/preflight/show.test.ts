import { commitId } from '../../support/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CheckName } from '../../../src/commands/preflight/check-names.ts'
import type { CheckResult, PreflightEvent } from '../../../src/commands/preflight/result.ts'
import { resultOf, verdictOn } from '../../../src/commands/preflight/result.ts'
import { lineByLine, liveTable, onlyRetries } from '../../../src/commands/preflight/show.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import type { Finding } from '../../../src/diagnostics/finding.ts'
import { machine } from '../../../src/diagnostics/origin.ts'

const test = suite('how a run of preflight is shown while it goes on')

const names = ['bucket', 'lock-table', 'lock-works'] as const satisfies ReadonlyArray<CheckName>

const found: Finding = {
  outcome: 'passed',
  rule: 'lock-accepts',
  clause: 'J.6.2 §5',
  from: machine('a test'),
  expected: 'a lock',
  actual: 'a lock'
}

const proven = (check: CheckName): CheckResult => ({ _tag: 'Proven', check, findings: [found] })
const ended = (check: CheckName): PreflightEvent => ({ _tag: 'Ended', result: proven(check) })

const slowDown: PreflightEvent = {
  _tag: 'Retrying',
  failure: {
    _tag: 'Unreachable',
    call: 'S3 HeadBucket',
    calledRegion: 'eu-central-1',
    code: 'SlowDown',
    message: 'Please reduce your request rate.',
    status: 503,
    requestId: undefined,
    region: undefined,
    attempts: 2
  },
  ofAttempts: 4,
  millis: 1500
}

const screen = () => {
  const said = { out: '', err: '', drawn: new Array<string>(), ends: '' }
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    paintOut: plain,
    paintErr: plain
  }
  const redraw = Object.assign((text: string) => void said.drawn.push(text), {
    clear: () => void (said.ends += 'clear '),
    done: () => void (said.ends += 'done ')
  })
  return { said, terminal, redraw }
}

const checksIn = (text: string): ReadonlyArray<string> =>
  text.split('\n').flatMap((line) => line.match(/[a-z-]+/) ?? [])

test('a line for each check, in their order, as soon as it and those before it have ended', () => {
  const { said, terminal } = screen()
  const show = lineByLine(terminal, names)
  const after = (event: PreflightEvent): ReadonlyArray<string> => {
    show.tell(event)()
    return checksIn(said.out)
  }
  assert.equal(after({ _tag: 'Began', check: 'bucket' }), [])
  assert.equal(after(ended('lock-table')), [])
  assert.equal(after(ended('bucket')), ['bucket', 'lock-table'])
  assert.equal(after(ended('lock-works')), names)
  assert.is(said.err, '')
})

test('a check that waits says it once for each thing that it waits for, and not among the results', () => {
  const { said, terminal } = screen()
  const show = lineByLine(terminal, names)
  for (const until of ['the lock is free', 'the lock is free', 'the table is active'])
    show.tell({ _tag: 'Waiting', check: 'lock-works', until })()
  assert.equal(
    said.err.match(/lock-works +waiting {2}until .*/g)?.map((line) => line.replace(/.*until /, '')),
    ['the lock is free', 'the table is active']
  )
  assert.is(said.out, '')
})

test('what is tried again names the failure, the next attempt of how many, and when', () => {
  const { said, terminal, redraw } = screen()
  for (const show of [lineByLine(terminal, names), onlyRetries(terminal)]) show.tell(slowDown)()
  const lines = said.err.trim().split('\n')
  assert.is(lines.length, 2)
  for (const line of lines) assert.match(line, /again {2}S3 HeadBucket.*; attempt 3 of 4 in 1\.5 s$/)
  liveTable(terminal, names, redraw).tell(slowDown)()
  assert.match(said.drawn[0] ?? '', /^ {2}bucket .*\n.*\n.*\n {2}again {2}S3 HeadBucket/)
  assert.is(said.out, '')
})

test('the table is followed by the last three attempts, and no earlier one', () => {
  const { said, terminal, redraw } = screen()
  const show = liveTable(terminal, names, redraw)
  for (const attempts of [1, 2, 3, 4])
    show.tell({ ...slowDown, failure: { ...slowDown.failure, attempts }, ofAttempts: 5 })()
  const attemptsIn = (text = ''): ReadonlyArray<string> => text.match(/attempt \d/g) ?? []
  assert.equal(attemptsIn(said.drawn[2]), ['attempt 2', 'attempt 3', 'attempt 4'])
  assert.equal(attemptsIn(said.drawn[3]), ['attempt 3', 'attempt 4', 'attempt 5'])
})

test('where the result is a document, nothing else is printed', () => {
  const { said, terminal } = screen()
  const show = onlyRetries(terminal)
  for (const event of [ended('bucket'), { _tag: 'Began', check: 'bucket' } as const]) show.tell(event)()
  show.done()
  assert.is(said.out + said.err, '')
})

test('a table has a row for each check from the beginning, and stands whole at the end', () => {
  const { said, terminal, redraw } = screen()
  const show = liveTable(terminal, names, redraw)
  show.tell({ _tag: 'Began', check: 'lock-table' })()
  assert.match(said.drawn[0] ?? '', /bucket +due\n {2}lock-table +running\n {2}lock-works +due$/)
  for (const each of names) show.tell(ended(each))()
  assert.is(said.out, '', 'the table is drawn over until the end')
  show.done()
  assert.is(said.ends, 'clear done ')
  assert.is(said.out.match(/^ {2}[a-z-]+ +proven /gm)?.length, 3)
})

test('proven is a whole run, by a known principal, on a known commit; a part or less is called so', () => {
  const called = O.some({ principal: 'operator', seen: { account: '1', name: 'Operator' } } as never)
  const seen = { results: names.map(proven), commit: O.some(commitId('0'.repeat(40))), called, state: O.none }
  assert.is(verdictOn(seen, true, true).verdict, 'proven')
  assert.is(verdictOn(seen, true, false).verdict, 'part proven')
  assert.is(verdictOn(seen, false, true).verdict, 'refused')
  assert.is(verdictOn(seen, false, false).verdict, 'refused')
  assert.is(verdictOn({ ...seen, commit: O.none }, true, true).verdict, 'refused')
  assert.is(verdictOn({ ...seen, called: O.none }, true, true).verdict, 'refused')
})

test('a check that found nothing at all is refused, and so is one that found one thing wrong', () => {
  assert.is(resultOf('bucket', [found])._tag, 'Proven')
  assert.is(resultOf('bucket', [])._tag, 'Refused')
  assert.is(resultOf('bucket', [found, { ...found, outcome: 'failed', remedy: 'Run it again.' }])._tag, 'Refused')
})

test.run()
