import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { AT_A_TIME, bounded } from '../../../src/commands/status/look-live.ts'
import type { StackStatus } from '../../../src/commands/status/stack-status.ts'
import { statusLines } from '../../../src/commands/status/status-text.ts'
import { plain } from '../../../src/command-line/terminal.ts'

const test = suite('the table of status')

const one = (index: number, attention: ReadonlyArray<string>): StackStatus => ({
  stack: `team${index}-eu`,
  source: `stacks/team${index}-eu.ts`,
  account: '111122223333',
  environment: `team${index}`,
  region: 'eu-central-1',
  provider: { version: '5.100.0', proof: 'proven by run' },
  problems: 0,
  emitted: 'as declared',
  committed: 'as declared',
  planned: null,
  applied: {
    at: '2026-01-31T12:01:00.000Z',
    role: 'arn:aws:sts::111122223333:assumed-role/Operator',
    outcome: 'Done',
    completed: true
  },
  live: null,
  attention,
  words: attention.map(() => 'not-emitted')
})

const hundred = (needing: number): ReadonlyArray<StackStatus> =>
  Array.from({ length: 100 }, (_, index) => one(index, index < needing ? ['file differs: npm run emit'] : []))

test('a hundred stacks are one screen: those that need attention, and a line of totals', () => {
  for (const needing of [0, 3, 100]) {
    const lines = statusLines(plain, hundred(needing), { isLive: false, lists: 'what needs attention' })
    assert.ok(lines.length <= 43, `${lines.length} lines`)
    assert.is(lines.at(-1), `100 stacks: ${100 - needing} as they must be, ${needing} need attention`)
    assert.is(lines.filter((line) => line.startsWith('team')).length, Math.min(needing, 19))
    assert.is(lines.includes('What a rule means and why: npm run explain -- not-emitted'), needing > 0)
  }
  const few = statusLines(plain, hundred(0).slice(0, 2), { isLive: false, lists: 'what needs attention' })
  assert.match(few.join('\n'), 'team1-eu  111122223333  yes')
  assert.match(few.join('\n'), '2026-01-31 12:01 Operator')
  assert.is(
    statusLines(plain, hundred(3), { isLive: true, lists: 'every one' }).filter((line) => line.startsWith('team'))
      .length,
    100
  )
})

test('a name has 100 characters, what needs attention 160, and a command to copy is whole up to 2,000', () => {
  const said = (status: StackStatus): string =>
    statusLines(plain, [status], { isLive: false, lists: 'what needs attention' }).join('\n')
  const named = (length: number): string => said({ ...one(1, ['x']), stack: 'n'.repeat(length) })
  assert.match(named(100), `${'n'.repeat(100)}  111122223333`)
  assert.match(named(101), `${'n'.repeat(100)}… (1 characters more)`)
  const needing = (line: string): string => said(one(1, [line]))
  assert.match(needing('w'.repeat(160)), new RegExp(`${'w'.repeat(160)}$`, 'm'))
  assert.match(needing('w'.repeat(161)), `${'w'.repeat(160)}… (1 characters more)`)
  const command = (length: number): string => `npm run ${'c'.repeat(length - 'npm run '.length)}`
  assert.match(
    needing(`${'w'.repeat(160)}: ${command(2_000)}`),
    new RegExp(`${'w'.repeat(160)}: ${command(2_000)}$`, 'm')
  )
  const trust = `git config --global --add safe.directory ${'d'.repeat(200)}`
  assert.match(needing(`commit unreadable (owned by another): ${trust}`), new RegExp(`: ${trust}$`, 'm'))
  assert.match(needing(`w: ${command(2_001)}`), `w: ${command(2_000)}… (1 characters more)`)
  assert.match(needing(`${'w'.repeat(161)}: npm run emit`), `${'w'.repeat(160)}… (1 characters more): npm run emit`)
})

test('shows no table where all is well, and counts the stacks that do not fit', () => {
  const shown = (needing: number): ReadonlyArray<string> =>
    statusLines(plain, hundred(needing), { isLive: false, lists: 'what needs attention' })
  assert.equal(shown(0), ['100 stacks: 100 as they must be, 0 need attention'])
  assert.match(shown(1)[0] ?? '', /^stack +account/)
  assert.not.match(shown(20).join('\n'), 'more that need attention')
  assert.is(shown(100).at(-3), 'and 81 more that need attention; --all lists every stack')
  for (const needing of [20, 21, 100]) assert.ok(shown(needing).length <= 43, `${needing}`)
})

