import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toldRefusal } from '../../../src/outside/tofu/told-refusal.ts'

const test = suite('the answer of AWS that tofu names')

/** What OpenTofu 1.12.6 and the AWS provider 5.100.0 said when an answer was struck on the wire, recorded. */
const SAID: Readonly<Record<string, readonly [said: string, expected: ReadonlyArray<unknown> | undefined]>> = {
  'an expired token at the lock': [
    `
Error: Error acquiring the state lock

Error message: 2 errors occurred:
\t* operation error DynamoDB: PutItem, https response error StatusCode: 400,
RequestID: 16F34328BB6B452EA20B5DD4853CA571, api error ExpiredTokenException:
The security token included in the request is expired
\t* no lock info found for:
"zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate" within
the DynamoDB table: zenthea-staging-eu-tflock

OpenTofu acquires a state lock to protect the state from being written
by multiple users at the same time.
`,
    [
      'CredentialsRefused',
      'DynamoDB PutItem',
      'ExpiredTokenException',
      'The security token included in the request is expired',
      400,
      1
    ]
  ],
  'a 307 alone at the state': [
    `
Error: Error refreshing state

operation error S3: GetObject, https response error StatusCode: 307,
RequestID: 08A5E393528B44C3A12D65DFD7FD4CAF, HostID: , api error
TemporaryRedirect: Temporary Redirect
`,
    ['NotReady', 'S3 GetObject', 'TemporaryRedirect', 'Temporary Redirect', 307, 1]
  ],
  'a SlowDown at the state, five times': [
    `
Error: Error refreshing state

operation error S3: GetObject, exceeded maximum number of attempts, 5, https
response error StatusCode: 503, RequestID: 0B17638930A544C98CEC09C47505727E,
HostID: , api error SlowDown: Please reduce your request rate.
`,
    ['Throttled', 'S3 GetObject', 'SlowDown', 'Please reduce your request rate.', 503, 5]
  ],
  'a throttled release, without the words api error': [
    `
Error: Error releasing the state lock

Error message: operation error DynamoDB: DeleteItem, exceeded maximum number
of attempts, 5, https response error StatusCode: 400, RequestID:
270CBB4B95B64C4EB3F78C11D4420170, ThrottlingException: Rate of requests
exceeds the allowed throughput.
Lock Info:
  ID:        51435dac-c979-7c53-cf85-6b2ac6309e32
`,
    ['Throttled', 'DynamoDB DeleteItem', 'ThrottlingException', undefined, 400, 5]
  ],
  'an expired token at the tags of the table': [
    `
Planning failed. OpenTofu encountered an error while generating this plan.

Error: listing tags for DynamoDB Table (arn:aws:dynamodb:eu-central-1:111122223333:table/zenthea-staging-eu-tflock): operation error DynamoDB: ListTagsOfResource, https response error StatusCode: 400, RequestID: B27BB7642C2A489F802D70FCD26645CD, api error ExpiredTokenException: The security token included in the request is expired

  with aws_dynamodb_table.lock,
  on main.tf.json line 862, in resource.aws_dynamodb_table.lock:
`,
    ['CredentialsRefused', 'DynamoDB ListTagsOfResource', 'ExpiredTokenException', undefined, 400, 1]
  ],
  'a connection that broke': [
    'Error: x\n\noperation error S3: GetObject, exceeded maximum number of attempts, 5, https response error StatusCode: 0,\nRequestID: , HostID: , request send failed, Get "https://s3.example/": dial tcp 192.0.2.1:443: connect: connection refused\n',
    ['Unreachable', 'S3 GetObject', 'ECONNREFUSED', undefined, undefined, 5]
  ],
  'a certificate of a stranger': [
    'operation error S3: GetObject, https response error StatusCode: 0, RequestID: , HostID: , request send failed, Get "https://s3.example/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ['NotTrusted', 'S3 GetObject', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, undefined, 1]
  ],
  'its own lock, which refused it': [
    'Error message: operation error DynamoDB: PutItem, https response error\nStatusCode: 400, RequestID:\nC2OXlysZWfBdwBxfsKheHqlbZLL2nlMO2QVs2m0WfmGsKmD6Bko7,\nConditionalCheckFailedException: The conditional request failed\nLock Info:\n  ID: x',
    undefined
  ],
  'nothing of AWS': ['Error: Unsupported argument\n\n  on main.tf.json line 3', undefined],
  nothing: ['', undefined]
}

