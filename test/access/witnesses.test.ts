import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cellsOf } from '../../src/access/cells.ts'
import type { Change } from '../../src/access/difference.ts'
import { type Witness, witnesses } from '../../src/access/witnesses.ts'

const test = suite('what explains changes')

const keys: ReadonlyArray<string> = ['key k']
const causes = {
  a: { id: 'a', effect: 'Allow', keys },
  b: { id: 'b', effect: 'Deny', keys },
  m: { id: 'm', effect: 'Allow', keys }
} as const

type Cells = Readonly<Record<string, ReadonlyArray<number>>>

/** A change that these causes explain. */
const change = (names: string, cells: Cells, of: Partial<Change> = {}): Change => ({
  turn: 'widens',
  undecided: [],
  cells: new Map(Object.entries(cells)),
  roles: ['r'],
  before: { level: 0, by: [] },
  after: { level: 2, by: [] },
  causes: names.split('').map((name) => causes[name as keyof typeof causes]),
  ...of
})

const one = cellsOf('key k', [], 'aws')
const five = { ...one, cells: Array.from({ length: 5 }, () => one.cells).flatMap(([cell]) => cell ?? []) }
const spaces = new Map(['action', 'resource', 'principal', 'key k', 'key l'].map((name) => [name, five]))
const found = (...changes: ReadonlyArray<Change>): ReadonlyArray<Witness> => witnesses(changes, spaces)
const written = (box: ReadonlyMap<string, ReadonlyArray<number>>): Cells => Object.fromEntries(box)

test('one cause that explains both changes is told, not two that explain one each', () => {
  const all = found(change('am', { action: [0] }), change('bm', { action: [1], resource: [2] }))
  assert.equal(
    all.map(({ parts }) => parts.length),
    [2]
  )
})

test('of two causes that explain as much, the first by name is told', () => {
  assert.equal(
    found(change('ba', { action: [0] })).map(({ effect }) => effect),
    ['Allow']
  )
})

test('one change is told exactly, with its conditions apart from its things', () => {
  const [told] = found(change('a', { action: [0], principal: [3], 'key k': [1] }, { roles: [] }))
  assert.equal(written(told?.box ?? new Map()), { action: [0], principal: [3] })
  assert.equal(told?.ways.map(written), [{ 'key k': [1] }])
  assert.equal([told?.isExact, told?.roles, told?.parts.length], [true, [], 1])
  assert.equal(found(change('a', { action: [0] }))[0]?.ways, [])
})

test('changes that fill more than one box are told by the box around them, with the conditions of their cause', () => {
  const [told, ...others] = found(
    change('m', { action: [0], 'key k': [0], 'key l': [0] }, { roles: ['r', 's'] }),
    change('m', { action: [1], 'key k': [1], 'key l': [1] }),
    change('m', { action: [1], principal: [4], 'key k': [1] }, { roles: [] })
  )
  assert.equal(others, [])
  assert.equal(written(told?.box ?? new Map()), { action: [0, 1], principal: [4] })
  assert.equal(told?.ways.map(written), [{ 'key k': [0, 1] }])
  assert.equal([told?.isExact, told?.roles.toSorted(), told?.turn], [false, ['r', 's'], 'widens'])
})

test('up to three ways to meet the conditions are told apart, and more are one', () => {
  const both = { id: 'both', effect: 'Allow', keys: ['key k', 'key l'] } as const
  const ways = (count: number) =>
    found(
      ...Array.from({ length: count }, (_, index) =>
        change('', { action: [index], 'key k': [index], 'key l': [index] }, { causes: [both] })
      )
    ).map((told) => told.ways.map(written))
  assert.equal(ways(3), [[0, 1, 2].map((index) => ({ 'key k': [index], 'key l': [index] }))])
  assert.equal(ways(4), [[{ 'key k': [0, 1, 2, 3], 'key l': [0, 1, 2, 3] }]])
})

test('more than three ways that have no key in common ask for nothing together', () => {
  const both = { id: 'both', effect: 'Allow', keys: ['key k', 'key l'] } as const
  const ways: ReadonlyArray<Cells> = [
    { 'key k': [0], 'key l': [0] },
    { 'key k': [1], 'key l': [1] },
    { 'key k': [2] },
    { 'key l': [3] }
  ]
  const [told, ...others] = found(
    ...ways.map((way, index) => change('', { action: [index], ...way }, { causes: [both] }))
  )
  assert.equal([told?.ways, others], [[], []])
})

test('a box of roles alone names no other principal', () => {
  const [told] = found(change('m', { action: [0] }), change('m', { action: [1], resource: [2] }))
  assert.equal([...(told?.box.keys() ?? [])], ['action'])
})

test('what another one says already is part of that one, with the changes of both', () => {
  for (const list of [
    [change('a', { action: [1], resource: [3] }), change('b', { action: [1, 2] })],
    [change('b', { action: [1, 2] }), change('a', { action: [1], resource: [3] })]
  ]) {
    const all = found(...list)
    assert.is(all.length, 1)
    assert.is(all[0]?.parts.length, 2)
    assert.equal(written(all[0]?.box ?? new Map()), { action: [1, 2] })
  }
})

test('what widens, what may widen and what narrows are told apart', () => {
  const cells = { action: [0] }
  const all = found(
    change('a', cells),
    change('a', cells, { turn: 'narrows' }),
    change('', cells, { undecided: ['x'] })
  )
  assert.equal(
    all.map(({ turn, effect }) => [turn, effect]),
    [
      ['widens', 'Allow'],
      ['narrows', 'Allow'],
      ['widens', undefined]
    ]
  )
})

test.run()
