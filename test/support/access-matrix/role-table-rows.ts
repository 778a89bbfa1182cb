import { applySetsTable, lockItems, otherItemCalls, planReadsTable, tableDeletions, tableOthers } from './calls.ts'
import { type Row, byResource, everyLayer, rowsOf } from './row.ts'

const elsewhere = [
  'an undeclared table',
  'the same table of another region',
  'the same table of another account',
  "the other stack's table"
] as const

/** What neither role may do with tables and their items. */
export const roleTableRows = (who: 'operator' | 'automation'): ReadonlyArray<Row> => {
  const { mayNot } = rowsOf(who)
  const oneTable = 'one table, in one region and account'
  return [
    mayNot(
      { actions: [...tableDeletions, ...tableOthers], on: ['the table'] },
      everyLayer,
      'J.7.0 §7',
      'no plan and no authorised change needs it'
    ),
    mayNot(
      {
        actions: otherItemCalls,
        on: ['the table'],
        when: ['for the lock', 'for the digest', 'for the probe', 'for no item']
      },
      everyLayer,
      'J.6.2 §5',
      'the lock is taken and released by three calls, and by no other'
    ),
    mayNot(
      {
        actions: lockItems,
        on: ['the table'],
        when: [
          'for the lock of another key',
          "for the other stack's lock",
          'for the lock of a workspace',
          'for the lock and another item',
          'for no item'
        ]
      },
      ['own grants'],
      'J.6.2 §4',
      'one lock; a request that names no item is for all of them'
    ),
    mayNot(
      { actions: ['dynamodb:DeleteItem'], on: ['the table'], when: ['for the digest'] },
      ['own grants'],
      'J.6.2 §7',
      'without its digest a stale state passes for the newest'
    ),
    mayNot({ actions: [...planReadsTable, ...applySetsTable], on: elsewhere }, byResource, 'J.6.2 §4', oneTable),
    mayNot({ actions: lockItems, on: elsewhere, when: ['for the lock'] }, byResource, 'J.6.2 §4', oneTable)
  ]
}
