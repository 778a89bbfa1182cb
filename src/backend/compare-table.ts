import type * as O from 'fp-ts/lib/Option.js'
import * as R from 'fp-ts/lib/Record.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Recovery, TableSettings, UndeclaredOfTable } from '../outside/aws/table.port.ts'
import type { Tags } from '../outside/aws/bucket.port.ts'
import { type Setting, made, oneOf, same, sameTags, setting } from './setting.ts'
import type { WantedTable } from './wanted.ts'

/** All that is asked about a table. */
export type FoundTable = {
  readonly settings: TableSettings
  readonly recovery: Recovery
  readonly tags: Tags
  readonly managedKey: O.Option<string>
  readonly undeclared: Readonly<Record<UndeclaredOfTable, string>>
}

/** What each setting that no stack declares may be; see the ones of the bucket. */
const undeclared: Readonly<Record<UndeclaredOfTable, ReadonlyNonEmptyArray<string>>> = {
  'contributor insights': ['DISABLED'],
  expiry: ['DISABLED'],
  'kinesis streams': ['none'],
  'resource policy': ['none']
}

/** The names of these settings. */
export const undeclaredOfTable = Object.keys(undeclared) as ReadonlyArray<UndeclaredOfTable>

/** A table in which none of these settings was made. */
export const untouchedTable: FoundTable['undeclared'] = R.map(([first]: ReadonlyNonEmptyArray<string>) => first)(
  undeclared
)

/** One of these settings beside what it may be. */
export const undeclaredSetting = (name: UndeclaredOfTable, actual: string): Setting =>
  oneOf(name, undeclared[name], actual)

/** As it is shown. */
export const MANAGED_KEY = 'the key alias/aws/dynamodb'

const days = (count: number | undefined): string =>
  count === undefined ? 'on, for days that AWS does not say' : `on, ${count} days`

/** Encryption that is on its way is right while the table is being made. */
const encryption = (settings: TableSettings): Setting => {
  const { encryption: found, status } = settings
  const actual = found._tag === 'None' ? "DynamoDB's own key" : found.value
  const isRight =
    (actual === 'ENABLED' && settings.encryptionKey._tag === 'Some') || (actual === 'ENABLING' && status !== 'ACTIVE')
  return setting('encryption', `ENABLED, with ${MANAGED_KEY}`, actual, isRight ? 'right' : 'wrong')
}

/**
 * The key itself, which the state of encryption does not say. With a person's own key the table looks the same, and no
 * plan shows it. Such a table is dead from the day on which that key goes.
 */
export const keySettings = (found: O.Option<string>, managed: O.Option<string>): ReadonlyArray<Setting> =>
  found._tag === 'None'
    ? []
    : [
        managed._tag === 'Some' && managed.value === found.value
          ? setting('encryption key', MANAGED_KEY, 'this key', 'right')
          : setting('encryption key', MANAGED_KEY, `the key ${found.value}`, 'wrong')
      ]

/** What DescribeTable itself says. */
export const describedSettings = (wanted: WantedTable, settings: TableSettings): ReadonlyArray<Setting> => [
  same('region', wanted.arn, settings.arn),
  same('key', `${wanted.hashKey} HASH, ${wanted.hashKey} S`, [...settings.keys, ...settings.attributes].join(', ')),
  same('billing', wanted.billing, settings.billing),
  same('deletion protection', 'on', settings.isProtected ? 'on' : 'off'),
  encryption(settings),
  same('replicas', 'none', settings.replicas.length === 0 ? 'none' : settings.replicas.join(', ')),
  same('streams and indexes', 'none', settings.hasStreamOrIndex ? 'a stream or an index' : 'none'),
  same('storage class', 'STANDARD', settings.tableClass),
  same('throughput', 'no limit', settings.limits.length === 0 ? 'no limit' : settings.limits.join(', '))
]

/** Every setting of the table that is there beside the declared one. */
export const compareTable = (wanted: WantedTable, found: FoundTable): ReadonlyArray<Setting> => [
  ...describedSettings(wanted, found.settings),
  sameTags(wanted.tags, found.tags),
  made(
    'recovery',
    days(wanted.recoveryDays),
    found.recovery,
    (recovery) => days(recovery.days),
    (recovery) => recovery.days === wanted.recoveryDays
  ),
  ...keySettings(found.settings.encryptionKey, found.managedKey),
  ...undeclaredOfTable.map((name) => undeclaredSetting(name, found.undeclared[name]))
]

/** While these last a table is on its way to ACTIVE, and it is waited for. */
export const PASSING: ReadonlyArray<string> = ['CREATING', 'UPDATING']

/** What a table needs, by its status, before it can be used again. Source: Amazon DynamoDB API Reference, TableStatus. */
export const statusRemedy = (
  { name, seed }: { readonly name: string; readonly seed: string },
  { arn, status, encryptionKey, isProtected }: Pick<TableSettings, 'arn' | 'status' | 'encryptionKey' | 'isProtected'>
): string => {
  const region = arn.split(':')[3] ?? ''
  const key = encryptionKey._tag === 'Some' ? `--region ${region} --key-id ${encryptionKey.value}` : undefined
  const gone = `aws dynamodb wait table-not-exists --region ${region} --table-name ${name} && ${seed}`
  // AWS deletes no table that is protected from it.
  const open = isProtected
    ? `aws dynamodb update-table --region ${region} --table-name ${name} --no-deletion-protection-enabled && `
    : ''
  switch (status) {
    case 'CREATING':
    case 'UPDATING':
      return 'Wait until it is ACTIVE and run this again.'
    case 'DELETING':
      return `Wait until it is gone, and have the bootstrap principal make it again: ${gone}`
    case 'INACCESSIBLE_ENCRYPTION_CREDENTIALS':
      return key === undefined
        ? 'Have the owner of its KMS key make the key usable within seven days: after them AWS archives the table.'
        : `Have the owner of its KMS key make the key usable within seven days: after them AWS archives the table. See what became of it: aws kms describe-key ${key}`
    case 'ARCHIVING':
    case 'ARCHIVED':
      return `Have the bootstrap principal delete it, since AWS archived it for want of its KMS key, and make it again: ${open}aws dynamodb delete-table --region ${region} --table-name ${name} && ${gone}`
    default:
      return `Ask AWS Support what this status needs; without a working table nothing may run. To see it: aws dynamodb describe-table --region ${region} --table-name ${name}`
  }
}
