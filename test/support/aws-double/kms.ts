import type { Answer, Call } from './call.ts'
import type { World } from './world.ts'
import { json } from './dynamodb-answer.ts'

/** The key that AWS manages for DynamoDB, of an account and region. */
export const managedKeyArn = (account: string, region: string): string =>
  `arn:aws:kms:${region}:${account}:key/5f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f`

const refused = (code: string, message: string): Answer => json(400, { __type: code, message })

const managed = (account: string, region: string): Answer =>
  json(200, {
    KeyMetadata: {
      AWSAccountId: account,
      Arn: managedKeyArn(account, region),
      KeyId: '5f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f',
      KeyManager: 'AWS',
      KeyState: 'Enabled'
    }
  })

/**
 * KMS as far as it is asked: which key an alias of AWS stands for, and what becomes of a key of a customer. A key that waits
 * for its deletion can be kept, and is disabled then. Source: AWS KMS API Reference, DescribeKey, EnableKey, CancelKeyDeletion.
 */
export const kms = ({ keys }: World, { operation, body, region }: Call, account: string): Answer => {
  const { KeyId = '' } = JSON.parse(body) as { readonly KeyId?: string }
  if (operation === 'DescribeKey' && KeyId === 'alias/aws/dynamodb') return managed(account, region)
  const state = keys.get(KeyId)
  if (state === undefined) return refused('NotFoundException', `Key ${KeyId} is not found.`)
  switch (operation) {
    case 'DescribeKey':
      return json(200, { KeyMetadata: { AWSAccountId: account, Arn: KeyId, KeyManager: 'CUSTOMER', KeyState: state } })
    case 'EnableKey':
      if (state === 'PendingDeletion') return refused('KMSInvalidStateException', `${KeyId} is pending deletion.`)
      keys.set(KeyId, 'Enabled')
      return json(200, {})
    case 'CancelKeyDeletion':
      if (state !== 'PendingDeletion') return refused('KMSInvalidStateException', `${KeyId} is not pending deletion.`)
      keys.set(KeyId, 'Disabled')
      return json(200, { KeyId })
    default:
      return refused('UnknownOperationException', operation)
  }
}
