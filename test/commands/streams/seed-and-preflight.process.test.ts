import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type PreflightProgramPorts, preflightProgram } from '../../../src/commands/preflight/program.ts'
import { type SeedProgramPorts, seedProgram } from '../../../src/commands/seed/program.ts'
import { eachRefused, only, parts, silent, terminalTo } from '../../support/broken-projects.ts'

/** No secret of a broken stack reaches the screen of seed and preflight. */
const test = suite('what seed and preflight write of broken stacks')

const memory = { exists: () => [], interrupted: async () => undefined }

for (const { title, some } of parts)
  test(title, () =>
    eachRefused(some, async ({ root, source, shared, stack }) => {
      const said: Array<string> = []
      const terminal = terminalTo(said)
      const codes = [
        await seedProgram(only<SeedProgramPorts>(shared), terminal, memory, root, [source])(),
        await preflightProgram(only<PreflightProgramPorts>(shared), terminal, root, [source])(),
        await preflightProgram(only<PreflightProgramPorts>(shared), terminal, root, [source, '--json'])()
      ]
      assert.not.ok(codes.includes(0), `${source}: ${codes.join()} ${said.join('')}`)
      assert.is(said.length, 3, said.join(''))
      silent(said.join(''), [stack], stack.what)
    })
  )

test.run()
