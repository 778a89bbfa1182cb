import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { type RecordPorts, recording } from '../../../src/commands/guard/record.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import type { PrivateFailure } from '../../../src/outside/files/files.port.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { digest } from '../../support/kinds.ts'

/** The last document of a run: where it lies, or the document itself where it cannot be stored. */
const test = suite('the last document of a run')

const completing = async (exitCode: number, failure?: PrivateFailure) => {
  const [out, err, asked] = [[], [], []] as [Array<string>, Array<string>, Array<string>]
  const ports: RecordPorts = {
    clock: { ...clock, now: () => momentAt(Date.UTC(2026, 0, 31, 12)) },
    newId: () => '0123456789abcdef',
    program: digest('b'.repeat(64)),
    isSandbox: false,
    evidence: {
      write: (stack, name, text) => async () => {
        asked.push(`${stack}/${name}`, text)
        return failure === undefined ? E.right('evidence/x.json') : E.left(failure)
      }
    }
  }
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    paintOut: plain,
    paintErr: plain
  }
  const evidence = recording(ports, { command: 'plan', stack: 'staging-eu' })
  const code = await evidence.complete(terminal, { reason: 'Done', objections: [], exitCode })()
  const noted = await evidence.note()
  return { code, out, err, noted, name: asked[0], text: asked[1] ?? '' }
}

test('it is stored under its moment, its command and eight digits, and its place is told', async () => {
  for (const exitCode of [0, 3]) {
    const { code, out, err, noted, name } = await completing(exitCode)
    assert.equal([code, err, noted], [exitCode, [], E.right(undefined)])
    assert.equal(out, ['\nevidence    evidence/x.json\n'])
    assert.is(name, 'staging-eu/2026-01-31T120000000Z-plan-01234567')
  }
})

for (const [failure, why] of [
  [{ _tag: 'NotPrivate', path: 'evidence', why: 'can be read by others' }, 'can be read by others'],
  [{ _tag: 'SystemRefused', path: 'evidence', code: 'ENOSPC', message: 'no space left' }, 'no space left']
] as const)
  test(`where it cannot be stored because ${why}, it is shown whole, and the run is not one that went well`, async () => {
    for (const [exitCode, expected] of [
      [0, 1],
      [3, 3]
    ] as const) {
      const { code, out, err, noted, text } = await completing(exitCode, failure)
      assert.equal([code, out, noted], [expected, [], E.left(failure)])
      assert.equal(err, [
        `the evidence cannot be stored in evidence: ${why}\nWhat this means and why: npm run explain -- not-stored\nKeep it yourself; it is:\n${text}\n`
      ])
      assert.match(text, /"exitCode": (?:0|3)/)
    }
  })

test('one document is stored after the other, the last of a run last', async () => {
  const course: Array<string> = []
  const waiting: Array<() => void> = []
  const ports = {
    clock: { ...clock, now: () => momentAt(Date.UTC(2026, 0, 31, 12)) },
    newId: () => '0123456789abcdef',
    program: digest('b'.repeat(64)),
    isSandbox: false,
    evidence: {
      write: (_stack: string, _name: string, text: string) => async () => {
        const what = text.includes('"completed": true') ? 'last' : 'first'
        course.push(`${what} begins`)
        await new Promise<void>((resolve) => waiting.push(resolve))
        course.push(`${what} ends`)
        return E.right('evidence/x.json')
      }
    }
  } as unknown as RecordPorts
  const evidence = recording(ports, { command: 'plan', stack: 'staging-eu' })
  const quiet = { out: () => undefined, err: () => undefined, paintOut: plain, paintErr: plain }
  const both = [evidence.note(), evidence.complete(quiet, { reason: 'Done', objections: [], exitCode: 0 })()]
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    waiting.shift()?.()
  }
  await Promise.all(both)
  assert.equal(course, ['first begins', 'first ends', 'last begins', 'last ends'])
})

test.run()
