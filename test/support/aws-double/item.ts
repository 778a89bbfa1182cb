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
  readonly ProjectionExpression?: string
}

type Item = Table['items'][number]

/** A read that is not asked to be consistent may miss the last write, so it does. Source: DynamoDB, "Read consistency". */
export const readable = (table: Table, { ConsistentRead }: ItemInput): ReadonlyArray<Item> =>
  ConsistentRead === true ? table.items : (table.itemsBefore ?? table.items)

const projected = (item: Item, names: string | undefined): Item =>
  names === undefined
    ? item
    : (Object.fromEntries(Object.entries(item).filter(([name]) => names.split(', ').includes(name))) as Item)

/** The conditions that OpenTofu and the remedies use, of the item that is there; undefined for any other. */
const isMet = (table: Table, found: Item | undefined, input: ItemInput): boolean | undefined => {
  const { ConditionExpression: condition, ExpressionAttributeValues: values = {} } = input
  if (condition === undefined) return true
  if (condition === `attribute_not_exists(${table.hashKey})`) return found === undefined
  const [, name = '', value = ''] = /^(Digest|Info) = (:[a-z]+)$/.exec(condition) ?? []
  return values[value] === undefined ? undefined : (found?.[name] as Text | undefined)?.S === values[value].S
}

const refused = dynamodbError('ConditionalCheckFailedException', 'The conditional request failed')

/** Single items by their key, with the conditions that OpenTofu and the remedies use; undefined for another operation. */
export const onItem = (table: Table, operation: string, input: ItemInput): Answer | undefined => {
  const key = (input.Key ?? input.Item)?.[table.hashKey]?.S
  const at = table.items.findIndex((item) => (item[table.hashKey] as Text | undefined)?.S === key)
  const found = table.items[at]
  if (operation.endsWith('Item') && key === undefined)
    return dynamodbError('ValidationException', `One of the required keys was not given a value: ${table.hashKey}`)
  if (operation === 'GetItem') {
    const read = readable(table, input).find((item) => (item[table.hashKey] as Text | undefined)?.S === key)
    return json(200, read === undefined ? {} : { Item: projected(read, input.ProjectionExpression) })
  }
  if (operation !== 'PutItem' && operation !== 'DeleteItem') return undefined
  const isSo = isMet(table, found, input)
  if (isSo === undefined)
    return dynamodbError('ValidationException', `ConditionExpression ${input.ConditionExpression}`)
  if (!isSo) return refused
  table.itemsBefore = [...table.items]
  if (found !== undefined) table.items.splice(at, 1)
  if (operation === 'PutItem') table.items.push({ ...input.Item })
  return json(200, {})
}
