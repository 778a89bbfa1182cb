import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fuzzGit } from '../support/fuzz/fuzz-git.ts'
import { fuzzLock } from '../support/fuzz/fuzz-lock.ts'
import { fuzzPlan, otherThan } from '../support/fuzz/fuzz-plan.ts'
import { STATE_SAMPLE, fuzzState } from '../support/fuzz/fuzz-state.ts'
import { goValues, lockReading, tofuReading } from '../support/fuzz/tofu-reading.ts'
import { bench } from './bench/bench.ts'

/** 20,000 mutations of what OpenTofu writes and 1,000 of git's objects, with fixed seeds; the quick tests try 2,150 others. */
const test = suite('what passes, and what OpenTofu reads')

test('9,000 mutations of a state: Go’s rules never read another one, and a real tofu reads 300 of those that pass alike', async () => {
  const { passed, faults } = fuzzState(9_000, 16)
  assert.equal(faults, [])
  const { tofu } = await bench()
  const reading = tofuReading(tofu)
  try {
    assert.is(reading.contradiction(STATE_SAMPLE), undefined)
    assert.is(
      reading.contradiction(STATE_SAMPLE.replace('"serial": 1', '"serial": 1, "Serial": 2')),
      'OpenTofu reads another state'
    )
    const every = Math.ceil(passed.length / 300)
    for (const { text, how } of passed.filter((_, index) => index % every === 0))
      assert.is(reading.contradiction(text), undefined, how)
  } finally {
    reading.close()
  }
})

/** As Go writes a moment in UTC for a person. */
const inWords = (created: string): string => created.replace('T', ' ').replace('Z', ' +0000 UTC')

test('8,000 mutations of a lock item: a real tofu reads each text that passes alike, into its own LockInfo', async () => {
  const { passed, faults } = fuzzLock(8_000, 16)
  assert.equal(faults, [])
  const texts = [...new Set(passed.map(({ text }) => text))]
  assert.ok(texts.length > 50)
  const { tofu } = await bench()
  assert.equal(
    goValues(tofu, texts),
    texts.map((text) => JSON.parse(text) as unknown)
  )
  const reading = await lockReading(tofu)
  try {
    const [first = ''] = texts
    assert.is(reading.read(first.replace(/}$/, ',"iD":"another"}'))?.['ID'], 'another')
    assert.is(reading.read(first.replace('2026-01-31T', '2026-02-30T')), undefined)
    for (const text of texts) {
      const ours = JSON.parse(text) as Readonly<Record<string, string>>
      assert.equal(reading.read(text), { ...ours, Created: inWords(ours['Created'] ?? '') }, text)
    }
  } finally {
    reading.close()
  }
})

for (const [name, count] of [
  ['first-apply', 1_500],
  ['no-change', 1_500]
] as const)
  test(`${count} mutations of the plan ${name}: what passes does what the plan did, as Go reads it too`, async () => {
    const { passed, faults } = fuzzPlan(name, count, 16)
    assert.equal(faults, [])
    const { tofu } = await bench()
    const read = goValues(
      tofu,
      passed.map(({ text }) => text)
    )
    assert.ok(read.length > 20)
    const other = otherThan(name)
    for (const [index, one] of read.entries()) assert.equal(other(one), [], passed[index]?.how)
  })

test('1,000 mutations of the objects from a commit to its file: git reads what passes alike, and nothing forged passes', async () => {
  assert.equal((await fuzzGit(1_000, 16)).faults, [])
})

test.run()
