import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Declaration } from '../../src/declaration/declaration.ts'
import { closed } from '../../src/diagnostics/closed.ts'
import { type Fits, type UpTo, part } from '../../src/stack/part.ts'
import type { StackDeclaration } from '../../src/stack/stack.ts'

const test = suite('interfaces of options')

type Codec = { readonly size: number; readonly kind: 'a'; readonly tags: ReadonlyArray<{ readonly name: string }> }
type Brand = string & { readonly _brand: 'id' }

/** Each line compiles only where the type says so: the compiler is the test, and this runs to show that it was compiled. */
test('an interface is held to its codec, field by field', () => {
  const declared: Fits<StackDeclaration, Declaration> = true
  const same: Fits<Codec, Codec> = true
  const narrower: Fits<{ size: 1 | 2; kind: 'a'; tags: ReadonlyArray<{ name: `x-${string}` }> }, Codec> = true
  const branded: Fits<{ id: string }, { id: Brand }> = true
  const aField: Fits<{ size: number; kind: 'a' }, Codec> = false
  const oneMore: Fits<Codec & { more: string }, Codec> = false
  const another: Fits<{ size: string; kind: 'a'; tags: ReadonlyArray<{ name: string }> }, Codec> = false
  const wider: Fits<{ size: number; kind: 'a' | 'b'; tags: ReadonlyArray<{ name: string }> }, Codec> = false
  const inAList: Fits<{ size: number; kind: 'a'; tags: ReadonlyArray<{ nmae: string }> }, Codec> = false
  assert.equal([declared, same, narrower, branded], [true, true, true, true])
  assert.equal([aField, oneMore, another, wider, inAList], [false, false, false, false, false])
})

test('no part is made of a codec that its interface does not fit', () => {
  const codec = closed('{ size }', { size: t.number })
  part('box', codec, [{ size: 1 }] as const, () => [])
  // @ts-expect-error the interface has another field
  part('box', codec, [{ sise: 1 }] as const, () => [])
})

test('a whole number up to a last one is each of them', () => {
  const all: Readonly<Record<UpTo<3>, true>> = { 1: true, 2: true, 3: true }
  // @ts-expect-error four is more than the last
  const four: UpTo<3> = 4
  assert.equal(Object.keys(all), ['1', '2', '3'])
  assert.is(four, 4)
})

test.run()
