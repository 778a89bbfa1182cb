import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { digestOf, readInputs, root } from '../../bin/bundle.js'

const inputs = readInputs()
const versions = { bundler: '0.28.2', node: '20.19.0' }
const now = digestOf(inputs, versions)

const named = [...inputs.keys()].map((path) => path.slice(root.length + 1))

const changed = (path: string, change: (bytes: Buffer) => Buffer): ReadonlyMap<string, Buffer> =>
  new Map([...inputs].map(([name, bytes]) => [name, name === path ? change(bytes) : bytes]))

const test = suite('the digest of a program')

test('is made of the sources, of what builds them, and of what npm installs', () => {
  for (const path of [
    'src/commands/emit/main.ts',
    'src/stack/stack.ts',
    'bin/bundle.js',
    'package.json',
    'package-lock.json'
  ])
    assert.ok(named.includes(path), path)
  assert.equal(
    named.filter((path) => !/^(src|bin)\/|^package(-lock)?\.json$/.test(path)),
    []
  )
})

test('one byte of any input is another program', () => {
  const digests = [...inputs.keys()].map((path) =>
    digestOf(
      changed(path, (bytes) => {
        const copy = Buffer.from(bytes)
        copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 1, copy.length >> 1)
        return copy
      }),
      versions
    )
  )
  assert.is(new Set([now, ...digests]).size, inputs.size + 1)
})

test('so is another name, a byte that moves to the next file, a file more and a file less', () => {
  const entries = [...inputs]
  const [[path, bytes] = ['', Buffer.of()], [next, more] = ['', Buffer.of()], ...rest] = entries
  const others = [
    new Map([[`${path}x`, bytes], [next, more], ...rest]),
    new Map([[path, bytes.subarray(0, -1)], [next, Buffer.concat([bytes.subarray(-1), more])], ...rest]),
    new Map([...entries, [`${root}/src/more.ts`, Buffer.of()]]),
    new Map(rest)
  ]
  assert.is(new Set([now, ...others.map((other) => digestOf(other, versions))]).size, others.length + 1)
})

test('so is another bundler or another major of Node, but not another patch of Node', () => {
  assert.is.not(digestOf(inputs, { ...versions, bundler: '0.28.3' }), now)
  assert.is.not(digestOf(inputs, { ...versions, node: '22.19.0' }), now)
  assert.is(digestOf(inputs, { ...versions, node: '20.20.2' }), now)
})

test.run()
