import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carrier } from '../../../../src/outside/aws/route.ts'
import { awsPorts } from '../../../../src/outside/aws/session.ts'
import type { AwsDouble } from '../../../support/aws-double/aws-double.ts'
import { json } from '../../../support/aws-double/dynamodb-answer.ts'
import { ACCESS_KEY, ACCOUNT, TABLE, startStagingDouble } from '../../../support/seed-bench.ts'
import { wordsOfNoSession } from '../../../support/no-session.ts'

const test = suite<{ double: AwsDouble }>('answers that come in pages')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
})
test.after.each(({ double }) => double.stop())

const tableOf = async ({ proxy, caBundle }: AwsDouble) => {
  const way = await carrier({ proxy, caBundle }, 20_000)()
  if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
  const calling = {
    region: 'eu-central-1',
    patienceMillis: 20_000,
    pause: () => T.of(undefined),
    retrying: () => () => undefined
  }
  return awsPorts({ accessKeyId: ACCESS_KEY, secretAccessKey: 'secret' }, way.right, calling).table
}
const arn = `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/${TABLE}`

const page = (key: string, NextToken?: string) => json(200, { Tags: [{ Key: key, Value: 'x' }], NextToken })

test('the tags of a table are read to the last page', async ({ double }) => {
  const table = await tableOf(double)
  double.onCall(() => double.misbehave({ at: () => true, fault: page('Second') }))
  double.misbehave({ at: 1, fault: page('First', 'more') })
  assert.equal(await table.tags(arn)(), E.right({ First: 'x', Second: 'x' }))
  assert.equal(
    double.calls().map(({ body }) => (JSON.parse(body) as { NextToken?: string }).NextToken),
    [undefined, 'more']
  )
})

test('pages without an end are refused', async ({ double }) => {
  double.misbehave({ at: () => true, fault: page('Again', 'more') })
  const outcome = await (await tableOf(double)).tags(arn)()
  assert.is(E.isLeft(outcome) && outcome.left._tag, 'Unintelligible')
  assert.ok(double.calls().length <= 50)
})

test('a first page without items says nothing of the ones after it', async ({ double }) => {
  const table = await tableOf(double)
  double.misbehave({ at: () => true, fault: json(200, { Items: [], Count: 0 }) })
  assert.equal(await table.isEmpty(TABLE)(), E.right(true))
  const more = { Items: [], Count: 0, LastEvaluatedKey: { LockID: { S: 'x' } } }
  double.misbehave({ at: () => true, fault: json(200, more) })
  assert.equal(await table.isEmpty(TABLE)(), E.right(false))
})

test.run()
