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

test.run()
