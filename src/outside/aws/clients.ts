import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { STSClient } from '@aws-sdk/client-sts'
import type { Carrier } from './route.ts'
import { demandWholeAnswers } from './whole-answers.ts'
import type { Session } from './credentials.ts'

/** The clients of one region and one session. They retry nothing and follow no redirect. */
export type Clients = {
  readonly sts: STSClient
  readonly s3: S3Client
  readonly dynamodb: DynamoDBClient
  readonly kms: KMSClient
}

/** Clients that read nothing from the environment or the shared config: all that those could change is given here. */
export const clients = (region: string, { expiration: _, ...credentials }: Session, { handler }: Carrier): Clients => {
  const common = {
    region,
    credentials,
    requestHandler: handler,
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false
  } as const
  const s3 = new S3Client({ ...common, followRegionRedirects: false, useArnRegion: false })
  demandWholeAnswers(s3)
  return {
    sts: new STSClient(common),
    s3,
    dynamodb: new DynamoDBClient({ ...common, accountIdEndpointMode: 'disabled', endpointDiscoveryEnabled: false }),
    kms: new KMSClient(common)
  }
}
