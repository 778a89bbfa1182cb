import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { RecoveryDays, SessionHours, SessionSeconds } from '../../src/declaration/settings.ts'
import { accepted } from '../support/accepts.ts'
import { ProviderVersion, TofuVersions } from '../../src/declaration/versions.ts'

const test = suite('settings')

const others = [0, -1, 1.5, Number.NaN, Infinity, '1', true, null, undefined, [1], 1n]

test('settings: session: a session lasts 1 to 12 hours', () => {
  assert.equal(accepted(SessionHours, [1, 12, 13, ...others]), [1, 12])
})

test('settings: session: in seconds, 3600 to 43200', () => {
  assert.equal(accepted(SessionSeconds, [3600, 43200, 3599, 43201, ...others]), [3600, 43200])
})

test('settings: recovery days: a table is restored to 1 to 35 days ago, as DynamoDB takes them', () => {
  assert.equal(
    accepted(RecoveryDays, [1, 35, 36, 0, -1, 1.5, Number.NaN, Infinity, '1', true, null, undefined, 1n]),
    [1, 35]
  )
})

test('versions: OpenTofu between two bounds, from 1.10.0 on', () => {
  const bounds = ['>= 1.10.0, < 2.0.0', '>= 1.10.0, < 1.10.1', '>= 1.11.3, < 1.12.0']
  assert.equal(accepted(TofuVersions, bounds), bounds)
})

test('versions: no missing bound, no older release, no other form, none between which nothing lies', () => {
  const others = [
    '>= 1.10.0',
    '< 2.0.0',
    '~> 1.10',
    '1.10.0',
    '>= 1.9.9, < 2.0.0',
    '>= 1.7.0, < 1.8.0',
    '>= 1.10.0, <= 2.0.0',
    '> 1.10.0, < 2.0.0',
    '>= 1.10, < 2',
    '>= 1.10.0-beta1, < 2.0.0',
    '>= 1.10.0, < 1.10.0',
    '>= 2.0.0, < 1.10.0',
    '>= 01.10.0, < 2.0.0',
    '>=1.10.0,<2.0.0',
    '>= 1.10.0, < 2.0.0\n',
    '',
    1.1,
    undefined
  ]
  assert.equal(accepted(TofuVersions, others), [])
})

test('versions: one release of the provider', () => {
  assert.equal(accepted(ProviderVersion, ['5.100.0', '6.0.0-beta1']), ['5.100.0', '6.0.0-beta1'])
  assert.equal(
    accepted(ProviderVersion, [
      '~> 5.100',
      '>= 5.100.0',
      '= 5.100.0',
      'v5.100.0',
      '5.100',
      '5',
      'latest',
      '',
      '5.100.0 ',
      5.1
    ]),
    []
  )
})

test.run()
