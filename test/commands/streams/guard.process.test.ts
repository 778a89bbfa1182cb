import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GuardProgramPorts, guardProgram } from '../../../src/commands/guard/program.ts'
import {
  eachRefused,
  evidenceIn,
  inProject,
  nameOf,
  only,
  parts,
  refusedGuard,
  silent,
  terminalTo
} from '../../support/broken-projects.ts'

/** No secret of a broken stack reaches the screen or the evidence of the guard. */
const test = suite('what the guard writes of broken stacks')

const memory = { exists: () => [], interrupted: async () => undefined }

for (const { title, some } of parts)
  test(title, () =>
    eachRefused(some, async ({ root, source, shared, stack }) => {
      const said: Array<string> = []
      const stored: Array<string> = []
      const ports = only<GuardProgramPorts>({
        ...shared,
        clock: { now: () => 0, written: () => '2026-01-01T00:00:00.000Z' } as never,
        newId: () => '00000000-0000-4000-8000-000000000000',
        program: 'a'.repeat(64) as never,
        isSandbox: false,
        evidence: {
          write: (_stack, _name, text) => async () => {
            stored.push(text)
            return { _tag: 'Right', right: 'evidence/x.json' }
          }
        }
      })
      assert.is.not(await guardProgram(ports, terminalTo(said), memory, root, [source, 'plan'])(), 0)
      silent(said.join(''), [stack], `${stack.what}: screen`)
      silent(stored.join('\n'), [stack], `${stack.what}: evidence`)
      assert.match(stored.join('\n'), '"NotEmitted"')
    })
  )

test('the evidence of real runs', async () => {
  for (const { some } of parts)
    await inProject(some.slice(0, 10), async (made) => {
      for (let index = 0; index < 2; index += 1) await refusedGuard(made, nameOf(index))
      assert.match(evidenceIn(made), '"NotEmitted"')
      silent(evidenceIn(made), some, 'evidence')
    })
})

test.run()
