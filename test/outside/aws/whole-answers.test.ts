import * as S3 from '@aws-sdk/client-s3'
import { HttpResponse } from '@smithy/core/protocols'
import type { NodeHttpHandler } from '@smithy/node-http-handler'
import { Readable } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clients } from '../../../src/outside/aws/clients.ts'

const test = suite('an answer of S3 is the whole document that it should be')

/** An S3 client whose every request gets this answer. */
const answering = (statusCode: number, text: string) => {
  const handler = {
    handle: () =>
      Promise.resolve({
        response: new HttpResponse({
          statusCode,
          headers: { 'x-amz-request-id': 'R' },
          body: Readable.from([Buffer.from(text)])
        })
      })
  } as unknown as NodeHttpHandler
  const session = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'of-a-test' }
  return clients('eu-central-1', session, { handler, close: () => undefined, authorities: undefined }).s3
}

/** What the client says to an answer: nothing where it takes it. */
const said = async (ask: (s3: S3.S3Client) => Promise<unknown>, text: string, status = 200): Promise<string> => {
  const outcome = await ask(answering(status, text)).then(
    () => '',
    (error: Error) => `${error.name}: ${error.message}`
  )
  return outcome
}

const input = { Bucket: 'a-bucket' }

/** Each question with a body, and the element that its answer is. Source: Amazon S3 API Reference, "Response Syntax". */
const documents: Readonly<
  Record<string, readonly [ask: (s3: S3.S3Client) => Promise<unknown>, ...ReadonlyArray<string>]>
> = {
  GetBucketAbac: [(s3) => s3.send(new S3.GetBucketAbacCommand(input)), 'AbacStatus'],
  GetBucketAccelerateConfiguration: [
    (s3) => s3.send(new S3.GetBucketAccelerateConfigurationCommand(input)),
    'AccelerateConfiguration'
  ],
  GetBucketAcl: [(s3) => s3.send(new S3.GetBucketAclCommand(input)), 'AccessControlPolicy'],
  GetBucketCors: [(s3) => s3.send(new S3.GetBucketCorsCommand(input)), 'CORSConfiguration'],
  GetBucketLogging: [(s3) => s3.send(new S3.GetBucketLoggingCommand(input)), 'BucketLoggingStatus'],
  GetBucketMetadataConfiguration: [
    (s3) => s3.send(new S3.GetBucketMetadataConfigurationCommand(input)),
    'GetBucketMetadataConfigurationResult'
  ],
  GetBucketNotificationConfiguration: [
    (s3) => s3.send(new S3.GetBucketNotificationConfigurationCommand(input)),
    'NotificationConfiguration'
  ],
  GetBucketRequestPayment: [
    (s3) => s3.send(new S3.GetBucketRequestPaymentCommand(input)),
    'RequestPaymentConfiguration'
  ],
  GetBucketWebsite: [(s3) => s3.send(new S3.GetBucketWebsiteCommand(input)), 'WebsiteConfiguration'],
  GetObjectLockConfiguration: [
    (s3) => s3.send(new S3.GetObjectLockConfigurationCommand(input)),
    'ObjectLockConfiguration'
  ],
  ListBucketIntelligentTieringConfigurations: [
    (s3) => s3.send(new S3.ListBucketIntelligentTieringConfigurationsCommand(input)),
    'ListIntelligentTieringConfigurationsResult',
    'ListBucketIntelligentTieringConfigurationsResult',
    'ListIntelligentTieringConfigurationsOutput',
    'ListBucketIntelligentTieringConfigurationsOutput'
  ],
  ListBucketInventoryConfigurations: [
    (s3) => s3.send(new S3.ListBucketInventoryConfigurationsCommand(input)),
    'ListInventoryConfigurationsResult',
    'ListBucketInventoryConfigurationsResult',
    'ListInventoryConfigurationsOutput',
    'ListBucketInventoryConfigurationsOutput'
  ],
  GetBucketOwnershipControls: [(s3) => s3.send(new S3.GetBucketOwnershipControlsCommand(input)), 'OwnershipControls'],
  GetPublicAccessBlock: [(s3) => s3.send(new S3.GetPublicAccessBlockCommand(input)), 'PublicAccessBlockConfiguration'],
  GetBucketEncryption: [(s3) => s3.send(new S3.GetBucketEncryptionCommand(input)), 'ServerSideEncryptionConfiguration'],
  GetBucketVersioning: [(s3) => s3.send(new S3.GetBucketVersioningCommand(input)), 'VersioningConfiguration'],
  GetBucketTagging: [(s3) => s3.send(new S3.GetBucketTaggingCommand(input)), 'Tagging'],
  GetBucketLifecycleConfiguration: [
    (s3) => s3.send(new S3.GetBucketLifecycleConfigurationCommand(input)),
    'LifecycleConfiguration'
  ],
  GetBucketReplication: [(s3) => s3.send(new S3.GetBucketReplicationCommand(input)), 'ReplicationConfiguration'],
  ListObjectVersions: [(s3) => s3.send(new S3.ListObjectVersionsCommand(input)), 'ListVersionsResult']
}
for (const [command, [ask, ...roots]] of Object.entries(documents))
  test(`${command} takes ${roots.join(' or ')}, whole, and nothing else`, async () => {
    for (const root of [...roots, `${command}Response`])
      for (const whole of [
        `<${root}></${root}>`,
        `<${root} xmlns="x"/>`,
        `<?xml version="1.0"?>\n<${root}>\n</${root}>\n`,
        `<?xml version="1.0"?><${root}/>`,
        ` <${root}/>`
      ])
        assert.is(await said(ask, whole), '', whole)
    const [root = ''] = roots
    for (const other of [
      '',
      '<html></html>',
      `<${root}>`,
      `<${root}><a/>`,
      `<${root}x></${root}x>`,
      `<a/><${root}/>`,
      `<${root}/><a>`,
      `<a/>x<?xml version="1.0"?><${root}/>`,
      `x<${root}/>`,
      `</${root}>`,
      `<a></${root}>`
    ])
      assert.is(await said(ask, other), `NotAnAnswer: the answer is not a whole ${root} document`, other)
  })

