import type { Tags } from './bucket.port.ts'

type Listed = ReadonlyArray<{ readonly Key?: string | undefined; readonly Value?: string | undefined }>

/** AWS's list of tags as a record, without the tags that AWS itself sets and nobody else can. */
export const tagRecord = (listed: Listed | undefined): Tags =>
  Object.fromEntries(
    (listed ?? [])
      .filter(({ Key }) => Key !== undefined && !Key.toLowerCase().startsWith('aws:'))
      .map(({ Key, Value }) => [Key, Value ?? ''])
  ) as Tags

/** Tags as AWS takes them. */
export const tagList = (tags: Tags): Array<{ Key: string; Value: string }> =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
