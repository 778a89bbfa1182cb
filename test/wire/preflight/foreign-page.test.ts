import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsFailures } from '../../../src/backend/aws-failures.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Answer } from '../../support/aws-double/call.ts'
import { s3Error } from '../../support/aws-double/xml.ts'
import { findingsIn, refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'

const test = suite<{ double: AwsDouble }>('an answer that a network gives in the place of AWS')
test.before(async (context) => {
  context.double = await startHealthyDouble()
})
test.after(({ double }) => double.stop())

/** One question of each service, and the rule that says that it was not answered. */
const questions: Readonly<Record<string, string>> = {
  GetCallerIdentity: 'caller-known',
  HeadBucket: 'bucket-owned',
  GetBucketVersioning: 'bucket-settings',
  GetBucketTagging: 'bucket-settings',
  DescribeTable: 'table-known',
  DescribeKey: 'table-encryption-key'
}

const page = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: '<html><body>Sign in, jane.doe@example.com</body></html>'
})
const portal = { 'content-type': 'text/plain', location: 'https://login.hotel.example/?from=aws' }

/** Source: RFC 9110, the statuses; public reports of proxies that block, and of networks that want a sign-in first. */
const answers: Readonly<Record<string, Answer>> = {
  'a page that forbids': page(403),
  'a page that asks for a sign-in': page(401),
  'a page that was not found': page(404),
  'a page that wants a password of the proxy': page(407),
  'a way to a portal': { status: 302, headers: portal },
  'a lasting way to a portal': { status: 301, headers: portal },
  'a passing way to a portal': { status: 307, headers: portal },
  'a page that leads to a portal': page(302, { location: portal.location })
}

for (const [operation, rule] of Object.entries(questions))
  for (const [what, answer] of Object.entries(answers))
    test(`${operation}: ${what} is told apart from a refusal of AWS`, async ({ double }) => {
      double.misbehave({ at: (call) => call.operation === operation, fault: answer })
      const seen = await runOnline(double, { names: ['identity', 'bucket', 'lock-table'] })
      const found = findingsIn(seen).find((finding) => finding.rule === rule)
      assert.ok(found?.outcome === 'failed', refusalsIn(seen).join())
      assert.match(
        found.actual,
        `: ${awsFailures.Unintelligible.means}. The cause is NotAnAnswer: a refusal that bears no sign of AWS `
      )
      assert.match(found.actual, `(status ${answer.status}`)
      assert.not.match(found.actual, /AWS says|jane|hotel/)
      assert.is(found.remedy, awsFailures.Unintelligible.remedy)
    })

test('a way to another region of AWS stays one', async ({ double }) => {
  const headers = { 'x-amz-bucket-region': 'eu-west-1', location: 'https://s3.eu-west-1.amazonaws.com/b' }
  double.misbehave({
    at: ({ operation }) => operation === 'HeadBucket',
    fault: { ...s3Error(307, 'TemporaryRedirect'), headers }
  })
  const seen = await runOnline(double, { names: ['identity', 'bucket'] })
  assert.equal(refusalsIn(seen), ['bucket bucket-region'])
})

test.run()
