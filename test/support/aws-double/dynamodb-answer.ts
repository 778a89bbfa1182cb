import type { Answer } from './call.ts'

/** An answer of DynamoDB. */
export const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(body)
})

/** A refusal of DynamoDB. */
export const dynamodbError = (code: string, message = code): Answer =>
  json(400, { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message })
