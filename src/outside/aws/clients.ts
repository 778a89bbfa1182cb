import { S3Client } from '@aws-sdk/client-s3'
import { type HttpHandler, HttpResponse } from '@smithy/core/protocols'
import type { NodeHttpHandler } from '@smithy/node-http-handler'
import { Readable } from 'node:stream'
import { NotAnAnswer } from './classify.ts'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { STSClient } from '@aws-sdk/client-sts'
import type { Carrier } from './route.ts'
import type { Session } from './credentials.ts'

/** AWS's reference names some lists after the operation and some after what they list, as a result or an output. */
const listsOf = (what: string): ReadonlyArray<string> =>
  ['Result', 'Output'].flatMap((end) => [`List${what}${end}`, `ListBucket${what}${end}`])

/** The element that an answer with a body is. Source: Amazon S3 API Reference. */
const roots: Readonly<Record<string, string | ReadonlyArray<string>>> = {
  GetBucketAbacCommand: 'AbacStatus',
  GetBucketAccelerateConfigurationCommand: 'AccelerateConfiguration',
  GetBucketAclCommand: 'AccessControlPolicy',
  GetBucketCorsCommand: 'CORSConfiguration',
  GetBucketLoggingCommand: 'BucketLoggingStatus',
  GetBucketMetadataConfigurationCommand: 'GetBucketMetadataConfigurationResult',
  GetBucketNotificationConfigurationCommand: 'NotificationConfiguration',
  GetBucketRequestPaymentCommand: 'RequestPaymentConfiguration',
  GetBucketWebsiteCommand: 'WebsiteConfiguration',
  GetObjectLockConfigurationCommand: 'ObjectLockConfiguration',
  ListBucketIntelligentTieringConfigurationsCommand: listsOf('IntelligentTieringConfigurations'),
  ListBucketInventoryConfigurationsCommand: listsOf('InventoryConfigurations'),
  GetBucketOwnershipControlsCommand: 'OwnershipControls',
  GetPublicAccessBlockCommand: 'PublicAccessBlockConfiguration',
  GetBucketEncryptionCommand: 'ServerSideEncryptionConfiguration',
  GetBucketVersioningCommand: 'VersioningConfiguration',
  GetBucketTaggingCommand: 'Tagging',
  GetBucketLifecycleConfigurationCommand: 'LifecycleConfiguration',
  GetBucketReplicationCommand: 'ReplicationConfiguration',
  ListObjectVersionsCommand: 'ListVersionsResult'
}

/** Answers that are not documents of S3's own. The code that asks for them judges them. */
const contents = ['GetBucketPolicyCommand', 'GetObjectCommand']

/** Stand-ins for AWS name the element after the operation: the SDK's parser takes either. */
const isWhole = (command: string, expected: ReadonlyArray<string>, text: string): boolean => {
  const body = text.replace(/\s*(<\?xml[^>]*>)?\s*/, '').trimEnd()
  return [...expected, command.replace('Command', 'Response')].some(
    (name) =>
      new RegExp(`^<${name}(\\s[^>]*)?/?>`).test(body) && (body.endsWith(`</${name}>`) || /^<[^>]*\/>$/.test(body))
  )
}

/**
 * Why the answer to a write is none. AWS sends no page of HTML, and S3 can tell of an error under the status of a success. Any
 * other answer means nothing but its status. Source: Amazon S3, "Error responses".
 */
const noSuccess = (text: string): string | undefined => {
  const [, root] = /^\s*(?:<\?xml[^>]*>)?\s*<(html|!doctype|error)(?![\w-])/i.exec(text) ?? []
  if (root === undefined) return undefined
  return root.toLowerCase() === 'error' ? 'the answer tells of an error' : 'the answer is a web page'
}

/**
 * Makes the client refuse an answer of S3 that is not the whole document that it should be. The SDK's parser takes
 * whatever it finds: a web page would read as a setting that was never made.
 */
const demandWholeAnswers = (client: S3Client): void => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args)
      const { response } = result
      const command = String(context.commandName)
      if (!HttpResponse.isInstance(response) || response.statusCode >= 300 || contents.includes(command)) return result
      const body = await client.config.streamCollector(response.body)
      const text = new TextDecoder().decode(body)
      const [root, ...others] = [roots[command] ?? []].flat()
      const isMissing = root !== undefined && !isWhole(command, [root, ...others], text)
      const why =
        root === undefined ? noSuccess(text) : isMissing ? `the answer is not a whole ${root} document` : undefined
      if (why !== undefined) throw new NotAnAnswer(why)
      response.body = body
      return result
    },
    { step: 'deserialize', priority: 'low' }
  )
}

/** The clients of one region and one session. They retry nothing and follow no redirect. */
export type Clients = {
  readonly sts: STSClient
  readonly s3: S3Client
  readonly dynamodb: DynamoDBClient
  readonly kms: KMSClient
}

/** The headers in which each service of AWS gives the id of a request, in every answer. Source: Amazon S3, "Common response headers". */
const ids = ['x-amz-request-id', 'x-amzn-requestid']

/**
 * Takes no success that bears no request id of AWS. A gateway that answers everything with an empty 200 would else
 * read as a lock that is free.
 */
const demandingSign = (handler: NodeHttpHandler): HttpHandler => ({
  handle: async (request, options) => {
    const answer = await handler.handle(request, options)
    const { statusCode, headers } = answer.response
    if (statusCode < 300 && !ids.some((id) => headers[id] !== undefined)) {
      if (answer.response.body instanceof Readable) answer.response.body.destroy()
      throw new NotAnAnswer('the answer has no request id of AWS')
    }
    return answer
  },
  updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
  httpHandlerConfigs: () => handler.httpHandlerConfigs()
})

/** Clients that read nothing from the environment or the shared config: all that those could change is given here. */
export const clients = (region: string, { expiration: _, ...credentials }: Session, { handler }: Carrier): Clients => {
  const common = {
    region,
    credentials,
    requestHandler: demandingSign(handler),
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false
  } as const
  const s3 = new S3Client({ ...common, useArnRegion: false })
  demandWholeAnswers(s3)
  return {
    sts: new STSClient(common),
    s3,
    dynamodb: new DynamoDBClient({ ...common, accountIdEndpointMode: 'disabled', endpointDiscoveryEnabled: false }),
    kms: new KMSClient(common)
  }
}
