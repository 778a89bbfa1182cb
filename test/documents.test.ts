import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withTables } from './support/document-tables.ts'

const test = suite('documents')

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

test('the tables of SECURITY.md are what the tests prove', () => {
  const text = read('SECURITY.md')
  assert.ok(withTables(text) === text, 'SECURITY.md is not what the tests prove: npm run docs writes it anew')
})

test.run()