for (const [what, [said, expected]] of Object.entries(SAID))
  test(`${what} is read as the failure of that call`, async () => {
    for (const text of [said, said.replaceAll('\n', '\n│ ')]) {
      const read = O.toUndefined(await toldRefusal(text, 'eu-central-1')())
      const [tag, call, code, message = read?.message, status, attempts] = expected ?? []
      assert.equal(
        read && [read._tag, read.call, read.code, read.message, read.status, read.attempts, read.calledRegion],
        expected && [tag, call, code, message, status, attempts, 'eu-central-1'],
        text
      )
    }
  })

const broken = (words: string): string =>
  `operation error S3: GetObject, https response error StatusCode: 0, RequestID: , HostID: , request send failed, Get "https://s3.example/": ${words}`

/** Words of Go for what became of a connection, and what it is for a person. Source: Go, net, net/http, crypto/tls. */
const connections: ReadonlyArray<readonly [words: string, code: string, tag: string]> = [
  ['tls: failed to verify certificate: x509: certificate has expired', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NotTrusted'],
  ['x509: no names', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NotTrusted'],
  ['remote error: tls: bad certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NotTrusted'],
  ['dial tcp 192.0.2.1:443: i/o timeout', 'ETIMEDOUT', 'TimedOut'],
  ['net/http: TLS handshake Timeout', 'ETIMEDOUT', 'TimedOut'],
  ['context deadline exceeded', 'ETIMEDOUT', 'TimedOut'],
  ['dial tcp: lookup s3.example: no such host', 'ENOTFOUND', 'Unreachable'],
  ['dial tcp 192.0.2.1:443: connect: connection refused', 'ECONNREFUSED', 'Unreachable'],
  ['EOF', 'ECONNRESET', 'Unreachable']
]
for (const [words, code, tag] of connections)
  test(`of a connection that ended with '${words}' the code is ${code}`, async () => {
    const read = O.toUndefined(await toldRefusal(broken(words), 'eu-central-1')())
    assert.equal([read?._tag, read?.code, read?.status, read?.requestId], [tag, code, undefined, undefined])
    assert.match(read?.message ?? '', words)
  })

const answer = (code: string, id: string, message: string): string =>
  `operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ${id}, api error ${code}: ${message}`

/** Texts with two answers, and the request id and message of the one that is told. */
const last: ReadonlyArray<readonly [text: string, requestId: string, message: string]> = [
  [`${answer('A.B', 'ONE', 'first')}\n\n${answer('C', 'TWO', 'second')}`, 'TWO', 'second'],
  [`${answer('A', 'ONE', 'first')}\n \t\n${answer('C', 'TWO', 'second')}\nand on`, 'TWO', 'second and on'],
  [`2 errors occurred:\n\t* ${answer('A', 'ONE', 'first')}\n\t* ${answer('C', 'TWO', 'second')}`, 'TWO', 'second'],
  [`2 errors:\n* ${answer('A', 'ONE', 'first')}\n* no lock info`, 'ONE', 'first'],
  [`╷\n│ Error: x\n│ \n│ ${answer('A', 'ONE', 'first')}\n╵\n`, 'ONE', 'first']
]
for (const [text, requestId, message] of last)
  test(`the last answer of a text is told, and no word of another: ${JSON.stringify(text.slice(0, 24))}`, async () => {
    const read = O.toUndefined(await toldRefusal(text, 'eu-central-1')())
    assert.equal([read?.requestId, read?.message], [requestId, message])
  })

test.run()
