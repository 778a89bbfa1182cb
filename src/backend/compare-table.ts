import type { Recovery, TableSettings } from '../outside/aws/table.port.ts'
import type { Tags } from '../outside/aws/bucket.port.ts'
import { type Setting, made, same, sameTags, setting } from './setting.ts'
import type { WantedTable } from './wanted.ts'

/** All that is asked about a table. */
export type FoundTable = { readonly settings: TableSettings; readonly recovery: Recovery; readonly tags: Tags }

const days = (count: number | undefined): string =>
  count === undefined ? 'on, for days that AWS does not say' : `on, ${count} days`

/** Encryption that is on its way is right while the table is being made. */
const encryption = (settings: TableSettings): Setting => {
  const { encryption: found, status } = settings
  const actual = found._tag === 'None' ? "DynamoDB's own key" : found.value
  const isRight =
    (actual === 'ENABLED' && settings.encryptionKey._tag === 'Some') || (actual === 'ENABLING' && status !== 'ACTIVE')
  return setting('encryption', 'ENABLED, with the key alias/aws/dynamodb', actual, isRight ? 'right' : 'wrong')
}

/** Every setting of the table that is there beside the declared one. Only its recovery can be not yet made. */
export const compareTable = (wanted: WantedTable, { settings, recovery, tags }: FoundTable): ReadonlyArray<Setting> => [
  same('region', wanted.arn, settings.arn),
  same('key', `${wanted.hashKey} HASH, ${wanted.hashKey} S`, [...settings.keys, ...settings.attributes].join(', ')),
  same('billing', wanted.billing, settings.billing),
  same('deletion protection', 'on', settings.isProtected ? 'on' : 'off'),
  encryption(settings),
  sameTags(wanted.tags, tags),
  made(
    'recovery',
    days(wanted.recoveryDays),
    recovery,
    (found) => days(found.days),
    (found) => found.days === wanted.recoveryDays
  ),
  same('replicas', 'none', settings.replicas.length === 0 ? 'none' : settings.replicas.join(', ')),
  same('streams and indexes', 'none', settings.hasStreamOrIndex ? 'a stream or an index' : 'none')
]
