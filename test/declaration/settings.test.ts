import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as settings from '../../src/declaration/settings.ts'
import { RecoveryDays, Seconds, SessionHours, SessionSeconds } from '../../src/declaration/settings.ts'
import { type Meaning, meaningOf } from '../../src/diagnostics/decode.ts'
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

test('settings: the age of MFA is a whole number, and its bounds are for the charter to judge', () => {
  assert.equal(accepted(Seconds, [900, 1, -1, 1.5, Number.NaN, Infinity, '900', null, undefined]), [900, 1, -1])
})

/** The words of each setting, by its rule and its clause: J.6.2 §5 is on locks, §7 on history; J.7.0 §7 is on access. */
const words: Readonly<Record<keyof typeof settings, ReadonlyArray<string | undefined>>> = {
  SessionHours: [
    'session-length',
    'J.7.0 §7',
    'whole hours from 1 to 12, as IAM takes them',
    'Write how long a session of this role may last; the shorter the better.'
  ],
  SessionSeconds: [
    'session-length',
    'J.7.0 §7',
    'whole seconds from 3600 to 43200, as IAM takes them',
    'Write how long a session of this role may last; the shorter the better.'
  ],
  Seconds: [
    'trust-mfa',
    'J.7.0 §7',
    'an MFA age in whole seconds, from 900 to 43200',
    'Write how many seconds ago the sign-in with MFA may be, as a whole number.'
  ],
  bucketVersioning: [
    'bucket-versioning',
    'J.6.2 §7',
    undefined,
    'Keep versioning enabled: the history of a state is preserved.'
  ],
  bucketOwnership: [
    'bucket-ownership',
    'J.7.0 §7',
    undefined,
    'Keep BucketOwnerEnforced: access is by identity, and access control lists have no effect.'
  ],
  bucketPublicAccess: [
    'bucket-public-access',
    'J.7.0 §7',
    undefined,
    'Keep public access blocked in all four ways: access is by identity only.'
  ],
  bucketTls: [
    'bucket-tls',
    'J.7.0 §7',
    undefined,
    'Keep TLS 1.2 as the least: the bucket policy denies what comes without it.'
  ],
  tableBilling: [
    'table-billing',
    'J.6.2 §5',
    undefined,
    'Keep PAY_PER_REQUEST: a provisioned table that runs out of capacity refuses the lock.'
  ],
  tableDeletionProtection: [
    'table-deletion-protection',
    'J.6.2 §7',
    undefined,
    'Keep deletion protection on: the lock lives in this table.'
  ],
  RecoveryDays: [
    'recovery-days',
    'J.6.2 §7',
    'whole days from 1 to 35, as DynamoDB takes them',
    'Write how many days back the table can be restored; 35 is the most.'
  ]
}

for (const [name, setting] of Object.entries(settings))
  test(`settings: what is said where ${name} differs`, () => {
    const { rule, clause, expected, remedy } = meaningOf(setting) ?? (setting as Meaning)
    assert.equal([rule, clause, expected, remedy], words[name as keyof typeof words])
  })

test.run()
