import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { type Entry, entries } from './entries.ts'

/**
 * Names of keys by kind and language, how to sign in told in words, and visits: lists that were written before the rules on them.
 * The fifth list was judged once before that: 68 of 100 were found and none was stopped. It asks most for what the fourth showed.
 * The sixth asks for nothing else, was judged once after that, and 40 of its 79 were found. Of the seventh 221 of 260 were found
 * and 16 of 260 harmless ones stopped, all of them near to the border.
 */
const test = suite('kinds of sensitive values')

const isFound = (key: string, value: string): boolean => sensitiveData({ tags: { [key]: value } }, []).length > 0

const rows = entries('names').flatMap(({ key: kind, value: rest }) => {
  const at = rest.lastIndexOf('=')
  return rest
    .slice(at + 1)
    .split(' ')
    .map((name) => ({ kind, name, value: rest.slice(0, at) }))
})

for (const kind of new Set(rows.map((row) => row.kind)))
  test(`names that lead to a value of one kind are known: ${kind}`, () => {
    const all = rows.filter((row) => row.kind === kind)
    const missed = all.filter(({ name, value }) => !isFound(name, value)).map(({ name }) => name)
    assert.ok(all.length >= 30 && missed.length <= all.length * 0.04, missed.join(' '))
  })

const missedOf = (list: ReadonlyArray<Entry>): ReadonlyArray<string> =>
  list.filter(({ key, value }) => !isFound(key, value)).map(({ line }) => line)

for (const [file, share] of [
  ['told', 0.02],
  ['visits', 0.15],
  ['fifth', 0.02],
  ['sixth', 0.06],
  ['seventh', 0.04]
] as const)
  test(`the sensitive values of a list are found: ${file}`, () => {
    const all = entries(file)
    const missed = missedOf(all)
    assert.ok(all.length > 40 && missed.length <= all.length * share, missed.join('\n'))
  })

for (const file of ['harmless-names', 'neighbours', 'fifth-harmless', 'seventh-harmless'])
  test(`the harmless values of a list pass: ${file}`, () => {
    const all = entries(file)
    const stopped = all.filter(({ key, value }) => isFound(key, value)).map(({ line }) => line)
    assert.ok(all.length > 100 && stopped.length <= all.length * 0.02, stopped.join('\n'))
  })

test.run()
