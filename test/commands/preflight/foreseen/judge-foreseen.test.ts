import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  judgeBinary,
  judgeLasting,
  judgePrivate,
  leastMinutes,
  stateLeftBefore
} from '../../../../src/commands/preflight/foreseen/judge-foreseen.ts'

const test = suite('what the guard would refuse now')

const NOW = Date.UTC(2026, 0, 31, 12)
const lasting = (expiration: number | undefined, least = 15): ReadonlyArray<readonly [string, string]> =>
  judgeLasting({ accessKeyId: 'x', secretAccessKey: 'x', expiration } as never, least, NOW).map(
    ({ actual, remedy }) => [actual, remedy] as const
  )
const renew = 'Take new credentials, and run this again.'

test('credentials must hold for the minutes that a command needs, and not a millisecond less', () => {
  assert.equal(leastMinutes, { init: 5, plan: 15, apply: 15 })
  assert.equal(lasting(NOW + 15 * 60_000), [])
  assert.equal(lasting(NOW + 15 * 60_000 - 1), [['they end in 14 minutes', renew]])
  assert.equal(lasting(NOW + 600 * 60_000 - 1, 600), [['they end in 599 minutes', renew]])
  assert.equal(lasting(NOW + 60_000), [['they end in 1 minute', renew]])
  assert.equal(lasting(NOW), [['they end in 0 minutes', renew]])
  assert.equal(lasting(NOW - 1), [['they have ended', renew]])
})

test('credentials without a known end are refused, with the two ways to know it', () => {
  const remedy =
    'Use a profile (AWS_PROFILE), or set AWS_CREDENTIAL_EXPIRATION to the moment that came with the keys: `aws configure export-credentials --format env` prints it.'
  for (const end of [undefined, Number.NaN, Number.POSITIVE_INFINITY])
    assert.equal(lasting(end), [['nothing says when these credentials end', remedy]])
})

test('a state of an earlier run is kept and moved to where it is stored from, with the line that does it', () => {
  const { actual, remedy } = stateLeftBefore('a-eu', '/home/a b/errored.tfstate')
  assert.is(actual, 'there is /home/a b/errored.tfstate')
  assert.is(
    remedy,
    "Keep that file: it alone knows what an earlier apply made. Run this again after you moved it, and it says how the state is stored: mv -n '/home/a b/errored.tfstate' out/a-eu/errored.tfstate"
  )
})

test('a folder that is not private is closed or another one is named; what the system refuses is corrected', () => {
  const said = (failure: object) => {
    const { actual, remedy } = judgePrivate(failure as never)
    return [actual, remedy]
  }
  const other = 'name another folder in XDG_STATE_HOME or TMPDIR, absolute and outside of the project'
  assert.equal(said({ _tag: 'NotPrivate', path: '/a b', why: 'can be read by others' }), [
    '/a b can be read by others',
    `Take the right of others away (chmod go-rwx '/a b'), or ${other}.`
  ])
  assert.equal(said({ _tag: 'NotPrivate', path: '/a', why: 'lies in the project' }), [
    '/a lies in the project',
    `Name another folder in XDG_STATE_HOME or TMPDIR, absolute and outside of the project.`
  ])
  assert.equal(said({ _tag: 'SystemRefused', path: '/a', code: 'EROFS', message: 'read-only' }), [
    '/a: read-only',
    `Correct what the system says about it, or ${other}.`
  ])
})

const right = { path: '/x/tofu', form: 'ELF', namesOpenTofu: true, isInCheckout: false, changeable: [] }
const binary = (more: object): ReadonlyArray<string> =>
  judgeBinary({ ...right, ...more } as never).map(({ rule, actual, remedy }) => `${rule}: ${actual}. ${remedy}`)

test('a tofu is a program of either system that was built from OpenTofu, outside of the project, for no other hands', () => {
  const behind = 'Install a release of OpenTofu, or name the program behind a version switcher: --tofu PATH'
  for (const form of ['ELF', 'Mach-O']) assert.equal(binary({ form }), [])
  assert.equal(binary({ form: 'script' }), [`tofu-itself: /x/tofu is a script. ${behind}`])
  assert.equal(binary({ form: 'something else' }), [`tofu-itself: /x/tofu is not a program. ${behind}`])
  assert.equal(binary({ namesOpenTofu: false }), [`tofu-itself: /x/tofu was built from other sources. ${behind}`])
  const hands = 'Install it where they cannot, or take their right to write away.'
  assert.equal(binary({ isInCheckout: true, changeable: ['/x', '/x/tofu'] }), [
    'tofu-outside: /x/tofu belongs to the project: a change of the project would change it. Name the tofu of this machine: --tofu PATH',
    `tofu-unchanged-by-others: others can change /x. ${hands}`,
    `tofu-unchanged-by-others: others can change /x/tofu. ${hands}`
  ])
})

test.run()
