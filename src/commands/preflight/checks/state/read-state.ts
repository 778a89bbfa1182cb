import type * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { digestId } from '../../../../iam/stack-names.ts'
import type { AwsFailure } from '../../../../outside/aws/failure.port.ts'
import type { LockItem, LockItems, StateObject, StateReader } from '../../../../outside/aws/state.port.ts'
import type { Subject } from '../../subject.ts'
import { commandLine } from '../../../../caller/shell.ts'
import type { Wanted } from '../../../../backend/wanted.ts'

export type StatePorts = { readonly lock: LockItems; readonly state: StateReader }

/** The state object and its digest, as AWS gave them. */
export type StateAnswers = {
  readonly object: E.Either<AwsFailure, O.Option<StateObject>>
  readonly digest: E.Either<AwsFailure, O.Option<LockItem>>
}

/** Reads both once, at the same time; the checks of the state judge what came. */
export const readState =
  (subject: Subject): RT.ReaderTask<StatePorts, StateAnswers> =>
  ({ lock, state }) =>
    pipe(T.Do, T.apS('object', state.read()), T.apS('digest', lock.read(digestId(subject.wanted.declaration))))

/** The digest as it was seen: its text, null for an item without one, and undefined for no item. */
export type SeenDigest = string | null | undefined

/** What is true of the item as long as it is as it was seen. An item that is not a digest has none, or a lock beside it. */
const asSeen = (seen: SeenDigest): ReadonlyArray<string> => {
  if (seen === undefined) return ['--condition-expression', 'attribute_not_exists(LockID)']
  return seen === null
    ? ['--condition-expression', 'attribute_not_exists(Digest) OR attribute_exists(Info)']
    : [
        ...['--condition-expression', 'Digest = :seen'],
        ...['--expression-attribute-values', JSON.stringify({ ':seen': { S: seen } })]
      ]
}

/** The one command that gives the lock table the digest of a state. It does nothing where the item is not as it was seen. */
export const giveDigest = (
  { declaration, table }: Pick<Wanted, 'declaration' | 'table'>,
  md5: string,
  seen: SeenDigest
): string =>
  commandLine([
    ...['aws', 'dynamodb', 'put-item', '--region', declaration.region.aws, '--table-name', table.name],
    ...['--item', JSON.stringify({ LockID: { S: digestId(declaration) }, Digest: { S: md5 } })],
    ...asSeen(seen)
  ])

/**
 * Makes the version of the object that a digest belongs to its newest one again. A bucket with keys of S3 gives each version
 * its MD5 as the ETag. Source: Amazon S3 API reference, Object, "ETag".
 */
export const bringBack = ({ declaration, bucket }: Pick<Wanted, 'declaration' | 'bucket'>, digest: string): string => {
  const { key } = declaration.backend
  const of = ['--region', declaration.region.aws, '--bucket', bucket.name]
  const query = `Versions[?ETag=='"${digest}"'] | [0].VersionId`
  const find = ['aws', 's3api', 'list-object-versions', ...of, '--prefix', key, '--output', 'text', '--query', query]
  const copy = ['aws', 's3api', 'copy-object', ...of, '--key', key, '--server-side-encryption', bucket.encryption]
  return `${commandLine([...copy, '--copy-source'])} "${bucket.name}/${key}?versionId=$(${commandLine(find)})"`
}

const inBase64 = (hex: string): string =>
  btoa(hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))))

/** Whether a digest says the same MD5 in other signs. These are capitals, spaces around it, or Base64, as S3 writes an MD5. */
export const isSameMd5 = (digest: string, md5: string): boolean => {
  const text = digest.trim()
  return text.toLowerCase() === md5 || text === inBase64(md5)
}
