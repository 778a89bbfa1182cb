import { answerOf } from '../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as R from 'fp-ts/lib/Record.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  MANAGED_KEY,
  PASSING,
  describedSettings,
  keySettings,
  statusRemedy,
  undeclaredOfTable,
  undeclaredSetting,
  untouchedTable
} from '../../../backend/compare-table.ts'
import { type Setting, clauses, ruleOf } from '../../../backend/setting.ts'
import { until } from '../../../backend/until.ts'
import type { AwsFailure } from '../../../outside/aws/failure.port.ts'
import type { Recovery, TableReader, TableSettings, UndeclaredOfTable } from '../../../outside/aws/table.port.ts'
import { type Finding, failed, judged } from '../../../diagnostics/finding.ts'
import { settingFindings, settingRemedy, unanswered } from '../setting-findings.ts'
import type { Subject } from '../subject.ts'
import type { Waiting } from '../result.ts'
import { shellWord } from '../../../caller/shell.ts'

type Answers = {
  readonly settings: E.Either<AwsFailure, O.Option<TableSettings>>
  readonly recovery: E.Either<AwsFailure, Recovery>
  readonly undeclared: Readonly<Record<UndeclaredOfTable, E.Either<AwsFailure, string>>>
  readonly managedKey: E.Either<AwsFailure, O.Option<string>>
}

/** A table that is on its way to ACTIVE is waited for: at most a minute. */
const patience = { times: 20, millis: 3000 }

const status = ({ wanted, source }: Subject, table: TableSettings): Finding =>
  judged(table.status === 'ACTIVE', {
    rule: 'table-active',
    clause: 'J.7.0 §4',
    from: answerOf('DynamoDB DescribeTable'),
    expected: 'a table that is ACTIVE',
    actual: table.status,
    remedy: statusRemedy({ name: wanted.table.name, seed: `npm run seed -- ${shellWord(source)}` }, table)
  })

/** The table can be restored. How many days back is a setting that a plan may change; that it can be restored is not. */
const recoveryFinding = (wanted: Subject['wanted'], recovery: Recovery): Finding =>
  judged(O.isSome(recovery), {
    rule: 'table-recovery',
    clause: 'J.6.2 §7',
    from: answerOf('DynamoDB DescribeContinuousBackups'),
    expected: 'point-in-time recovery, on',
    actual: O.isSome(recovery) ? 'on' : 'off',
    remedy: settingRemedy(wanted, 'table', 'recovery')
  })

/** A setting with a question of its own. One that was not answered hides no other. */
const answered = <A>(
  { wanted }: Subject,
  name: 'encryption key' | UndeclaredOfTable,
  expected: string,
  answer: E.Either<AwsFailure, A>,
  compare: (value: A) => ReadonlyArray<Setting>
): ReadonlyArray<Finding> =>
  pipe(
    answer,
    E.match(
      (failure) => [unanswered(ruleOf('table', name), clauses[name], expected, failure)],
      (value) => settingFindings(wanted, 'table', compare(value), [])
    )
  )

const judge = (subject: Subject, { settings, recovery, managedKey, undeclared }: Answers): ReadonlyArray<Finding> => {
  const { wanted, source } = subject
  const expected = `the table ${wanted.table.name}`
  if (E.isLeft(settings)) return [unanswered('table-known', 'J.7.0 §4', expected, settings.left)]
  if (O.isNone(settings.right))
    return [
      failed({
        rule: 'table-known',
        clause: 'J.7.0 §4',
        from: answerOf('DynamoDB DescribeTable'),
        expected: `${expected} in ${wanted.declaration.region.aws}`,
        actual: 'no such table',
        remedy: `Have the bootstrap principal make it as it is declared: npm run seed -- ${shellWord(source)}`
      })
    ]
  const table = settings.right.value
  return [
    status(subject, table),
    ...settingFindings(wanted, 'table', describedSettings(wanted.table, table), []),
    E.isLeft(recovery)
      ? unanswered('table-recovery', 'J.6.2 §7', 'point-in-time recovery, on', recovery.left)
      : recoveryFinding(wanted, recovery.right),
    ...(O.isNone(table.encryptionKey)
      ? []
      : answered(subject, 'encryption key', MANAGED_KEY, managedKey, (managed) =>
          keySettings(table.encryptionKey, managed)
        )),
    ...undeclaredOfTable.flatMap((name) =>
      answered(subject, name, untouchedTable[name], undeclared[name], (actual) => [undeclaredSetting(name, actual)])
    )
  ]
}

const isSettled = ({ settings }: Answers): boolean =>
  E.isLeft(settings) || O.isNone(settings.right) || !PASSING.includes(settings.right.value.status)

/**
 * The lock table is active, of the declared account and region, keyed by `LockID` alone, protected, encrypted and
 * restorable. The key is AWS's own, and nothing else reads, copies, ends or limits its items (J.7.0 §4, §7). Tags and the
 * days of recovery are not judged: a plan may change them.
 */
export const lockTable =
  (subject: Subject): RT.ReaderTask<{ readonly table: TableReader } & Waiting, ReadonlyArray<Finding>> =>
  (ports) => {
    const { name } = subject.wanted.table
    const look = pipe(
      T.Do,
      T.apS('settings', ports.table.settings(name)),
      T.apS('recovery', ports.table.recovery(name)),
      T.apS('managedKey', ports.table.managedKey),
      T.apS('undeclared', R.sequence(T.ApplicativePar)(ports.table.undeclared(subject.wanted.table)))
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
