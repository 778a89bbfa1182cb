import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ProviderVersion, TofuVersions } from '../../src/declaration/versions.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('versions')

test('OpenTofu between two bounds, from 1.10.0 on', () => {
  const bounds = ['>= 1.10.0, < 2.0.0', '>= 1.10.0, < 1.10.1', '>= 1.11.3, < 1.12.0']
  assert.equal(accepted(TofuVersions, bounds), bounds)
})

test('no missing bound, no older release, no other form, none between which nothing lies', () => {
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

test('one release of the provider', () => {
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
