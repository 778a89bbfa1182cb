import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type TreeEntry, idOf, inBytes, isObjectId, treeIdOf, treeOf } from '../../../src/outside/git/object.ts'

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

test('an id is written whole, in lower case, in one of two lengths', () => {
  for (const length of [40, 64]) assert.ok(isObjectId('0123456789abcdef'.repeat(4).slice(0, length)), String(length))
  for (const length of [0, 39, 41, 63, 65, 128]) assert.not.ok(isObjectId('a'.repeat(length)), String(length))
  for (const text of [`x${'a'.repeat(40)}`, `${'a'.repeat(40)}\n`, 'A'.repeat(40), 'g'.repeat(40)])
    assert.not.ok(isObjectId(text), text)
})

test('a path is compared as a tree writes it: the bytes of its UTF-8, one character each', () => {
  assert.is(inBytes('stacks/é.ts'), 'stacks/\u00c3\u00a9.ts')
})

const entry = fc.record(
  {
    mode: fc.constantFrom('40000', '100644', '100755', '100664', '120000', '160000'),
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

/** What git's own check of objects refuses in a tree. Source: Git, git-fsck, "badTree", "hasDot", "hasDotdot" and others. */
const noTrees: Readonly<Record<string, Buffer>> = {
  'an id that is cut off by one byte': written([{ mode: '100644', name: 'a', id: 'f'.repeat(38) }]),
  'no id': Buffer.from('100644 a\0'),
  'no end of the name': Buffer.from(`100644 ${'a'.repeat(40)}`),
  'no name': Buffer.from(`100644\0${'\u0001'.repeat(40)}`),
  'no space before the end of the name': Buffer.from(`100644\0 ${'\u0001'.repeat(40)}`),
  'an empty name': written([{ mode: '100644', name: '', id: 'f'.repeat(40) }]),
  'the folder itself': written([{ mode: '40000', name: '.', id: 'f'.repeat(40) }]),
  'the folder above': written([{ mode: '40000', name: '..', id: 'f'.repeat(40) }]),
  'a path for a name': written([{ mode: '100644', name: 'a/b', id: 'f'.repeat(40) }]),
  'a mode with a zero before it': written([{ mode: '040000', name: 'a', id: 'f'.repeat(40) }]),
  'one name twice': written([
    { mode: '100644', name: 'a', id: 'f'.repeat(40) },
    { mode: '40000', name: 'a', id: 'e'.repeat(40) }
  ])
}
for (const [what, bytes] of Object.entries(noTrees))
  test(`no tree is ${what}, and neither are the bytes behind an entry`, () => {
    const before = written([{ mode: '100755', name: 'run', id: 'd'.repeat(40) }])
    for (const given of [bytes, Buffer.concat([before, bytes])]) assert.is(treeOf(given, 20), undefined)
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
