import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carrier } from '../../../../src/outside/aws/route.ts'
import { liveBackend } from '../../../../src/outside/aws/session.ts'
import type { AwsFailure } from '../../../../src/outside/aws/failure.port.ts'
import type { AwsDouble } from '../../../support/aws-double/aws-double.ts'
import type { Answer } from '../../../support/aws-double/call.ts'
import { s3Error } from '../../../support/aws-double/xml.ts'
import { bucketOf } from '../../../support/bucket-of.ts'
import { probeId } from '../../../../src/iam/stack-names.ts'
import { OPERATOR_KEY, startHealthyDouble } from '../../../support/preflight-bench.ts'
import { ACCOUNT, BUCKET, TABLE } from '../../../support/seed-bench.ts'
import { wantedOfStaging } from '../../../support/wanted.ts'
import { wordsOfNoSession } from '../../../support/no-session.ts'

/** AWS gives the id of each request with its answer, and the code of an error in its text. A gateway does neither. */
const test = suite<{ double: AwsDouble }>('answers that bear no sign of AWS')
test.before(async (context) => {
  context.double = await startHealthyDouble()
})
test.after(({ double }) => double.stop())

const open = async ({ proxy, caBundle }: AwsDouble) => {
  const way = await carrier({ proxy, caBundle }, 20_000)()
  if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
  const { declaration } = wantedOfStaging()
  return liveBackend({ accessKeyId: OPERATOR_KEY, secretAccessKey: 'secret' }, way.right, declaration, {
    region: 'eu-central-1',
    patienceMillis: 20_000,
    pause: () => T.of(undefined),
    retrying: () => () => undefined
  })
}

type Aws = Awaited<ReturnType<typeof open>>

const of = bucketOf(BUCKET, ACCOUNT)
const lock = probeId(wantedOfStaging().declaration)
const asked: Readonly<Record<string, (aws: Aws) => TaskEither<AwsFailure, unknown>>> = {
  GetCallerIdentity: (aws) => aws.identity.caller(),
  HeadBucket: (aws) => aws.bucket.region(of),
  GetBucketVersioning: (aws) => aws.bucket.versioning(of),
  ListObjectVersions: (aws) => aws.bucket.isEmpty(of),
  GetObject: (aws) => aws.state.read(),
  DescribeTable: (aws) => aws.table.settings(TABLE),
  DescribeKey: (aws) => aws.table.managedKey,
  GetItem: (aws) => aws.lock.read(lock),
  PutItem: (aws) => aws.lock.take(lock, 'x'),
  DeleteItem: (aws) => aws.lock.release(lock, 'x')
}

/** What the double sends without an id of AWS is what it sends as a page. */
const page = (status: number, body = ''): Answer => ({ status, headers: { 'content-type': 'text/html' }, body })

const ofGateways: Readonly<Record<string, readonly [answer: Answer, attempts: number]>> = {
  'an empty success': [page(200), 1],
  'a success with an empty object': [page(200, '{}'), 1],
  'a success without a body': [page(204), 1],
  'the way to a page to sign in': [{ ...page(302), headers: { 'content-type': 'text/html', location: '/' } }, 1],
  'a page that denies': [page(403, '<html>denied by policy</html>'), 1],
  'a page that finds nothing': [page(404, '<html>not found</html>'), 1],
  'an empty refusal': [page(400), 1],
  'a page of a server behind it': [page(502, '<html>bad gateway</html>'), 5],
  'too much at once': [page(429), 5]
}

const failureOf = async (double: AwsDouble, operation: string, fault: Answer): Promise<AwsFailure | undefined> => {
  double.misbehave({ at: (call) => call.operation === operation, fault })
  const outcome = await asked[operation]?.(await open(double))()
  return outcome === undefined || E.isRight(outcome) ? undefined : outcome.left
}

for (const [what, [answer, attempts]] of Object.entries(ofGateways))
  for (const operation of Object.keys(asked))
    test(`${what}, to ${operation}, is none of AWS`, async ({ double }) => {
      const failure = await failureOf(double, operation, answer)
      assert.equal([failure?._tag, failure?.attempts], ['Unintelligible', attempts], JSON.stringify(failure))
    })

test('a refusal to HeadBucket has no text, and is known by the id of its request', async ({ double }) => {
  for (const [status, tag] of [
    [403, 'Denied'],
    [400, 'Refused'],
    [503, 'ServiceFault']
  ] as const)
    assert.is((await failureOf(double, 'HeadBucket', { status }))?._tag, tag)
  double.misbehave({ at: ({ operation }) => operation === 'HeadBucket', fault: { status: 404 } })
  assert.equal(await (await open(double)).bucket.region(of)(), E.right({ _tag: 'None' }))
})

test('a redirect that names no other region says that a new bucket is not known everywhere yet', async ({ double }) => {
  for (const operation of ['HeadBucket', 'GetBucketVersioning'])
    for (const named of [undefined, 'eu-central-1']) {
      const headers = named === undefined ? {} : { 'x-amz-bucket-region': named }
      const answer = { ...s3Error(307, 'TemporaryRedirect', 'Please re-send this request.'), headers }
      assert.is((await failureOf(double, operation, answer))?._tag, 'NotReady', operation)
    }
  const elsewhere = { ...s3Error(307, 'TemporaryRedirect'), headers: { 'x-amz-bucket-region': 'eu-west-1' } }
  assert.is((await failureOf(double, 'HeadBucket', elsewhere))?._tag, 'WrongRegion')
})

test.run()