test('a document that was looked at is still read', async () => {
  const text = '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>'
  const { TagSet } = await answering(200, text).send(new S3.GetBucketTaggingCommand(input))
  assert.equal(TagSet, [{ Key: 'a', Value: 'b' }])
})

test('a refusal is not held to the form of an answer', async () => {
  const text = '<Error><Code>NoSuchTagSet</Code><Message>no</Message></Error>'
  for (const status of [300, 301, 404, 500])
    assert.match(await said((s3) => s3.send(new S3.GetBucketTaggingCommand(input)), text, status), /^NoSuchTagSet: no/)
})

test('the answer to a write may be anything but a web page and an error', async () => {
  const write = (s3: S3.S3Client) => s3.send(new S3.PutBucketPolicyCommand({ ...input, Policy: '{}' }))
  for (const text of ['', '<a/>', 'x<html>', '{"html":1}']) assert.is(await said(write, text), '', text)
  for (const text of ['<html>', ' \n<HTML lang="en">', '<!DOCTYPE html>', '<!doctype html>'])
    assert.is(await said(write, text), 'NotAnAnswer: the answer is a web page', text)
  for (const text of ['<Error><Code>InternalError</Code></Error>', '<?xml version="1.0"?>\n<Error/>'])
    assert.is(await said(write, text), 'NotAnAnswer: the answer tells of an error', text)
})

test('a policy and an object are judged by the code that asks for them', async () => {
  const policy = (s3: S3.S3Client) => s3.send(new S3.GetBucketPolicyCommand(input))
  const object = (s3: S3.S3Client) => s3.send(new S3.GetObjectCommand({ ...input, Key: 'a-key' }))
  for (const ask of [policy, object]) assert.is(await said(ask, '<html></html>'), '')
})

test.run()
