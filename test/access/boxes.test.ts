import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Box, expanded, hullOf, isWithin } from '../../src/access/boxes.ts'
import { cellsOf } from '../../src/access/cells.ts'

const test = suite('boxes of cells')

type Written = Readonly<Record<string, ReadonlyArray<number>>>
const box = (of: Written): Box => new Map(Object.entries(of))
const written = (of: Box): Written => Object.fromEntries(of)

/** A dimension with so many cells. */
const space = (size: number) => {
  const one = cellsOf('key aws:some', [], 'aws')
  return { ...one, cells: Array.from({ length: size }, () => one.cells).flatMap(([cell]) => cell ?? []) }
}
const wide = (boxes: ReadonlyArray<Written>, sizes: Readonly<Record<string, number>>): ReadonlyArray<Written> =>
  expanded(boxes.map(box), new Map(Object.entries(sizes).map(([name, size]) => [name, space(size)]))).map(written)

test('a box is within another when each dimension of the other holds all of its cells', () => {
  for (const [inner, outer, isSo] of [
    [{ a: [1] }, {}, true],
    [{}, {}, true],
    [{}, { a: [1] }, false],
    [{ a: [1] }, { a: [0, 1] }, true],
    [{ a: [0, 1] }, { a: [1] }, false],
    [{ a: [1], b: [2] }, { a: [1] }, true],
    [{ a: [1] }, { a: [1], b: [2] }, false],
    [{ a: [1], b: [3] }, { a: [1], b: [2] }, false]
  ] as ReadonlyArray<readonly [Written, Written, boolean]>)
    assert.is(isWithin(box(inner), box(outer)), isSo, JSON.stringify([inner, outer]))
})

test('the smallest box around some has the dimensions that all have, with each cell once and in order', () => {
  const hull = (...boxes: ReadonlyArray<Written>): Written => written(hullOf(boxes.map(box)))
  assert.equal(hull({ a: [10, 2] }, { a: [9, 2] }), { a: [2, 9, 10] })
  assert.equal(hull({ a: [1], b: [0] }, { a: [2] }), { a: [1, 2] })
  assert.equal(hull({ a: [1] }, { b: [0], a: [2] }, { b: [1] }), {})
  assert.equal(hull({ a: [1], b: [0] }), { a: [1], b: [0] })
  assert.equal(hull(), {})
})

/** What a person would draw on paper. Where two boxes fill a line, one sentence tells it. */
const drawn: ReadonlyArray<readonly [string, ReadonlyArray<Written>, Readonly<Record<string, number>>, unknown]> = [
  ['two halves are the whole', [{ a: [0] }, { a: [1] }], { a: 2 }, [{}]],
  ['two of three parts stay as they are', [{ a: [0] }, { a: [1] }], { a: 3 }, [{ a: [0] }, { a: [1] }]],
  ['one box stays as it is', [{ a: [0, 1] }], { a: 2 }, [{ a: [0, 1] }]],
  [
    'a corner grows along the box beside it',
    [{ a: [0] }, { a: [1], b: [0] }],
    { a: 2, b: 2 },
    [{ a: [0] }, { b: [0] }]
  ],
  ['a box inside of a later one goes', [{ a: [0] }, { a: [0, 1] }], { a: 3 }, [{ a: [0, 1] }]],
  ['a box inside of an earlier one goes', [{ a: [0, 1] }, { a: [1] }], { a: 3 }, [{ a: [0, 1] }]],
  ['of two equal ones one stays', [{ a: [1] }, { a: [1] }], { a: 3 }, [{ a: [1] }]],
  [
    'two corners that do not meet stay',
    [
      { a: [0], b: [0] },
      { a: [1], b: [1] }
    ],
    { a: 2, b: 2 },
    [
      { a: [0], b: [0] },
      { a: [1], b: [1] }
    ]
  ]
]
for (const [title, boxes, sizes, expected] of drawn) test(title, () => assert.equal(wide(boxes, sizes), expected))

test('boxes of 4,096 points are made wider, and boxes of more stay as they are', () => {
  const halves = (size: number) => [{ a: [0] }, { a: Array.from({ length: size - 1 }, (_, index) => index + 1) }]
  assert.equal(wide(halves(4096), { a: 4096 }), [{}])
  assert.equal(wide(halves(4097), { a: 4097 }), halves(4097))
  const square = [{ a: [0] }, { a: [1], b: [0] }]
  assert.equal(wide(square, { a: 2, b: 2048 }), [{ a: [0] }, { b: [0] }])
  assert.equal(wide(square, { a: 2, b: 2049 }), square)
})

test('boxes that hold everything are one, and a dimension of unknown size stays as it is', () => {
  assert.equal(wide([{}, {}], {}), [{}])
  assert.equal(wide([{ a: [0] }, { a: [1] }], {}), [{ a: [0] }, { a: [1] }])
})

test.run()
