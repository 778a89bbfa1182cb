import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { evidenceIn, inProject, leaksIn, nameOf, one, refusedGuard } from '../../support/broken-projects.ts'
import { runCommand } from '../../support/temp-project.ts'

const test = suite('a leak of a broken stack')

/** A defect in each of the four outputs, as code that runs before the command. */
const planted = (secret: string): Readonly<Record<string, string>> => {
  const leak = JSON.stringify(` ${secret} `)
  const inJson = `const real = JSON.stringify
JSON.stringify = (value, ...more) => {
  const isDocument = typeof value === 'object' && value !== null && more[1] === 2
  return real(isDocument ? { leak: ${leak}, value } : value, ...more)
}`
  return {
    stdout: `process.once('exit', () => process.stdout.write(${leak}))`,
    stderr: `process.once('exit', () => process.stderr.write(${leak}))`,
    '--json': inJson,
    evidence: inJson
  }
}

test('a leak that is planted in one of the four outputs is seen there, and in no other', async () => {
  const some = one
  const [{ secret } = { secret: '' }] = some
  await inProject(some, async (made) => {
    for (const [where, preload] of Object.entries(planted(secret))) {
      const { stdout, stderr } =
        where === 'evidence'
          ? await refusedGuard(made, nameOf(0), preload)
          : await runCommand('emit', where === '--json' ? ['--json'] : [], { cwd: made.root, preload })
      const texts = { stdout, stderr, evidence: where === 'evidence' ? evidenceIn(made) : '' }
      const seen = Object.entries(texts).flatMap(([name, text]) => (leaksIn(text, some).length > 0 ? [name] : []))
      assert.equal(seen, [where === '--json' ? 'stdout' : where], where)
    }
  })
})

test.run()
