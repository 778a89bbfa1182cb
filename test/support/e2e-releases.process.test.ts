import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { knownReleases } from '../../src/charter/phases.ts'
import { availableOf, checkoutWith, repinned } from '../e2e/bench/releases.ts'

const test = suite('the releases that the end-to-end tests run with')

test('each known release is run or named with why it cannot be', async () => {
  const asked: Array<string> = []
  const found = await availableOf(knownReleases(), async (version) => {
    asked.push(version)
    if (version.startsWith('6.')) throw new Error(`The AWS provider ${version} cannot be had here.\n  To get it: …`)
    return '/mirror'
  })
  assert.equal(asked, ['5.100.0', '6.66.0'])
  assert.equal(
    found.map(({ version, missing }) => [version, missing]),
    [
      ['5.100.0', undefined],
      ['6.66.0', 'The AWS provider 6.66.0 cannot be had here.']
    ]
  )
})

test('a stack is pinned to another release and back, with what it accepts', () => {
  const text = "{ tofu: '>= 1.10.0, < 2.0.0', awsProvider: '5.100.0' }"
  const of6 = repinned(text, { version: '6.66.0', proof: 'checked against its schema, not run' })
  assert.is(
    of6,
    "{ tofu: '>= 1.10.0, < 2.0.0', awsProvider: '6.66.0', acceptedProof: 'checked against its schema, not run' }"
  )
  assert.is(repinned(of6, { version: '5.100.0', proof: 'proven by run' }), text)
})

test('the copy of the checkout emits its stacks with that release', async () => {
  const copy = await checkoutWith({ version: '6.66.0', proof: 'checked against its schema, not run' })
  for (const stack of ['staging-eu', 'production-eu']) {
    const [text, page] = ['main.tf.json', 'REVIEW.md'].map((name) =>
      readFileSync(join(copy, 'test/project/out', stack, name), 'utf8')
    )
    assert.match(text ?? '', '"version": "6.66.0"')
    assert.match(page ?? '', '| AWS provider | `6.66.0`, checked against its schema, not run |')
  }
  assert.not.ok(existsSync(join(copy, 'node_modules/fp-ts')), 'the packages are those of the checkout')
  rmSync(copy, { recursive: true })
})

test.run()
