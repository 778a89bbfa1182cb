import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { evaluatorWith } from '../../support/stack-evaluator.ts'
import { inTempProject } from '../../support/temp-project.ts'
import { said } from './said.ts'

const test = suite('stack evaluator, where a stack takes too much')

const fill = `const big = Array.from({ length: 10_000 }, (_, n) => n + 0.5)
let a: unknown = 1
for (;;) a = [a, [...big]]`

test('a stack that fills the memory', () =>
  inTempProject({ 'stacks/fill.ts': fill }, async ({ root }) => {
    const all = said(await evaluatorWith({ patienceSeconds: 90 }).emitAll(root, ['stacks/fill.ts'])())
    assert.equal(all, { 'stacks/fill.ts': ['stack-finishes-loading stacks/fill.ts it filled the memory'] })
  }))

test('a stack that fills the memory before the one that is waited for is there', () => {
  const good = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')
  return inTempProject({ 'stacks/staging-eu.ts': good, 'stacks/fill.ts': fill }, async ({ root }) => {
    const names = ['stacks/staging-eu.ts', 'stacks/fill.ts']
    const all = said(await evaluatorWith({ patienceSeconds: 90 }).emitAll(root, names)())
    assert.equal(all['stacks/fill.ts'], ['stack-finishes-loading stacks/fill.ts it filled the memory'])
    assert.match(all['stacks/staging-eu.ts']?.join() ?? '', '"rule":"neighbour-known"')
  })
})

test('calls without end', () =>
  inTempProject({ 'stacks/deep.ts': 'const f = (n: number): number => f(n + 1) + 1\nf(0)' }, async ({ root }) => {
    const all = said(await evaluatorWith({ patienceSeconds: 90 }).emitAll(root, ['stacks/deep.ts'])())
    assert.match(
      all['stacks/deep.ts']?.join() ?? '',
      /^stack-loads stacks\/deep\.ts:1:\d+ RangeError: Maximum call stack size exceeded$/
    )
  }))

test('syntax that would bring a parser down with the process', () =>
  inTempProject({ 'stacks/nest.ts': '`${'.repeat(8_000) }, async ({ root }) => {
    const all = said(await evaluatorWith({ patienceSeconds: 90 }).emitAll(root, ['stacks/nest.ts'])())
    assert.match(all['stacks/nest.ts']?.[0] ?? '', /^stack-file-parses stacks\/nest\.ts/)
  }))

test.run()
