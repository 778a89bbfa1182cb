import * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Answer, Call } from '../../support/aws-double/call.ts'
import { dynamodbError, json } from '../../support/aws-double/dynamodb-answer.ts'
import type { Fault } from '../../support/aws-double/fault.ts'
import {
  DIGEST_ID,
  LOCK_ID,
  PROBE_ID,
  findingsIn,
  probeText,
  refusalsIn,
  runOnline,
  startHealthyDouble
} from '../../support/preflight-bench.ts'
import { tableIn } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('preflight, the lock works')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const names = ['identity', 'lock-works'] as const
const CREATED = '2026-11-21T10:00:00.000Z'
const at = (text: string) => () => Date.parse(text)

type Item = Readonly<Record<string, { readonly S: string }>>

const items = (double: AwsDouble): ReadonlyArray<Item> => (tableIn(double)?.items ?? []) as ReadonlyArray<Item>
const ids = (double: AwsDouble): ReadonlyArray<string | undefined> => items(double).map((item) => item['LockID']?.S)

const probe = (Who: string, Created: string): string => probeText(Who, Created, PROBE_ID)

const onProbe = (operation: string, count: number) => {
  let seen = 0
  return (call: Call): boolean => {
    if (call.operation !== operation || !call.body.includes('#preflight')) return false
    seen += 1
    return seen === count
  }
}

test('takes five round trips in all, of which the probe needs four, and leaves nothing', async ({ double }) => {
  const seen = await runOnline(double, { names })
  assert.equal(refusalsIn(seen), [])
  assert.equal(
    findingsIn(seen).map(({ rule }) => rule),
    [
      ...[
        'iam-reached',
        'caller-session',
        'caller-account',
        'caller-principal',
        'lock-accepts',
        'lock-refuses',
        'lock-keeps',
        'lock-reads'
      ],
      ...['lock-releases', 'lock-gone', 'digest-readable']
    ]
  )
  assert.equal(ids(double), [DIGEST_ID])
})

test('the probe has the form of a lock of OpenTofu, under its own id, and names no person', async ({ double }) => {
  let written: Item | undefined
  double.onCall((call) => {
    if (call.operation === 'PutItem') written ??= items(double).find((item) => item['LockID']?.S === PROBE_ID)
  })
  await runOnline(double, { names, now: at('2026-11-21T10:00:00.120Z') })
  const { ID, ...rest } = JSON.parse(written?.['Info']?.S ?? '{}') as Record<string, string>
  assert.match(ID ?? '', /^[0-9a-f-]{36}$/)
  assert.equal(Object.entries(rest), [
    ['Operation', 'preflight'],
    ['Info', 'a probe of the lock; it holds no state'],
    ['Who', 'npm run preflight as the operator role'],
    ['Version', ''],
    ['Created', '2026-11-21T10:00:00.12Z'],
    ['Path', PROBE_ID]
  ])
})

test('the lock of OpenTofu itself is never touched', async ({ double }) => {
  await runOnline(double, { names })
  const written = double.calls().filter(({ operation }) => /^(Put|Delete|Update)/.test(operation))
  assert.is(written.length, 4)
  assert.equal([...new Set(written.map(({ body }) => body.includes('#preflight')))], [true])
  assert.ok(double.calls().every(({ body }) => !body.includes(`"${LOCK_ID}"`)))
})

/** A lock table that behaves otherwise at one moment, and the findings that say so. */
const broken: Readonly<Record<string, readonly [string, number, Fault | Answer, ReadonlyArray<string>, boolean?]>> = {
  'accepts a second holder': ['PutItem', 2, json(200, {}), ['lock-refuses']],
  'lets somebody else release': ['DeleteItem', 1, json(200, {}), ['lock-keeps']],
  'reads nothing back': ['GetItem', 1, json(200, {}), ['lock-reads']],
  'reads another text back': [
    'GetItem',
    1,
    json(200, { Item: { LockID: { S: PROBE_ID }, Info: { S: '{}' } } }),
    ['lock-reads']
  ],
  'reads another item back': [
    'GetItem',
    1,
    json(200, { Item: { LockID: { S: LOCK_ID }, Info: { S: '{}' } } }),
    ['lock-reads']
  ],
  'reads no text back': [
    'GetItem',
    1,
    json(200, { Item: { LockID: { S: PROBE_ID }, Info: { N: '1' } } }),
    ['lock-reads']
  ],
  'refuses the release by its holder': [
    'DeleteItem',
    2,
    dynamodbError('ConditionalCheckFailedException'),
    ['lock-releases', 'lock-gone']
  ],
  'keeps what was released': ['DeleteItem', 2, json(200, {}), ['lock-gone']],
  'denies the first write': ['PutItem', 1, dynamodbError('AccessDeniedException', 'no'), ['lock-accepts']],
  'denies the second write': ['PutItem', 2, dynamodbError('AccessDeniedException', 'no'), ['lock-refuses']],
  'denies the read': ['GetItem', 1, dynamodbError('AccessDeniedException', 'no'), ['lock-reads']],
  'denies the release': ['DeleteItem', 2, dynamodbError('AccessDeniedException', 'no'), ['lock-releases', 'lock-gone']],
  'has another key': [
    'PutItem',
    1,
    dynamodbError('ValidationException', 'Missing the key id in the item'),
    ['lock-accepts']
  ],
  'does not exist': ['PutItem', 1, dynamodbError('ResourceNotFoundException'), ['lock-accepts']],
  'answers the first write with half an answer': ['PutItem', 1, 'nonsense', ['lock-accepts']],
  'breaks the connection at the first write': ['PutItem', 1, 'reset', ['lock-accepts']]
}
for (const [what, [operation, count, fault, expected]] of Object.entries(broken))
  test(`refuses a table that ${what}, and leaves no probe`, async ({ double }) => {
    double.misbehave({ at: onProbe(operation, count), fault, takesEffect: fault === 'nonsense' || fault === 'reset' })
    const refusals = refusalsIn(await runOnline(double, { names })).filter(
      (refusal) => !refusal.endsWith('digest-readable')
    )
    assert.equal(
      refusals,
      expected.map((id) => `lock-works ${id}`)
    )
    assert.equal(ids(double), [DIGEST_ID])
  })

