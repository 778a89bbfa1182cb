import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { settingFindings, settingRemedy } from '../../../src/commands/preflight/setting-findings.ts'
import { setting } from '../../../src/backend/setting.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('a setting that is not as declared')

const wanted = wantedOfStaging()
const back = 'Find out who changed it, and have the bootstrap principal bring the bucket back to what is declared'

test('with MFA delete the versioning is for the root user, and every other versioning is for the bootstrap principal', () => {
  const of = (name: string, actual?: string): string => settingRemedy(wanted, 'bucket', name, actual)
  assert.match(of('versioning', 'Enabled, with MFA delete'), /^Have the root user of the account turn MFA delete off,/)
  for (const actual of ['Suspended', undefined])
    assert.match(of('versioning', actual), /^Find out .*: policy=.*put-bucket-versioning.*Status=Enabled/)
  assert.is(of('inventories', 'MFA delete'), `${back}.`)
})

test('a setting that a plan may change is not judged, and only a right one passes', () => {
  const settings = [
    setting('tags', 'a', 'b', 'wrong'),
    setting('website', 'none', 'none', 'right'),
    setting('inventories', 'none', 'not set', 'unset'),
    setting('tiering', 'none', 'x', 'wrong')
  ]
  assert.equal(
    settingFindings(wanted, 'bucket', settings, ['tags']).map(({ rule, outcome }) => [rule, outcome]),
    [
      ['bucket-website', 'passed'],
      ['bucket-inventories', 'failed'],
      ['bucket-tiering', 'failed']
    ]
  )
})

test('each finding has the remedy of what was found', () => {
  const live = setting('versioning', 'Enabled', 'Enabled, with MFA delete Enabled', 'wrong')
  const [found] = settingFindings(wanted, 'bucket', [live], [])
  assert.match(
    found?.outcome === 'failed' ? found.remedy : '',
    /^Have the root user of the account turn MFA delete off,/
  )
})

test.run()
