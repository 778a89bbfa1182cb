import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { brokenStacks } from '../charter/broken-stacks/all.ts'
import { sentences } from '../../src/registry/clauses.ts'
import { clauseTable } from './clause-table.ts'

const test = suite('clause table')

const lines = clauseTable().split('\n')
const cases = Object.values(brokenStacks).flat()

test('every sentence, every rule and every broken stack stands in it', () => {
  const text = clauseTable()
  for (const sentence of Object.values(sentences)) assert.ok(text.includes(`| ${sentence} |`), sentence)
  for (const { rule, title } of cases)
    assert.ok(text.includes(`\`${rule}\``) && text.includes(title), `${rule}: ${title}`)
})

test('each sentence has one row for each of its rules', () => {
  const pairs = new Set(cases.map(({ sentence, rule }) => `${sentence} ${rule}`))
  const rows = lines.slice(3, lines.indexOf(''))
  assert.is(rows.length, pairs.size)
  for (const line of rows) assert.match(line, /^\| (J\.\d\.\d §[\d.]+|) \| [^|]* \| `[a-z-0-9]+` \| `[a-z]+`: .+ \|$/)
})

test.run()