test('twenty stacks are all listed, and of twenty-one only those that need attention', () => {
  const rows = (count: number): number =>
    statusLines(plain, hundred(3).slice(0, count), { isLive: false, lists: 'what needs attention' }).filter((line) =>
      line.startsWith('team')
    ).length
  assert.equal([rows(20), rows(21)], [20, 3])
})

test('each stack has its first line, and all of its lines where every stack is listed', () => {
  const two = [
    { ...one(1, ['file differs: npm run emit', 'not committed']), words: ['not-emitted', 'not-committed'] },
    { ...one(2, ['lock held']), words: ['lock-free', 'state-whole'] }
  ]
  const said = (lists: 'every one' | 'what needs attention'): ReadonlyArray<string> =>
    statusLines(plain, two, { isLive: false, lists }).map((line) => (line.startsWith('team') ? line.slice(0, 5) : line))
  const [rule, total] = [
    'What a rule means and why: npm run explain -- not-emitted',
    '2 stacks: 0 as they must be, 2 need attention'
  ]
  assert.equal(said('what needs attention').slice(1), [
    ...['team1', '  file differs: npm run emit', 'team2', '  lock held', rule, total]
  ])
  assert.equal(said('every one').slice(1), [
    ...['team1', '  file differs: npm run emit', '  not committed', 'team2', '  lock held', rule, total]
  ])
})

test('each answer of AWS has its word: a difference, a held lock, a state that is not known', () => {
  const seen = { bucket: true, table: true, lock: 'free', serial: 7, unanswered: [], findings: [] } as const
  const cells = (live: StackStatus['live']): string => {
    const [, row = ''] = statusLines(plain, [{ ...one(1, []), live }], { isLive: true, lists: 'every one' })
    return row.split(/ {2,}/).slice(-3).join(' | ')
  }
  assert.is(cells(seen), 'as declared | free | 7')
  assert.is(cells({ ...seen, serial: 0 }), 'as declared | free | 0')
  assert.is(cells({ ...seen, serial: null }), 'as declared | free | none')
  assert.is(cells({ ...seen, bucket: false }), 'differs | free | 7')
  assert.is(cells({ ...seen, table: false }), 'differs | free | 7')
  assert.is(cells({ ...seen, lock: 'held by jane since noon' }), 'as declared | held | 7')
  assert.is(cells({ ...seen, lock: 'x', unanswered: ['lock'] }), 'as declared | unknown | 7')
  assert.is(cells({ ...seen, serial: null, unanswered: ['state'] }), 'as declared | free | unknown')
  assert.is(cells(null), '- | - | -')
})

test('where each stack that needs attention is listed, none is counted as left out', () => {
  const lines = statusLines(plain, [one(1, ['x']), one(2, [])], { isLive: false, lists: 'what needs attention' })
  assert.is(lines.filter((line) => line.includes('more that need attention')).length, 0)
  assert.is(lines.length, 6)
})

test('a run that was refused is not told as a plan of a role', () => {
  const refused = { at: '2026-01-31T12:01:00.000Z', role: null, outcome: 'NotUnderstood', completed: true }
  const shown = hundred(0)
    .slice(0, 1)
    .map((status) => ({ ...status, planned: refused }))
  const lines = statusLines(plain, shown, { isLive: false, lists: 'every one' })
  assert.match(lines.join('\n'), '2026-01-31 12:01 not done  2026-01-31 12:01 Operator')
})

test('a release of the provider that is not proven by run is counted above the totals', () => {
  const accepting = { version: '6.66.0', proof: 'checked against its schema, not run' } as const
  const lines = statusLines(
    plain,
    hundred(0).map((status, index) => (index < 2 ? { ...status, provider: accepting } : status)),
    { isLive: false, lists: 'what needs attention' }
  )
  assert.is(lines.at(-2), '2 stacks with the AWS provider 6.66.0, checked against its schema, not run')
  const other = { ...accepting, version: '6.70.0' }
  const two = hundred(0).map((status, index) => ({ ...status, provider: index < 2 ? accepting : other }))
  assert.equal(statusLines(plain, two.slice(0, 3), { isLive: false, lists: 'every one' }).slice(-3, -1), [
    '2 stacks with the AWS provider 6.66.0, checked against its schema, not run',
    '1 stack with the AWS provider 6.70.0, checked against its schema, not run'
  ])
})

test('never more at a time than is allowed, all of them, in their order', async () => {
  let now = 0
  let most = 0
  const items = Array.from({ length: 50 }, (_, index) => index)
  const results = await bounded(items, AT_A_TIME, async (item) => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
    return item * 2
  })
  assert.equal(
    results,
    items.map((item) => item * 2)
  )
  assert.is(most, AT_A_TIME)
})

test.run()
