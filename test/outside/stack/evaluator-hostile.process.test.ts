import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { evaluatorWith } from '../../support/stack-evaluator.ts'
import { inTempProject, runChild } from '../../support/temp-project.ts'
import { said } from './said.ts'

const good = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')

/** A good stack that also leaves a file behind, in one way or another. */
const leaving = (path: string): Readonly<Record<string, string>> => ({
  'an import': `import { writeFileSync } from 'node:fs'\n${good}\nwriteFileSync('${path}', '')`,
  'a dynamic import': `${good}\n;(await import('node:fs')).writeFileSync('${path}', '')`,
  'a built-in module': `${good}\n;(process as any).getBuiltinModule('node:fs').writeFileSync('${path}', '')`,
  'a way behind a value': `${good}\n;(stack as any).constructor('return process')().getBuiltinModule('node:fs').writeFileSync('${path}', '')`
})

const test = suite('stack evaluator, where a stack does more than declare')

for (const what of Object.keys(leaving('')))
  test(`${what}: refused, and nothing of it happens`, () =>
    inTempProject({}, async ({ root, at, has, write }) => {
      const text = leaving(at('effect'))[what] ?? ''
      write('other/staging-eu.ts', text)
      const ran = await runChild(at('other/staging-eu.ts'), [], { cwd: root })
      assert.is(has('effect'), true, `run by itself it has its effect: ${ran.stderr}`)

      write('stacks/staging-eu.ts', text.replace("'effect'", "'effect'").replaceAll(at('effect'), at('effect-2')))
      const all = said(await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, ['stacks/staging-eu.ts'])())
      assert.match(all['stacks/staging-eu.ts']?.join() ?? '', 'stack-is-a-declaration')
      assert.is(has('effect-2'), false)
    }))

test('nothing of a refused stack runs, not even a file that it shares', () =>
  inTempProject(
    {
      'stacks/a.ts': "import './shared/loop.ts'\nexport default process.env",
      'stacks/shared/loop.ts': 'for (;;) {}'
    },
    async ({ root }) => {
      const all = said(await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, ['stacks/a.ts'])())
      assert.is(all['stacks/a.ts']?.length, 1)
      assert.match(all['stacks/a.ts']?.join() ?? '', 'stack-is-a-declaration stacks/a.ts:2:16')
    }
  ))

test.run()
