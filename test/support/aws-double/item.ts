import type { Answer } from './call.ts'
import { dynamodbError, json } from './dynamodb-answer.ts'
import type { Table } from './world.ts'

type Text = { readonly S: string }

export type ItemInput = {
  readonly Key?: Readonly<Record<string, Text>>
  readonly Item?: Readonly<Record<string, Text>>
  readonly ConditionExpression?: string
  readonly ExpressionAttributeValues?: Readonly<Record<string, Text>>
  readonly ConsistentRead?: boolean
}

const refused = dynamodbError('ConditionalCheckFailedException', 'The conditional request failed')

/** Single items by their key, with the conditions that OpenTofu and the remedies use; undefined for another operation. */
export const onItem = (table: Table, operation: string, input: ItemInput): Answer | undefined => {
  const key = (input.Key ?? input.Item)?.[table.hashKey]?.S
  const at = table.items.findIndex((item) => (item[table.hashKey] as Text | undefined)?.S === key)
  const found = table.items[at]
  if (operation.endsWith('Item') && key === undefined)
    return dynamodbError('ValidationException', `One of the required keys was not given a value: ${table.hashKey}`)
  switch (operation) {
    case 'GetItem':
      return json(200, found === undefined ? {} : { Item: found })
    case 'PutItem':
      if (input.ConditionExpression === `attribute_not_exists(${table.hashKey})` && found !== undefined) return refused
      if (
        input.ConditionExpression === 'Digest = :seen' &&
        (found?.['Digest'] as Text | undefined)?.S !== input.ExpressionAttributeValues?.[':seen']?.S
      )
        return refused
      if (found !== undefined) table.items.splice(at, 1)
      table.items.push({ ...input.Item })
      return json(200, {})
    case 'DeleteItem':
      if (
        input.ConditionExpression === 'Info = :info' &&
        (found?.['Info'] as Text | undefined)?.S !== input.ExpressionAttributeValues?.[':info']?.S
      )
        return refused
      if (found !== undefined) table.items.splice(at, 1)
      return json(200, {})
    default:
      return undefined
  }
}
