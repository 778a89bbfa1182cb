import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { eventLines, interruptionLines, keptLines } from '../../../src/commands/guard/event.ts'
import { stackFileIn } from '../../../src/commands/guard/arguments.ts'
import { judge } from '../../../src/commands/guard/judged.ts'
import { emptyLedger, noted } from '../../../src/commands/guard/ledger.ts'
import { guardProgram } from '../../../src/commands/guard/program.ts'
import { rawSample, sampleNames } from '../../plan/sample.ts'
import { guardWorld } from '../../support/guard-world.ts'
import { leaks, planted, plantsIn } from '../../support/planted.ts'
import { portsWithoutPerson } from '../../support/typed-guard.ts'
import { emittedStaging, wantedOfStaging } from '../../support/wanted.ts'

/** A value that may not be told stands in one text of a plan or of a command line: the guard tells it nowhere. */
const test = suite('the guard, what it never tells of a plan and of a command line')

const [first, ...others] = Object.values(planted)
const kinds = first === undefined ? [] : [first, ...others]
const of = guardWorld()
of.close()
const judgePlan = judge({ file: emittedStaging(), wanted: wantedOfStaging() })
const ledger = emptyLedger({ command: 'plan', stack: 'staging-eu' })

/** All that the guard tells of a plan, and what its document says of it. */
const toldOf = (plan: unknown): string => {
  const event = { _tag: 'Judged', judged: judgePlan(JSON.stringify(plan), 'bootstrap principal') } as const
  const document = JSON.stringify(noted(ledger, event, of.of('plan')))
  return [...eventLines(plain, event, 'stacks/staging-eu.ts'), document].join('\n')
}

/** A name in IAM has no space in it, and a part of such a name would be told as a session. */
const mayBe = (at: string, secret: string): boolean => !at.endsWith('.name') || !secret.includes(' ')

/** A plan has thousands of texts; of each plan other ones are planted, with two kinds of secrets. */
const EVERY = 503

for (const [index, name] of sampleNames.entries())
  test(`of the plan ${name}`, () => {
    const secrets = [0, 2].flatMap((turn) => kinds[(index + turn) % kinds.length] ?? [])
    const found = secrets.flatMap((secret, turn) =>
      plantsIn(rawSample(name), secret)
        .filter((_, place) => place % EVERY === (index * 13 + turn * 251) % EVERY)
        .filter(({ at, data }) => mayBe(at, secret.text) && toldOf(data).includes(secret.trace))
        .map(({ at }) => `${at} ${secret.text}`)
    )
    assert.equal(found, [])
  })

const typed = [
  'stacks/staging-eu.ts',
  'plan',
  '--proxy',
  'http://p.example:1',
  '--ca-bundle',
  'ca.pem',
  '--tofu',
  'tofu'
]

test('of a command line', async () => {
  for (const argv of [
    typed,
    ['stag*', 'apply', '-lock=false', '-x'],
    ['init', 'stacks/no-such.ts', '--proxy=p.example']
  ])
    for (const turn of kinds.keys()) {
      const run = async (data: unknown): Promise<string> => {
        const { ports, documents } = portsWithoutPerson()
        let said = ''
        const write = (text: string): void => void (said += text)
        const terminal = { out: write, err: write, paintOut: plain, paintErr: plain }
        const memory = { interrupted: async () => undefined }
        await guardProgram(ports, terminal, memory, '/project', data as ReadonlyArray<string>)()
        return [said, ...documents.values()].join('\n')
      }
      // One more word in front has the kinds stand elsewhere.
      assert.equal(await leaks([...Array(turn).fill('--no-color'), ...argv], [[]], run), [], argv.join(' '))
    }
})

test('of a folder that stays, and of a stack file, in what is said when tofu is interrupted', () => {
  const interruption = { asked: 1, isTerminalGone: false, lastAt: 0 }
  for (const { text, trace } of kinds)
    for (const file of [text, `stacks/${text}.ts`].map((word) => stackFileIn([word, 'plan'])))
      for (const lines of [keptLines(`/run/${text}`, file), interruptionLines(interruption, file)])
        assert.not.match(lines.join('\n'), trace)
})

test.run()
