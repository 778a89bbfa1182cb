import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emitStacks } from '../src/stack/emit.ts'
import type { Stack } from '../src/stack/stack.ts'
import { type Reorder, reorderedStack } from './support/reordered-stack.ts'
import { inTempProject } from './support/temp-project.ts'

const name = 'stacks/staging-eu.ts'
const source = readFileSync(new URL(`./project/${name}`, import.meta.url), 'utf8')
const committed = readFileSync(new URL('./project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')

const emitted = (stack: Stack): string => {
  const [emission] = emitStacks([{ source: name, stack: E.right(stack) }])
  if (emission === undefined) throw new Error('no emission for the stack')
  return pipe(
    emission.file,
    E.match(
      (problems) => `refused: ${JSON.stringify(problems)}`,
      ({ text }) => text
    )
  )
}

/** Lists in the order that a run of numbers gives, which starts anew for each list. */
const byNumbers =
  (numbers: ReadonlyArray<number>): Reorder =>
  (items) =>
    items
      .map((item, index) => ({ item, rank: numbers[index % numbers.length] ?? 0 }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ item }) => item)

const test = suite('determinism of order')

test('50 orders of keys and parts give the committed bytes', async () => {
  const orders = fc.sample(fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }), { numRuns: 50, seed: 20260104 })
  const texts = new Set(orders.map((numbers) => reorderedStack(source, byNumbers(numbers))))
  assert.ok(texts.size > 45, 'the orders differ')
  const files = Object.fromEntries([...texts].map((text, index) => [`order-${index}.ts`, text]))
  await inTempProject(files, async ({ at }) => {
    for (const path of Object.keys(files)) {
      const { default: stack } = (await import(pathToFileURL(at(path)).href)) as { default: Stack }
      assert.is(emitted(stack), committed, files[path])
    }
  })
})

test.run()
