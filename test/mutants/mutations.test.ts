import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isAsked } from './asked.ts'
import { mutationsOf } from './mutations.ts'
import { drawn } from './random.ts'
import { testsOf } from './tests-of.ts'

const test = suite('mutants')

/** What a text becomes by each of its mutations. */
const mutantsOf = (text: string): ReadonlyArray<string> =>
  mutationsOf('a.ts', text).map(({ start, end, by }) => text.slice(0, start) + by + text.slice(end))

const changes: Readonly<Record<string, ReadonlyArray<string>>> = {
  'const a = b < c': ['const a = b <= c', 'const a = b >= c'],
  'const a = b && c': ['const a = b || c'],
  'const a = !b': ['const a = b'],
  'const a = b ? c : d': ['const a = true ? c : d', 'const a = false ? c : d'],
  "const a = 'words'": ["const a = ''"],
  'const a = 1': ['const a = 2', 'const a = 0'],
  'const a = true': ['const a = false'],
  'const a = /^x{2}y+$/': ['const a = /x{2}y+$/', 'const a = /^x{3}y+$/', 'const a = /^x{2}y$/', 'const a = /^x{2}y+/'],
  'const a = [b, c]': ['const a = [c]', 'const a = [b]'],
  'const a = b.filter(c)': ['const a = b.filter()', 'const a = b']
}
for (const [text, expected] of Object.entries(changes))
  test(`${text} has each of its mutants, and no other`, () => {
    assert.equal(mutantsOf(text).toSorted(), expected.toSorted())
  })

test('types and imports have none', () => {
  assert.equal(mutantsOf("import { a } from 'b'\nexport type A = 'x' | 'y'\n"), [])
})

test('a part of the source is asked for by texts in its paths, or by one line', () => {
  const all = ['src/plan/drift.ts', 'src/commands/plan/a.ts'].flatMap((path) =>
    [1, 12].map((line) => [path, line] as const)
  )
  const asked = (within: string, out = '') =>
    all.filter(([path, line]) => isAsked({ in: within, out }, path, line)).map(([path, line]) => `${path}:${line}`)
  const [first, second, third, fourth] = all.map(([path, line]) => `${path}:${line}`)
  assert.equal(asked('src/'), [first, second, third, fourth])
  assert.equal(asked('src/', 'src/commands/'), [first, second])
  assert.equal(asked('plan/'), [first, second, third, fourth])
  assert.equal(asked('src/plan/drift.ts:12'), [second])
  assert.equal(asked('src/plan/drift.ts:1'), [first])
  assert.equal(asked('src/plan/drift.ts:12', 'drift'), [])
})

test('a seed draws the same order each time, another seed another one, and each once', () => {
  const items = Array.from({ length: 40 }, (_, id) => ({ id, kind: String(id % 3) }))
  const order = (seed: number) => drawn(items, seed).map(({ id }) => id)
  assert.equal(order(1), order(1))
  assert.not.equal(order(1), order(2))
  assert.equal(
    order(1).toSorted((a, b) => a - b),
    items.map(({ id }) => id)
  )
})

test('tests that touch a file come near and quick first, with the processes of each command that imports it', () => {
  const imports = new Map([
    ['src/plan/drift.ts', []],
    ['src/plan/plan.ts', ['src/plan/drift.ts']],
    ['src/commands/guard/main.ts', ['src/plan/plan.ts']],
    ['src/commands/new/main.ts', []],
    ['test/plan/drift.long.test.ts', ['src/plan/drift.ts']],
    ['test/plan/drift.test.ts', ['src/plan/drift.ts']],
    ['test/wire/plan.test.ts', ['src/plan/plan.ts']],
    ['test/plan/plan.process.test.ts', []],
    ['test/commands/guard/exits.process.test.ts', []],
    ['test/commands/new/main.process.test.ts', []],
    ['test/e2e/plan.test.ts', ['src/plan/plan.ts']],
    ['test/other.process.test.ts', []],
    ['test/other.test.ts', []]
  ])
  assert.equal(testsOf(imports, 'src/plan/drift.ts'), [
    'test/plan/drift.test.ts',
    'test/plan/plan.process.test.ts',
    'test/commands/guard/exits.process.test.ts',
    'test/wire/plan.test.ts',
    'test/plan/drift.long.test.ts'
  ])
})

test.run()
