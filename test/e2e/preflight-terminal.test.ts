import { setTimeout } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkNames } from '../../src/commands/preflight/check-names.ts'
import type { AwsDouble } from '../support/aws-double/aws-double.ts'
import { DIGEST_ID, startHealthyDouble } from '../support/preflight-bench.ts'
import { inPreflightProject, preflightProcess } from '../support/preflight-project.ts'
import { type Seat, preflightInTerminal } from '../support/preflight-terminal.ts'
import { screenOf } from '../support/screen.ts'
import { tableIn } from '../support/seed-bench.ts'
import { onPath } from '../../src/outside/stand-in/on-path.ts'

const python = onPath('python3')
if (python === undefined) throw new Error('put python3 on PATH: it makes the pseudo-terminal')

const test = suite<{ double: AwsDouble }>('preflight, at a terminal')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const ids = (double: AwsDouble): ReadonlyArray<string> =>
  (tableIn(double)?.items ?? []).map((item) => (item['LockID'] as { S: string }).S)

const seen = async (double: AwsDouble, seat: Seat = {}) => {
  let shown: { readonly code: number | null; readonly written: string } = { code: null, written: '' }
  await inPreflightProject(async (project) => {
    shown = await preflightInTerminal(python, project, double, seat)
  })
  return { ...shown, screen: screenOf(shown.written, seat.columns || 120) }
}

const GREEN = '\x1b[32mproven'
const HIDDEN = '\x1b[?25l'
const VISIBLE = '\x1b[?25h'

/** The rows of the table, each check with what came of it, as they stand on the screen. */
const rowsOn = (screen: ReadonlyArray<string>): ReadonlyArray<string> =>
  screen.flatMap((line) => {
    const [, name, outcome] = /^ {2}([a-z-]+) +(due|running|waiting|proven|refused|not run)\b/.exec(line) ?? []
    return name === undefined ? [] : [`${name} ${outcome}`]
  })
const allProven = checkNames.map((name) => `${name} proven`)

for (const [columns, rows] of [
  [120, 40],
  [60, 40]
] as const)
  test(`draws one table, over itself, and leaves it complete: ${columns} columns`, async ({ double }) => {
    const { code, written, screen } = await seen(double, { columns, rows })
    assert.is(code, 0)
    assert.equal(rowsOn(screen), allProven)
    assert.match(screen.join('\n'), 'everything is proven: stacks/staging-eu.ts')
    assert.match(written, `identity${' '.repeat(11)}\x1b[36mrunning`)
    assert.match(written, GREEN)
    assert.ok(written.lastIndexOf(VISIBLE) > written.lastIndexOf(HIDDEN))
  })

for (const [columns, rows] of [
  [120, 8],
  [0, 0]
] as const)
  test(`where the table has no room it is complete in the end: ${columns} by ${rows}`, async ({ double }) => {
    const { code, screen } = await seen(double, { columns, rows })
    assert.is(code, 0)
    assert.equal(rowsOn(screen).slice(-checkNames.length), allProven)
    assert.match(screen.join('\n'), 'everything is proven')
  })

test('what waits says so while it waits', async ({ double }) => {
  const table = tableIn(double)
  if (table !== undefined) table.status = 'UPDATING'
  double.onCall(({ operation }) => {
    if (operation === 'DescribeTable' && table !== undefined) table.status = 'ACTIVE'
  })
  const { code, written, screen } = await seen(double)
  assert.is(code, 0)
  assert.match(written, 'until the table is ACTIVE')
  assert.equal(rowsOn(screen), allProven)
})

test('a refusal is red, with what to do below the table', async ({ double }) => {
  const table = tableIn(double)
  if (table !== undefined) table.isProtected = false
  const { code, written, screen } = await seen(double)
  assert.is(code, 1)
  assert.match(written, '\x1b[31mrefused')
  assert.ok(rowsOn(screen).includes('lock-table refused'))
  assert.match(screen.join('\n'), 'to do')
})

for (const [what, env] of [
  ['NO_COLOR', { NO_COLOR: '1' }],
  ['TERM=dumb', { TERM: 'dumb' }]
] as const)
  test(`no colour with ${what}, and the same table`, async ({ double }) => {
    const { code, written, screen } = await seen(double, { env })
    assert.is(code, 0)
    assert.not.ok(written.split('\x1b[').some((after, at) => at > 0 && /^[\d;]*m/.test(after)))
    assert.is(written.includes('\x1b'), what === 'NO_COLOR')
    // Line by line a check stands where it ended.
    assert.equal(rowsOn(screen).toSorted(), allProven.toSorted())
  })

test('no colour and no codes in a pipe', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { stdout, stderr } = await preflightProcess(project, double, [], { TERM: 'xterm' })
    assert.equal(rowsOn(stdout.split('\n')).toSorted(), allProven.toSorted())
    assert.not.match(stdout + stderr, '\x1b')
  })
})

test('--json at a terminal is a document without codes', async ({ double }) => {
  const { code, written } = await seen(double, { args: ['--json'] })
  assert.is(code, 0)
  assert.not.match(written, '\x1b')
  assert.is((JSON.parse(written) as { readonly passed: boolean }).passed, true)
})

test('Ctrl-C says so, leaves the words on the screen and the cursor visible, and no probe', async ({ double }) => {
  double.onCall(async ({ operation }) => {
    if (operation !== 'GetCallerIdentity') await setTimeout(1500)
  })
  const { code, written, screen } = await seen(double, {
    typing: [[`lock-works${' '.repeat(9)}\x1b[36mrunning`, '\x03']]
  })
  assert.is(code, 130)
  const words = ['interrupted; nothing was changed', 'removing the probe of the lock']
  assert.equal(screen.filter((line) => line !== '').slice(-2), words, 'the last words')
  assert.ok(written.lastIndexOf(VISIBLE) > written.lastIndexOf(HIDDEN))
  assert.ok(double.calls().some(({ operation, body }) => operation === 'PutItem' && body.includes('#preflight')))
  assert.equal(ids(double), [DIGEST_ID])
})

test.run()
