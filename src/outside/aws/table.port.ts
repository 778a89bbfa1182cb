import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Tags } from './bucket.port.ts'
import type { AwsFailure } from './failure.port.ts'

/** What DynamoDB says of a table, without its items. Source: Amazon DynamoDB, DescribeTable. */
export type TableSettings = {
  readonly arn: string
  readonly status: string
  /** Each key and its kind: `LockID HASH`. */
  readonly keys: ReadonlyArray<string>
  /** Each attribute of a key and its type: `LockID S`. */
  readonly attributes: ReadonlyArray<string>
  readonly billing: string
  readonly isProtected: boolean
  /** ENABLED, ENABLING …; none when the key is DynamoDB's own. */
  readonly encryption: O.Option<string>
  /** The ARN of the key that encrypts it, where it is one of AWS KMS. */
  readonly encryptionKey: O.Option<string>
  /** The regions of its replicas, and of the witnesses that see its writes. */
  readonly replicas: ReadonlyArray<string>
  /** Whether it has a stream or an index, by which its items could be read or copied. */
  readonly hasStreamOrIndex: boolean
  /** AWS's word; STANDARD where it says none. */
  readonly tableClass: string
  /** The most requests that it takes, in AWS's names; empty where there is no such limit. */
  readonly limits: ReadonlyArray<string>
}

/** Settings of a table that no stack declares, each behind a question of its own. */
export type UndeclaredOfTable = 'contributor insights' | 'expiry' | 'kinesis streams' | 'resource policy'

/** How far back a table can be restored; none when point-in-time recovery is off. */
export type Recovery = O.Option<{ readonly days: number | undefined }>

/** Reads one table of the credentials' account and region. Writes nothing. */
export type TableReader = {
  /** None when there is no such table. */
  readonly settings: (table: string) => TE.TaskEither<AwsFailure, O.Option<TableSettings>>
  readonly recovery: (table: string) => TE.TaskEither<AwsFailure, Recovery>
  /** In AWS's words: DISABLED or `none`, or the setting that was found. */
  readonly undeclared: (
    of: Pick<NewTable, 'name'> & Pick<TableSettings, 'arn'>
  ) => Readonly<Record<UndeclaredOfTable, TE.TaskEither<AwsFailure, string>>>
  /** The ARN of the key that AWS manages for DynamoDB, `alias/aws/dynamodb`; none where there is none yet. */
  readonly managedKey: TE.TaskEither<AwsFailure, O.Option<string>>
  /** With those of AWS itself (`aws:`). */
  readonly tags: (arn: string) => TE.TaskEither<AwsFailure, Tags>
  /** A consistent read of at most one item. */
  readonly isEmpty: (table: string) => TE.TaskEither<AwsFailure, boolean>
}

/** A lock table: its one key, paid by request, protected from deletion and encrypted from the first moment. */
export type NewTable = {
  readonly name: string
  readonly hashKey: string
  readonly billing: 'PAY_PER_REQUEST'
  readonly tags: Tags
}

/** Makes one table. Deletes nothing. */
export type TableMaker = {
  readonly create: (table: NewTable) => TE.TaskEither<AwsFailure, void>
  readonly keepHistory: (table: string, days: number) => TE.TaskEither<AwsFailure, void>
}
