import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import staging from '../project/stacks/staging-eu.ts'
import { reviewText } from '../../src/review/review-text.ts'
import type { Part } from '../../src/stack/part.ts'
import type { StackDeclaration } from '../../src/stack/stack.ts'
import { reviewed } from '../support/reviewed.ts'

/** The page as a person wrote it, before there was a program. */
const golden = readFileSync(new URL('staging-eu.md', import.meta.url), 'utf8')

const test = suite('REVIEW.md of staging-eu')

test('is the page that a person wrote', () => {
  const { declaration, parts } = staging
  assert.fixture(reviewText(reviewed(declaration as StackDeclaration, parts as ReadonlyArray<Part>)), golden)
})

test('repeats each tag as the emitted file beside it has it, also one that names an illness', () => {
  const { declaration, parts } = staging
  const tagged = { ...(declaration as StackDeclaration), tags: { Purpose: 'Multiple Sklerose' } }
  const page = reviewText(reviewed(tagged, parts as ReadonlyArray<Part>))
  assert.match(page, '| tag of everything | `Purpose` is `Multiple Sklerose` |')
})

test('is one screen: with the picture as one block, no more than 70 lines of text stand open', () => {
  for (const stack of ['staging-eu', 'production-eu']) {
    const page = readFileSync(new URL(`../project/out/${stack}/REVIEW.md`, import.meta.url), 'utf8')
    const open = page.replace(/<details>[\s\S]*?<\/details>/g, '').replace(/```mermaid[\s\S]*?```/g, 'picture')
    const lines = open.split('\n').filter((line) => line !== '' && !/^\| (?:---|what|who)/.test(line))
    assert.ok(lines.length <= 70, `${stack}: ${lines.length} lines`)
    for (const fact of ['account', 'environment', 'region', 'bucket', 'state key', 'lock table', 'AWS provider'])
      assert.match(open, new RegExp(`^\\| ${fact} \\|`, 'm'), `${stack}: ${fact}`)
  }
})

test.run()
