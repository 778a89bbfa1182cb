import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { StackFiles } from '../../../src/outside/stack/files.ts'
import { meantFile, meantStack } from '../../../src/outside/stack/meant.ts'

const test = suite('what a misspelt name was meant to be')

const files = new Map(
  ['stacks/staging-eu.ts', 'stacks/production-eu.ts', 'stacks/shared/staging-eq.ts', 'stacks/a.ts'].map((path) => [
    path,
    { _tag: 'Read', path, text: '' }
  ])
) as unknown as StackFiles

test('a stack is meant by its own name, directly in stacks/', () => {
  const begin = 'To begin another stack: npm run new'
  assert.is(meantStack(files, 'stacks/staging-ue.ts'), `Did you mean staging-eu? ${begin}`)
  assert.is(meantStack(files, 'stacks/Production-eu.ts'), `Did you mean production-eu? ${begin}`)
  assert.is(meantStack(files, 'stacks/staging-eq.ts'), `Did you mean staging-eu? ${begin}`)
})

test('of a name that is near to none, what there is and how to begin one', () => {
  const all = 'Correct the name, or begin the stack: npm run new'
  for (const name of ['other-eu', 'b']) assert.is(meantStack(files, `stacks/${name}.ts`), all, name)
})

test('an imported file is meant as the importing file writes it, and never that file itself', () => {
  assert.is(meantFile(files, 'stacks/a.ts', 'stacks/shared/staging-ep.ts'), './shared/staging-eq.ts')
  assert.is(meantFile(files, 'stacks/shared/b.ts', 'stacks/staging-ev.ts'), '../staging-eu.ts')
  assert.is(meantFile(files, 'stacks/staging-eu.ts', 'stacks/staging-e.ts'), undefined)
})

test.run()
