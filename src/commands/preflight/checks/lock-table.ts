import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { compareTable } from '../../../backend/compare-table.ts'
import { until } from '../../../backend/until.ts'
import type { AwsFailure } from '../../../outside/aws/failure.port.ts'
import type { Recovery, TableReader, TableSettings } from '../../../outside/aws/table.port.ts'
import { type Finding, failed, judged } from '../../../diagnostics/finding.ts'
import { settingFindings, settingRemedy, unanswered } from '../setting-findings.ts'
import type { Subject } from '../subject.ts'
import type { Waiting } from '../result.ts'
import { shellWord } from '../../../caller/shell.ts'

type Answers = {
  readonly settings: E.Either<AwsFailure, O.Option<TableSettings>>
  readonly recovery: E.Either<AwsFailure, Recovery>
  readonly expiry: E.Either<AwsFailure, string>
  readonly managedKey: E.Either<AwsFailure, O.Option<string>>
}

/** While these last the table is on its way to ACTIVE, and preflight waits for it: at most a minute. */
const passing = ['CREATING', 'UPDATING']
const patience = { times: 20, millis: 3000 }

const status = (actual: string): Finding =>
  judged(actual === 'ACTIVE', {
    rule: 'table-active',
    clause: 'J.7.0 §4',
    expected: 'a table that is ACTIVE',
    actual,
    remedy: passing.includes(actual)
      ? 'Wait until it is ACTIVE and run this again.'
      : 'Find out why in the DynamoDB console; without a working table nothing may run.'
  })

/** How many days back it can be restored is a setting that a plan may change; that it can be is not. */
const recoveryFinding = (wanted: Subject['wanted'], recovery: Recovery): Finding =>
  judged(O.isSome(recovery), {
    rule: 'table-recovery',
    clause: 'J.6.2 §7',
    expected: 'point-in-time recovery, on',
    actual: O.isSome(recovery) ? 'on' : 'off',
    remedy: settingRemedy(wanted, 'table', 'recovery')
  })

/** That items expire can have no reason in a table of locks: one that expires lets a second holder in. */
const expiryFinding = (expiry: E.Either<AwsFailure, string>): Finding =>
  E.isLeft(expiry)
    ? unanswered('table-expiry', 'J.7.0 §4', 'items that do not expire', expiry.left)
    : judged(expiry.right === 'DISABLED', {
        rule: 'table-expiry',
        clause: 'J.7.0 §4',
        expected: 'items that do not expire: time to live DISABLED',
        actual: `time to live ${expiry.right}`,
        remedy: 'Find out who turned it on, and have the bootstrap principal turn it off again.'
      })

/**
 * The key itself, which the state of encryption does not say: with a key of somebody's own the table looks the same, no
 * plan shows it, and it is dead from the day on which that key goes.
 */
const keyFinding = (
  wanted: Subject['wanted'],
  found: O.Option<string>,
  managed: E.Either<AwsFailure, O.Option<string>>
): ReadonlyArray<Finding> => {
  const about = { rule: 'table-encryption-key', clause: 'J.7.0 §3.2', expected: 'the key alias/aws/dynamodb' } as const
  if (O.isNone(found)) return []
  if (E.isLeft(managed)) return [unanswered(about.rule, about.clause, about.expected, managed.left)]
  return [
    judged(O.isSome(managed.right) && managed.right.value === found.value, {
      ...about,
      actual: O.isSome(managed.right) && managed.right.value === found.value ? 'this key' : `the key ${found.value}`,
      remedy: settingRemedy(wanted, 'table', 'key')
    })
  ]
}

const judge = (
  { wanted, source }: Subject,
  { settings, recovery, expiry, managedKey }: Answers
): ReadonlyArray<Finding> => {
  const expected = `the table ${wanted.table.name}`
  if (E.isLeft(settings)) return [unanswered('table-known', 'J.7.0 §4', expected, settings.left)]
  if (O.isNone(settings.right))
    return [
      failed({
        rule: 'table-known',
        clause: 'J.7.0 §4',
        expected: `${expected} in ${wanted.declaration.region.aws}`,
        actual: 'no such table',
        remedy: `Have the bootstrap principal make it as it is declared: npm run seed -- ${shellWord(source)}`
      })
    ]
  const table = settings.right.value
  return [
    status(table.status),
    ...settingFindings(wanted, 'table', compareTable(wanted.table, { settings: table, recovery: O.none, tags: {} }), [
      'tags',
      'recovery'
    ]),
    E.isLeft(recovery)
      ? unanswered('table-recovery', 'J.6.2 §7', 'point-in-time recovery, on', recovery.left)
      : recoveryFinding(wanted, recovery.right),
    expiryFinding(expiry),
    ...keyFinding(wanted, table.encryptionKey, managedKey)
  ]
}

const isSettled = ({ settings }: Answers): boolean =>
  E.isLeft(settings) || O.isNone(settings.right) || !passing.includes(settings.right.value.status)

/**
 * The lock table is active, of the declared account and region, keyed by `LockID` alone, protected, encrypted and
 * restorable, with AWS's own key, without expiry, replica, witness, stream or index (J.7.0 §4, §7). Tags and the days of recovery are not judged: a plan may change them.
 */
export const lockTable =
  (subject: Subject): RT.ReaderTask<{ readonly table: TableReader } & Waiting, ReadonlyArray<Finding>> =>
  (ports) => {
    const { name } = subject.wanted.table
    const look = pipe(
      T.Do,
      T.apS('settings', ports.table.settings(name)),
      T.apS('recovery', ports.table.recovery(name)),
      T.apS('expiry', ports.table.expiry(name)),
      T.apS('managedKey', ports.table.managedKey)
    )
    return pipe(
      until(
        { pause: ports.pause, waiting: ports.waiting('lock-table', 'the table is ACTIVE') },
        patience,
        look,
        isSettled
      ),
      T.map((answers) => judge(subject, answers))
    )
  }
