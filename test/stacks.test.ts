import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emitStacks } from '../src/stack/emit.ts'
import { type Stack, isStack } from '../src/stack/stack.ts'

/** The stacks of this project, however many: no other test reads `stacks/` or `out/`, the others have test/project/. */
const test = suite('the stacks of this project')

const root = new URL('../', import.meta.url)
const namesIn = (folder: string): ReadonlyArray<string> =>
  existsSync(new URL(folder, root)) ? readdirSync(new URL(folder, root)).toSorted() : []
const names = namesIn('stacks/').filter((name) => name.endsWith('.ts'))
const exported = (name: string): Promise<{ readonly default: Stack }> =>
  import(new URL(`stacks/${name}`, root).href) as Promise<{ readonly default: Stack }>
const loaded = await Promise.all(
  names.map(async (name) => ({ source: `stacks/${name}`, stack: (await exported(name)).default }))
)
const emissions = emitStacks(loaded.map(({ source, stack }) => ({ source, stack: E.right(stack) })))

for (const { source, file } of emissions)
  test(`${source} emits the committed file and its page, byte for byte`, () => {
    if (E.isLeft(file)) throw new Error(JSON.stringify(file.left))
    for (const { path, text } of [file.right, file.right.review])
      assert.is(Buffer.from(text, 'utf8').equals(readFileSync(new URL(path, root))), true, path)
  })

test('each committed file belongs to a stack', () => {
  assert.equal(
    namesIn('out/'),
    names.map((name) => name.replace(/\.ts$/, ''))
  )
})

type Declared = {
  readonly account: string
  readonly environment: string
  readonly region: { readonly logical: string }
  readonly trustedAccounts: ReadonlyArray<string>
}
const declared = loaded.map(({ stack }) => stack.declaration as Declared)

test('there is one state for each account, environment and logical region (J.6.2 §4)', () => {
  const boundaries = declared.map(({ account, environment, region }) =>
    [account, environment, region.logical].join('/')
  )
  assert.is(new Set(boundaries).size, declared.length)
})

test('each environment is in one account, which may hold several of them and several regions (J.6.2 §4)', () => {
  const accounts = declared.map(({ account, environment }) => `${environment} in ${account}`)
  assert.is(new Set(accounts).size, new Set(declared.map(({ environment }) => environment)).size)
})

test('each file names its own account, and of the others those alone that the stack trusts', () => {
  for (const [index, { account, trustedAccounts }] of declared.entries()) {
    const file = emissions[index]?.file
    const text = file !== undefined && E.isRight(file) ? file.right.text : ''
    assert.match(text, account)
    for (const { account: other } of declared)
      if (other !== account && !trustedAccounts.includes(other)) assert.not.match(text, other)
  }
})

test('they are made by `stack`, and each file holds as many resources as emit says', () => {
  for (const { stack } of loaded) assert.is(isStack(stack), true)
  for (const { file } of emissions) {
    if (E.isLeft(file)) throw new Error(JSON.stringify(file.left))
    const { resource } = JSON.parse(file.right.text) as { readonly resource: Readonly<Record<string, object>> }
    assert.is(Object.values(resource).flatMap(Object.keys).length, file.right.resources)
  }
})

test('a committed file is plain JSON: sorted keys, LF, no byte order mark, one newline at the end', () => {
  for (const name of namesIn('out/')) {
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
