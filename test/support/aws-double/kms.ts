import type { Answer, Call } from './call.ts'
import { json } from './dynamodb-answer.ts'

/** The key that AWS manages for DynamoDB, of an account and region. */
export const managedKeyArn = (account: string, region: string): string =>
  `arn:aws:kms:${region}:${account}:key/5f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f`

/** KMS as far as preflight asks it: which key an alias of AWS stands for. Source: AWS KMS, DescribeKey. */
export const kms = ({ operation, body, region }: Call, account: string): Answer => {
  const { KeyId } = JSON.parse(body) as { readonly KeyId?: string }
  return operation === 'DescribeKey' && KeyId === 'alias/aws/dynamodb'
    ? json(200, {
        KeyMetadata: {
          AWSAccountId: account,
          Arn: managedKeyArn(account, region),
          KeyId: '5f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f',
          KeyManager: 'AWS',
          KeyState: 'Enabled'
        }
      })
    : json(400, { __type: 'NotFoundException', message: `Alias ${KeyId} is not found.` })
}
