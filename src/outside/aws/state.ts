import { GetObjectCommand } from '@aws-sdk/client-s3'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { LONGEST_JSON, textOf } from '../../diagnostics/strict-json.ts'
import type { BucketOf } from './bucket.port.ts'
import type { AwsFailure } from './failure.port.ts'
import type { LockItem, LockItems, StateObject, StateReader } from './state.port.ts'
import { type Calling, awsCall, given } from './call.ts'
import { NotAnAnswer } from './classify.ts'
import type { Clients } from './clients.ts'
import * as DDB from '@aws-sdk/client-dynamodb'

const tooLong = (length: number): NotAnAnswer => new NotAnAnswer(`${length} bytes, more than any state of a stack`)

/** The bytes of a body, each held once. They are written to where they stay as they come, and never more than may be read. */
const received = async (body: unknown, announced: number | undefined): Promise<Uint8Array> => {
  if (!(body instanceof Readable)) throw new NotAnAnswer('a body that is not a stream')
  if (announced !== undefined && announced > LONGEST_JSON) throw tooLong(announced)
  let [bytes, length] = [Buffer.allocUnsafe(announced ?? 65_536), 0]
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) throw new NotAnAnswer('a body that is not bytes')
    const end = length + chunk.length
    if (end > LONGEST_JSON) throw tooLong(end)
    if (end > bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * end, LONGEST_JSON))
    bytes.set(chunk, length)
    length = end
  }
  return bytes.subarray(0, length)
}

/** Reads the state object of one bucket through S3. A part of it is no answer, and neither is more than 64 MiB. */
export const stateReader = (
  { s3 }: Clients,
  calling: Calling,
  { bucket, account }: BucketOf,
  key: string
): StateReader => ({
  read: () =>
    pipe(
      awsCall(calling)('S3 GetObject', async (abortSignal): Promise<O.Option<StateObject>> => {
        const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: account }), {
          abortSignal
        })
        const bytes = await received(given(answer.Body, 'body'), answer.ContentLength)
        if (answer.ContentLength !== undefined && answer.ContentLength !== bytes.length)
          throw new NotAnAnswer(`${bytes.length} of ${answer.ContentLength} bytes came`)
        return O.some({
          text: textOf(bytes),
          md5: createHash('md5').update(bytes).digest('hex'),
          versionId: answer.VersionId
        })
      }),
      TE.orElse((failure: AwsFailure) => (failure.code === 'NoSuchKey' ? TE.right(O.none) : TE.left(failure)))
    )
})

const text = (value: DDB.AttributeValue | undefined, name: string): string | undefined => {
  if (value !== undefined && value.S === undefined) throw new NotAnAnswer(`the item's ${name} is not a text`)
  return value?.S
}

const itemOf = (id: string, item: Readonly<Record<string, DDB.AttributeValue>>): LockItem => {
  if (item['LockID']?.S !== id) throw new NotAnAnswer('the answer holds another item')
  const [info, digest] = [text(item['Info'], 'Info'), text(item['Digest'], 'Digest')]
  if (info !== undefined && digest === undefined) return { info, digest }
  return info === undefined && digest !== undefined ? { info, digest } : { info: undefined, digest: undefined }
}

/** False where the condition of a write was not met. */
const unlessRefused = <A>(call: TE.TaskEither<AwsFailure, A>): TE.TaskEither<AwsFailure, boolean> =>
  pipe(
    call,
    TE.map(() => true),
    TE.orElse((failure) =>
      failure.code === 'ConditionalCheckFailedException' ? TE.right<AwsFailure, boolean>(false) : TE.left(failure)
    )
  )

/** The items of one table through DynamoDB, by the very requests that OpenTofu makes. */
export const lockItems = ({ dynamodb }: Clients, calling: Calling, table: string): LockItems => {
  const call = awsCall(calling)
  const common = { TableName: table }
  return {
    read: (id) =>
      call('DynamoDB GetItem', async (abortSignal) => {
        const { Item } = await dynamodb.send(
          new DDB.GetItemCommand({
            ...common,
            Key: { LockID: { S: id } },
            ProjectionExpression: 'LockID, Info, Digest',
            ConsistentRead: true
          }),
          { abortSignal }
        )
        return Item === undefined ? O.none : O.some(itemOf(id, Item))
      }),
    take: (id, info) =>
      unlessRefused(
        call('DynamoDB PutItem', (abortSignal) =>
          dynamodb.send(
            new DDB.PutItemCommand({
              ...common,
              Item: { LockID: { S: id }, Info: { S: info } },
              ConditionExpression: 'attribute_not_exists(LockID)'
            }),
            { abortSignal }
          )
        )
      ),
    release: (id, info) =>
      unlessRefused(
        call('DynamoDB DeleteItem', (abortSignal) =>
          dynamodb.send(
            new DDB.DeleteItemCommand({
              ...common,
              Key: { LockID: { S: id } },
              ConditionExpression: 'Info = :info',
              ExpressionAttributeValues: { ':info': { S: info } }
            }),
            { abortSignal }
          )
        )
      )
  }
}
