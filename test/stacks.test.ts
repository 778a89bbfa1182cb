import * as E from 'fp-ts/lib/Either.js'
import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emitStacks } from '../src/emit.ts'
import { type Stack, isStack } from '../src/stack.ts'

const test = suite('the stacks of this project')

const root = new URL('../', import.meta.url)
const names = readdirSync(new URL('stacks/', root)).toSorted()
const exported = (name: string): Promise<{ readonly default: Stack }> =>
  import(new URL(`stacks/${name}`, root).href) as Promise<{ readonly default: Stack }>
const loaded = await Promise.all(
  names.map(async (name) => ({ source: `stacks/${name}`, stack: (await exported(name)).default }))
)
const emissions = emitStacks(loaded.map(({ source, stack }) => ({ source, stack: E.right(stack) })))

test('there are the two that the project promises', () => {
  assert.equal(names, ['production-eu.ts', 'staging-eu.ts'])
})

for (const { source, file } of emissions)
  test(`${source} emits the committed file, byte for byte`, () => {
    if (E.isLeft(file)) throw new Error(JSON.stringify(file.left))
    const committed = readFileSync(new URL(file.right.path, root))
    assert.is(Buffer.from(file.right.text, 'utf8').equals(committed), true, file.right.path)
  })

test('each committed file belongs to a stack', () => {
  assert.equal(
    readdirSync(new URL('out/', root)).toSorted(),
    names.map((name) => name.replace(/\.ts$/, ''))
  )
})

type Declared = { readonly account: string; readonly environment: string }
const declared = loaded.map(({ stack }) => stack.declaration as Declared)

test('they are in different accounts and environments', () => {
  for (const field of ['account', 'environment'] as const)
    assert.is(new Set(declared.map((declaration) => declaration[field])).size, declared.length, field)
})

test('each file holds its own account and that of no other', () => {
  for (const [index, { file }] of emissions.entries()) {
    const text = E.isRight(file) ? file.right.text : ''
    for (const { account } of declared) assert.is(text.includes(account), account === declared[index]?.account)
  }
})

test('they are made by `stack`, 16 resources each', () => {
  for (const { stack } of loaded) assert.is(isStack(stack), true)
  for (const { file } of emissions) assert.is(E.isRight(file) && file.right.resources, 16)
})

test('a committed file is plain JSON: sorted keys, LF, no byte order mark, one newline at the end', () => {
  for (const name of readdirSync(new URL('out/', root))) {
    const text = readFileSync(new URL(`out/${name}/main.tf.json`, root), 'utf8')
    assert.is(text, `${JSON.stringify(sorted(JSON.parse(text)), undefined, 2)}\n`)
    assert.is(text, text.normalize('NFC'))
    assert.not.match(text, /\r|\ufeff/)
  }
})

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)])
  )
}

test.run()