test('refuses when the digest cannot be read: OpenTofu would go on without it', async ({ double }) => {
  double.misbehave({ at: ({ body }) => body.includes('-md5'), fault: dynamodbError('AccessDeniedException', 'no') })
  assert.equal(refusalsIn(await runOnline(double, { names })), ['lock-works digest-readable'])
})

test('a write that took effect and was answered with a fault of AWS counts as taken', async ({ double }) => {
  double.misbehave({ at: onProbe('PutItem', 1), fault: 'service fault', takesEffect: true })
  assert.equal(refusalsIn(await runOnline(double, { names })), [])
  assert.equal(ids(double), [DIGEST_ID])
})

test('reports a probe that an earlier run left, with its age, and removes it', async ({ double }) => {
  tableIn(double)?.items.push({ LockID: { S: PROBE_ID }, Info: { S: probe('preflight of yesterday', CREATED) } })
  const seen = await runOnline(double, { names, now: at('2026-11-23T11:00:00.000Z') })
  assert.equal(refusalsIn(seen), [])
  const leftover = findingsIn(seen).find(({ rule }) => rule === 'lock-leftover')
  assert.is(leftover?.actual, 'a probe that an earlier run left 2 days ago was removed: preflight of yesterday')
  assert.equal(ids(double), [DIGEST_ID])
})

test('waits for the probe of a run that goes on, and says so', async ({ double }) => {
  const table = tableIn(double)
  table?.items.push({ LockID: { S: PROBE_ID }, Info: { S: probe('somebody', CREATED) } })
  let pauses = 0
  const pause = () => () => {
    pauses += 1
    if (pauses === 3 && table !== undefined)
      table.items = table.items.filter((item) => (item as Item)['LockID']?.S !== PROBE_ID)
    return Promise.resolve()
  }
  const seen = await runOnline(double, { names, now: at('2026-11-21T10:00:01.000Z'), pause })
  assert.equal(refusalsIn(seen), [])
  assert.equal(
    seen.events.flatMap((event) => (event._tag === 'Waiting' ? [event.until] : [])),
    Array(3).fill('another preflight has released its probe')
  )
})

for (const [what, item] of Object.entries({
  'without Info': {},
  'with something else as Info': { Info: { S: 'a note' } },
  'with a date that is none': { Info: { S: probe('somebody', 'yesterday') } }
}))
  test(`refuses an item ${what} under the probe's id, and leaves it alone`, async ({ double }) => {
    tableIn(double)?.items.push({ LockID: { S: PROBE_ID }, ...item })
    assert.equal(refusalsIn(await runOnline(double, { names })), ['lock-works lock-accepts'])
    assert.equal(ids(double), [DIGEST_ID, PROBE_ID])
  })

test('twenty at once: each is true, and none leaves a probe', async ({ double }) => {
  const all = await Promise.all(Array.from({ length: 20 }, () => runOnline(double, { names })))
  assert.equal(all.map(refusalsIn), Array(20).fill([]))
  assert.equal(ids(double), [DIGEST_ID])
})

test('a run that is ended at any of its calls can remove what it wrote', async ({ double }) => {
  const total = await (async () => {
    await runOnline(double, { names })
    return double.calls().length
  })()
  for (let stopAt = 2; stopAt <= total; stopAt += 1) {
    double.forget()
    let undo: O.Option<T.Task<void>> = O.none
    let ending: Promise<void> | undefined
    double.onCall((_call, count) => {
      if (count === stopAt && O.isSome(undo)) ending = undo.value()
    })
    await runOnline(double, { names, keep: (next) => () => (undo = next) })
    await ending
    assert.equal(ids(double), [DIGEST_ID], `ended at call ${stopAt}`)
  }
  assert.ok(total >= 8)
})

test.run()
