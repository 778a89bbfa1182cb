import type { S3Client } from '@aws-sdk/client-s3'
import { HttpResponse } from '@smithy/core/protocols'
import { NotAnAnswer } from './classify.ts'

/** The element that an answer with a body is. Source: Amazon S3 API Reference. */
const roots: Readonly<Record<string, string>> = {
  GetBucketOwnershipControlsCommand: 'OwnershipControls',
  GetPublicAccessBlockCommand: 'PublicAccessBlockConfiguration',
  GetBucketEncryptionCommand: 'ServerSideEncryptionConfiguration',
  GetBucketVersioningCommand: 'VersioningConfiguration',
  GetBucketTaggingCommand: 'Tagging',
  GetBucketLifecycleConfigurationCommand: 'LifecycleConfiguration',
  GetBucketReplicationCommand: 'ReplicationConfiguration',
  ListObjectVersionsCommand: 'ListVersionsResult'
}

/** Answers that are no document of S3's own: whoever asks for them judges them. */
const contents = ['GetBucketPolicyCommand', 'GetObjectCommand']

/** Stand-ins for AWS name the element after the operation: the SDK's parser takes either. */
const isWhole = (command: string, root: string, text: string): boolean => {
  const body = text.replace(/^\s*(<\?xml[^>]*\?>)?\s*/, '').trimEnd()
  return [root, command.replace(/Command$/, 'Response')].some(
    (name) =>
      new RegExp(`^<${name}(\\s[^>]*)?/?>`).test(body) && (body.endsWith(`</${name}>`) || /^<[^>]*\/>$/.test(body))
  )
}

/** The answer to a write means nothing but its status, unless it is a page of HTML: that is somebody else's. */
const isPage = (text: string): boolean => /^\s*<(html|!doctype)/i.test(text)

/**
 * Makes the client refuse an answer of S3 that is not the whole document that it should be. The SDK's parser takes
 * whatever it finds: a web page would read as a setting that was never made.
 */
export const demandWholeAnswers = (client: S3Client): void => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args)
      const { response } = result
      const command = context.commandName ?? ''
      if (!HttpResponse.isInstance(response) || response.statusCode >= 300 || contents.includes(command)) return result
      const body = await client.config.streamCollector(response.body)
      const text = new TextDecoder().decode(body)
      const root = roots[command]
      if (root === undefined ? isPage(text) : !isWhole(command, root, text))
        throw new NotAnAnswer(
          root === undefined ? 'the answer is a web page' : `the answer is no whole ${root} document`
        )
      response.body = body
      return result
    },
    { step: 'deserialize', priority: 'low', name: 'demandWholeAnswers' }
  )
}
