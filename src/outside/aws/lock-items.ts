import * as DDB from '@aws-sdk/client-dynamodb'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AwsFailure } from './failure.port.ts'
import type { LockItem, LockItems } from './lock-items.port.ts'
import { type Calling, awsCall } from './call.ts'
import { NotAnAnswer } from './classify.ts'
import type { Clients } from './clients.ts'

const text = (value: DDB.AttributeValue | undefined, name: string): string | undefined => {
  if (value !== undefined && value.S === undefined) throw new NotAnAnswer(`the item's ${name} is no text`)
  return value?.S
}

const itemOf = (id: string, item: Readonly<Record<string, DDB.AttributeValue>>): LockItem => {
  if (item['LockID']?.S !== id) throw new NotAnAnswer('the answer holds another item')
  return { info: text(item['Info'], 'Info'), digest: text(item['Digest'], 'Digest') }
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
