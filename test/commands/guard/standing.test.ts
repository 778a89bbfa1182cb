import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import type { Ledger } from '../../../src/commands/guard/ledger.ts'
import { type Memory, recordedRun } from '../../../src/commands/guard/run.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import { digest } from '../../support/kinds.ts'

const test = suite('what is said of AWS where a run ends early')

type Known = Partial<Ledger>

/** The screen of a run that a person interrupts when so much is known, and what it stored. */
const interrupted = async (known: Known, command: Ledger['command'] = 'apply') => {
  const written: Array<readonly [string, string]> = []
  const screen: Array<readonly [string, string]> = []
  const memory: Memory = { interrupted: async () => undefined }
  const terminal = {
    out: (text: string) => void screen.push(['out', text]),
    err: (text: string) => void screen.push(['err', text]),
    paintOut: plain,
    paintErr: plain
  }
  const ports = {
    clock: { ...clock, now: () => momentAt(Date.UTC(2026, 0, 31, 12, 0, 0, 5)) },
    newId: () => '0123456789abcdef',
    evidence: {
      write: (stack: string | null, name: string, text: string) => async () => {
        written.push([`${stack}/${name}`, text])
        return E.right(`evidence/${name}.json`)
      }
    },
    program: digest<'the program'>('b'.repeat(64)),
    isSandbox: true
  }
  await recordedRun(ports, terminal, memory, { command, stack: 'staging-eu' }, (evidence) => async () => {
    evidence.learn((ledger) => ({ ...ledger, ...known }))
    await memory.interrupted()
    return { reason: 'Done', objections: [], exitCode: 0 }
  })()
  return { screen, written }
}

const apply = { command: 'apply', exitCode: 3, interrupts: 0, terminalGone: false } as const
const look = 'npm run preflight -- stacks/staging-eu.ts'
const cases: ReadonlyArray<readonly [what: string, Known, says: string]> = [
  ['before tofu applies', {}, 'nothing was applied'],
  [
    'while tofu applies',
    { applied: true, runs: [{ ...apply, command: 'plan' }] },
    `tofu apply was begun, and may still be at work. When it has ended, look: ${look}`
  ],
  [
    'after tofu applied, before anything was looked at',
    { applied: true, runs: [apply, { ...apply, command: 'plan', exitCode: 0 }] },
    `tofu apply ended with 3; what it left was not looked at. Look at it: ${look}`
  ],
  [
    'after it was looked at',
    {
      applied: true,
      runs: [apply],
      findings: [{ of: 'afterwards', id: 'lock-free', clause: 'J.6.2 §5', outcome: 'passed' }]
    },
    `tofu apply ended with 3. Look at it: ${look}`
  ],
  [
    'where the command line names no stack',
    { applied: true, stack: null },
    'tofu apply was begun, and may still be at work. When it has ended, look: npm run preflight -- stacks/STACK.ts'
  ]
]
for (const [what, known, says] of cases)
  test(`${what}: ${says.split('.')[0]}`, async () => {
    const { screen } = await interrupted(known)
    assert.equal(screen.slice(0, 2), [
      ['err', `\ninterrupted; ${says}\n`],
      ['out', '\nevidence    evidence/2026-01-31T120000005Z-apply-01234567.json\n']
    ])
  })

test('the document is named by its moment, its command and eight digits, and says how the run ended', async () => {
  const { written } = await interrupted({})
  const [path, early, again, late] = written.flat()
  assert.equal([path, again], Array(2).fill('staging-eu/2026-01-31T120000005Z-apply-01234567'))
  assert.match(
    early ?? '',
    /"sandbox": true[^]*"completed": false,\n {2}"began": "2026-01-31T12:00:00\.005Z",\n {2}"ended": null/
  )
  assert.match(early ?? '', /"reason": "NotCompleted",\n {4}"objections": \[\],\n {4}"exitCode": 1/)
  assert.match(
    late ?? '',
    /"completed": true,\n {2}"began": "2026-01-31T12:00:00\.005Z",\n {2}"ended": "2026-01-31T12:00:00\.005Z"/
  )
  assert.match(late ?? '', /"reason": "Interrupted",\n {4}"objections": \[\],\n {4}"exitCode": 130/)
  const [unnamed] = (await interrupted({}, null)).written.flat()
  assert.is(unnamed, 'staging-eu/2026-01-31T120000005Z-01234567')
})

test.run()
