import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commands } from '../../../src/commands/guard/commands.ts'
import { judgeLasting, leastMinutes } from '../../../src/commands/preflight/foreseen/judge-foreseen.ts'

const test = suite('credentials that last')

const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'of-a-test' }
const now = Date.UTC(2026, 0, 31, 12)
const inMinutes = (minutes: number) => ({ ...keys, expiration: now + minutes * 60_000 })
const refusals = (minutes: number) =>
  commands.filter((command) => judgeLasting(inMinutes(minutes), leastMinutes[command], now).length > 0)

test('a plan and an apply need a quarter of an hour, an init five minutes', () => {
  assert.equal(refusals(15), [])
  assert.equal(refusals(14.99), ['plan', 'apply'])
  assert.equal(refusals(5), ['plan', 'apply'])
  assert.equal(refusals(4.99), ['init', 'plan', 'apply'])
})

test('credentials that have ended are refused, and it is said so', () => {
  assert.equal(refusals(-1), ['init', 'plan', 'apply'])
  assert.is(judgeLasting(inMinutes(-1), 15, now)[0]?.actual, 'they have ended')
  assert.is(judgeLasting(inMinutes(1.5), 15, now)[0]?.actual, 'they end in 1 minute')
})

test('credentials without a known end are refused', () => {
  for (const credentials of [keys, { ...keys, expiration: Number.NaN }])
    for (const command of commands)
      assert.is(judgeLasting(credentials, leastMinutes[command], now)[0]?.rule, 'credentials-last')
})

test('no diagnostic shows a key', () => {
  for (const diagnostic of judgeLasting(keys, 15, now)) {
    assert.not.match(JSON.stringify(diagnostic), keys.accessKeyId)
    assert.not.match(JSON.stringify(diagnostic), keys.secretAccessKey)
  }
})

test.run()
