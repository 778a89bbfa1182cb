import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Cells } from '../../src/access/cells.ts'
import { type Change, difference, joined } from '../../src/access/difference.ts'
import { access, allow, bucket, policy } from './documents.ts'

const test = suite('changes that are joined')

const space: Cells = { cells: [0, 1, 2].map(() => ({}) as never), criteria: [], isComplete: true }
const spaces = new Map(['action', 'resource'].map((dimension) => [dimension, space]))
const cause = (id: string): Change['causes'][number] => ({ id, effect: 'Allow', keys: [] })

const change: Change = {
  turn: 'widens',
  undecided: [],
  cells: new Map([
    ['action', [0]],
    ['resource', [0]]
  ]),
  roles: ['one'],
  before: { level: 0, by: [] },
  after: { level: 2, by: ['a policy Some'] },
  causes: [cause('a')]
}
const besides: Change['cells'] = new Map([...change.cells, ['action', [1]]])

test('changes that differ in one part of a request are one, with all that they rest on', () => {
  const other: Change = { ...change, cells: besides, after: { level: 2, by: ['a policy Else'] } }
  assert.equal(joined([change, other], spaces), [
    {
      ...change,
      cells: new Map([
        ['resource', [0]],
        ['action', [0, 1]]
      ]),
      after: { level: 2, by: ['a policy Else', 'a policy Some'] }
    }
  ])
  const ofTwo = { ...change, roles: ['two'] }
  assert.equal(joined([change, ofTwo], spaces), [{ ...change, roles: ['one', 'two'] }])
})

/** Were one of these joined, a reader would be told of one request what is true of another. */
const apart: Readonly<Record<string, Partial<Change>>> = {
  'one widens and the other narrows': { turn: 'narrows' },
  'one is known and the other cannot be decided': { undecided: ['Mine'] },
  'another statement explains it': { causes: [cause('b')] },
  'nothing explains it': { causes: [] },
  'it got further before': { before: { level: 1, by: [] } },
  'it gets further after': { after: { level: 3, by: ['a policy Some'] } },
  'it is of another resource too': {
    cells: new Map([
      ['action', [1]],
      ['resource', [1]]
    ])
  },
  'it is of another role too': { roles: ['two'] }
}
for (const [what, more] of Object.entries(apart))
  test(`changes are told apart where ${what}`, () => {
    const both = [change, { ...change, cells: besides, ...more }]
    assert.equal(joined(both, spaces), both)
    assert.equal(joined(both.toReversed(), spaces), both.toReversed())
  })

test('what cannot be decided is joined, and all that it rests on is told', () => {
  const [first, second] = [
    { ...change, undecided: ['Mine'] },
    { ...change, cells: besides, undecided: ['Yours'] }
  ]
  assert.equal(
    joined([first, second], spaces).map(({ undecided }) => undecided),
    [['Mine', 'Yours']]
  )
})

test('a role is told apart from the other principals to whom the same happens', () => {
  const principal = 'principal'
  const all = new Map([...spaces, [principal, space]])
  const ofOthers: Change = { ...change, roles: [], cells: new Map([...change.cells, [principal, [1]]]) }
  assert.equal(joined([change, ofOthers], all), [change, ofOthers])
  assert.equal(joined([ofOthers, { ...ofOthers, cells: new Map([...change.cells, [principal, [2]]]) }], all).length, 1)
})

test('so many conditions that no answer would come in an hour: the comparison ends, and is not called complete', () => {
  const asking = (at: number, key: string) => allow({ Condition: { StringEquals: { [`a${at}`]: 'x', [key]: 'y' } } })
  const all = Array.from({ length: 24 }, (_, at) => asking(at, `b${at}`))
  const { isComplete } = difference(access(policy(...all)), access(policy(...all, asking(0, 'c'))))
  assert.is(isComplete, false)
  assert.is(difference(access(policy()), access(policy(allow({ Resource: bucket })))).isComplete, true)
})

test.run()
