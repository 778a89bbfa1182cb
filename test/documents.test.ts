import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withTables, withTree } from './support/document-tables.ts'

const test = suite('documents')

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

test('the tables of SECURITY.md are what the tests prove', () => {
  const text = read('SECURITY.md')
  assert.ok(withTables(text) === text, 'SECURITY.md is not what the tests prove: npm run docs writes it anew')
})

test('the source tree of CONTRIBUTING.md is the one that is there', () => {
  const text = read('CONTRIBUTING.md')
  assert.ok(withTree(text) === text, 'CONTRIBUTING.md shows another source tree: npm run docs writes it anew')
})

test.run()
