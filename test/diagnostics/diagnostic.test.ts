import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { placeOf } from '../../src/diagnostics/diagnostic.ts'

const test = suite('where in a text from outside something is wrong')

/** Names as OpenTofu writes them are said; any other can be the name of a person, or a secret. */
const places: ReadonlyArray<readonly [path: ReadonlyArray<string | number>, text: string]> = [
  [[], 'its outermost level'],
  [['resources', 3, 'type'], 'resources.3.type'],
  [['a', 'b_c_', 0], 'a.b_c_.0'],
  [['a'.repeat(31)], 'a'.repeat(31)],
  [['a'.repeat(32)], '(a key of 32 characters)'],
  [['tags', 'Jane', 'note'], 'tags.(a key of 4 characters).note'],
  [
    ['janeD', '9a', '_a', 'a1', ''].map(String),
    [5, 2, 2, 2, 0].map((size) => `(a key of ${size} characters)`).join('.')
  ]
]

for (const [path, text] of places)
  test(text, () => {
    assert.is(placeOf([{ at: path }]), text)
  })

test('it is the place of the first problem, and the outermost level where none is known', () => {
  assert.is(placeOf([{ at: ['first'] }, { at: ['second'] }]), 'first')
  for (const problems of [[], [{}], [{}, { at: ['second'] }]]) assert.is(placeOf(problems), 'its outermost level')
})

test.run()
