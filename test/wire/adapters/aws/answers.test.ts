import { bucketOf } from '../../../support/bucket-of.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carrier } from '../../../../src/outside/aws/route.ts'
import { awsPorts } from '../../../../src/outside/aws/session.ts'
import type { AwsFailure } from '../../../../src/outside/aws/failure.port.ts'
import type { AwsDouble } from '../../../support/aws-double/aws-double.ts'
import {
  ACCESS_KEY,
  ACCOUNT,
  BUCKET,
  TABLE,
  runSeed,
  startStagingDouble,
  tableIn
} from '../../../support/seed-bench.ts'
import { wordsOfNoSession } from '../../../support/no-session.ts'

const of = bucketOf(BUCKET, ACCOUNT)
const nothing = () => () => undefined

const ports = async (double: AwsDouble, accessKeyId = ACCESS_KEY) => {
  const way = await carrier({ proxy: double.proxy, caBundle: double.caBundle }, 1500)()
  if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
  const calling = { region: 'eu-central-1', patienceMillis: 1500, pause: () => T.of(undefined), retrying: nothing }
  return awsPorts({ accessKeyId, secretAccessKey: 'secret' }, way.right, calling)
}

type Ports = Awaited<ReturnType<typeof ports>>

/** Each read, and which of its calls is struck. */
const reads: Readonly<Record<string, readonly [(aws: Ports) => TaskEither<AwsFailure, unknown>, number]>> = {
  GetCallerIdentity: [(aws) => aws.identity.caller(), 1],
  GetBucketOwnershipControls: [(aws) => aws.bucket.settings(of), 1],
  GetBucketTagging: [(aws) => aws.bucket.settings(of), 2],
  GetPublicAccessBlock: [(aws) => aws.bucket.settings(of), 3],
  GetBucketEncryption: [(aws) => aws.bucket.settings(of), 4],
  GetBucketVersioning: [(aws) => aws.bucket.settings(of), 5],
  GetBucketPolicy: [(aws) => aws.bucket.settings(of), 6],
  ListObjectVersions: [(aws) => aws.bucket.isEmpty(of), 1],
  DescribeTable: [(aws) => aws.table.settings(TABLE), 1],
  ListTagsOfResource: [(aws) => aws.table.tags(`arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/${TABLE}`), 1],
  DescribeContinuousBackups: [(aws) => aws.table.recovery(TABLE), 1],
  Scan: [(aws) => aws.table.isEmpty(TABLE), 1]
}

const test = suite<{ double: AwsDouble }>('answers that are none')
test.before(async (context) => {
  context.double = await startStagingDouble()
  await runSeed(context.double)
})
test.before.each(({ double }) => {
  double.forget()
  double.misbehave(undefined)
})
test.after(({ double }) => double.stop())

const struck = async (outcome: TaskEither<AwsFailure, unknown>): Promise<AwsFailure | undefined> => {
  const found = await outcome()
  return E.isLeft(found) ? found.left : undefined
}

for (const [operation, [read, at]] of Object.entries(reads)) {
  test(`half an answer to ${operation} is not read`, async ({ double }) => {
    double.misbehave({ at, fault: 'half an answer' })
    const failure = await struck(read(await ports(double)))
    assert.is(double.calls().at(-1)?.operation, operation)
    assert.is(failure?._tag, 'Unintelligible')
  })

  test(`an answer to ${operation} that never ends is given up`, async ({ double }) => {
    double.misbehave({ at, fault: 'an answer that never ends' })
    const failure = await struck(read(await ports(double)))
    assert.is(double.calls().at(-1)?.operation, operation)
    assert.is(failure?._tag, 'TimedOut')
  })
}

test('the refusal of a proxy is not an answer of AWS', async ({ double }) => {
  const aws = await ports({ ...double, proxy: `${double.proxy}` })
  const { createServer } = await import('node:http')
  const proxy = createServer().on('connect', (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\n\r\n'))
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  const refusing = await ports({
    ...double,
    proxy: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  })
  assert.ok(E.isRight(await aws.bucket.region(of)()))
  const failure = await struck(refusing.bucket.region(of))
  proxy.close()
  assert.is(failure?._tag, 'ProxyRefused')
  assert.match(failure?.message ?? '', /the proxy refused the connection to [\w.-]+ with status 404/)
})

test('a certificate of an unknown authority is refused', async ({ double }) => {
  const way = await carrier({ proxy: double.proxy, caBundle: undefined }, 1500)()
  assert.ok(E.isRight(way))
  if (E.isLeft(way)) return
  const calling = { region: 'eu-central-1', patienceMillis: 2000, pause: () => T.of(undefined), retrying: nothing }
  const aws = awsPorts({ accessKeyId: ACCESS_KEY, secretAccessKey: 'secret' }, way.right, calling)
  const failure = await struck(aws.identity.caller())
  assert.is(failure?._tag, 'NotTrusted')
  assert.is(failure?.code, 'DEPTH_ZERO_SELF_SIGNED_CERT')
  assert.is(double.calls().length, 0)
})

test('an unknown key is refused by AWS, in its words', async ({ double }) => {
  const failure = await struck((await ports(double, 'AKIAIOSFODNN8EXAMPLE')).identity.caller())
  assert.is(failure?._tag, 'CredentialsRefused')
  assert.is(failure?.code, 'InvalidClientTokenId')
  assert.is(failure?.status, 403)
})

test('a table of another region is not there', async ({ double }) => {
  Object.assign(tableIn(double) ?? {}, { region: 'eu-west-1' })
  const found = await (await ports(double)).table.settings(TABLE)()
  Object.assign(tableIn(double) ?? {}, { region: 'eu-central-1' })
  assert.ok(E.isRight(found) && found.right._tag === 'None')
})

test.run()
