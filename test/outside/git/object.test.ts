import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type TreeEntry, idOf, inBytes, treeIdOf, treeOf } from '../../../src/outside/git/object.ts'

const test = suite('the objects of git')

/** The other way round, as git documents a tree: mode, a space, name, NUL, the id in binary. */
const written = (entries: ReadonlyArray<TreeEntry>): Buffer =>
  Buffer.concat(
    entries.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(id, 'hex')])
  )

test('the ids are those that git documents', () => {
  // Pro Git, "Git Objects"; git hash-object of the empty blob and tree in both formats.
  assert.is(
    idOf({ type: 'blob', bytes: Buffer.from('what is up, doc?') }, 'bd9dbf5aae1a3862dd1526723246b20206e5fc37'),
    'bd9dbf5aae1a3862dd1526723246b20206e5fc37'
  )
  assert.is(idOf({ type: 'tree', bytes: Buffer.alloc(0) }, '0'.repeat(40)), '4b825dc642cb6eb9a060e54bf8d69288fbee4904')
  assert.is(
    idOf({ type: 'tree', bytes: Buffer.alloc(0) }, '0'.repeat(64)),
    '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
  )
})

const entry = fc.record(
  {
    mode: fc.constantFrom('40000', '100644', '100755', '120000', '160000'),
    name: fc.string({ minLength: 1, maxLength: 12 }).map((text) => inBytes(`n${text.replaceAll(/[/\0]/g, '')}`)),
    id: fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('hex'))
  },
  { noNullPrototype: true }
)
const tree = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 6 })

test('a tree is read as it was written', () => {
  fc.assert(
    fc.property(tree, (entries) => assert.equal(treeOf(written(entries), 20), entries)),
    { seed: 15, numRuns: 500 }
  )
})

test('bytes that are taken for a tree are written back as the same bytes, and none end in a crash', () => {
  const mutation = fc.record({ at: fc.nat(400), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 3 }) })
  const mutated = fc.tuple(tree, fc.array(mutation, { minLength: 1, maxLength: 4 })).map(([entries, changes]) =>
    changes.reduce((bytes, { at, remove, insert }) => {
      const from = at % (bytes.length + 1)
      return Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)])
    }, written(entries))
  )
  let taken = 0
  fc.assert(
    fc.property(mutated, (bytes) => {
      const entries = treeOf(bytes, 20)
      if (entries === undefined) return
      taken += 1
      assert.equal(written(entries), bytes)
      assert.is(new Set(entries.map(({ name }) => name)).size, entries.length)
      assert.not(entries.some(({ name }) => ['', '.', '..'].includes(name) || /[/\0]/.test(name)))
    }),
    { seed: 15, numRuns: 20_000 }
  )
  assert.ok(taken > 1000)
})

test('only the first line of a commit names its tree', () => {
  const id = 'a'.repeat(40)
  assert.is(treeIdOf(Buffer.from(`tree ${id}\nauthor x`), 20), id)
  for (const text of [
    '',
    `parent ${id}\n`,
    `tree ${id}`,
    ` tree ${id}\n`,
    `tree ${'a'.repeat(64)}\n`,
    `tree ${'g'.repeat(40)}\n`
  ])
    assert.is(treeIdOf(Buffer.from(text), 20), undefined)
})

test.run()
