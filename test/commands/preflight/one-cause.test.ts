import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ofOneCause } from '../../../src/commands/preflight/one-cause.ts'
import type { CheckResult } from '../../../src/commands/preflight/result.ts'
import { type Finding, failed, passed } from '../../../src/diagnostics/finding.ts'
import { answerOf, machine } from '../../../src/diagnostics/origin.ts'

const test = suite('one remedy for each cause')

const LOOK = 'Run this again. If it stays so, look for it in the AWS console.'
const MAKE = { table: 'Make the table again.', bucket: 'Make the bucket again.' }
const seen = { clause: 'J.7.0 §4', expected: 'x' } as const

const gone = (rule: string, actual: string, remedy: string): Finding =>
  failed({ ...seen, rule, from: answerOf('x'), actual, remedy })
const met = (call: string, remedy = LOOK): Finding =>
  failed({ ...seen, rule: `of ${call}`, from: answerOf(call), actual: 'it does not exist', remedy })
const refused = (check: 'bucket' | 'lock-table' | 'lock-free', ...findings: ReadonlyArray<Finding>): CheckResult => ({
  _tag: 'Refused',
  check,
  findings
})
const remedies = (results: ReadonlyArray<CheckResult>): ReadonlyArray<ReadonlyArray<string | undefined>> =>
  results.map((result) =>
    result._tag === 'NotRun'
      ? [result.because]
      : result.findings.map((finding) => (finding.outcome === 'failed' ? finding.remedy : undefined))
  )

const noTable = gone('table-known', 'no such table', MAKE.table)
const noBucket = gone('bucket-region', 'no such bucket', MAKE.bucket)
const right = passed({ ...seen, rule: 'of it', from: answerOf('DynamoDB GetItem'), actual: 'it does not exist' })
const fromMachine: Finding = failed({
  ...seen,
  rule: 'x',
  from: machine('DynamoDB GetItem'),
  actual: 'x',
  remedy: LOOK
})
const results: ReadonlyArray<CheckResult> = [
  refused('bucket', noBucket, met('S3 GetObject'), met('S3 GetObject', 'Wait.')),
  refused('lock-table', noTable),
  refused('lock-free', met('DynamoDB GetItem'), met('xDynamoDB GetItem'), met('KMS DescribeKey'), right, fromMachine),
  { _tag: 'Proven', check: 'lock-works', findings: [right] },
  { _tag: 'NotRun', check: 'state-clean', because: 'state-whole' }
]

test('each call that met an absence says what makes the thing again, and no other finding changes', () => {
  const told = ofOneCause(results)
  assert.equal(remedies(told), [
    [MAKE.bucket, MAKE.bucket, 'Wait.'],
    [MAKE.table],
    [MAKE.table, LOOK, LOOK, undefined, LOOK],
    [undefined],
    ['state-whole']
  ])
  assert.equal(
    told.map((result) => ({ ...result, findings: [] })),
    results.map((result) => ({ ...result, findings: [] }))
  )
})

test('where the thing is there, or another thing was said of it, the results stay as they are', () => {
  for (const first of [
    gone('table-known', 'not allowed', MAKE.table),
    gone('table-region', 'no such table', MAKE.table),
    passed({ ...seen, rule: 'table-known', from: answerOf('x'), actual: 'no such table' })
  ]) {
    const others = [refused('lock-table', first), refused('lock-free', met('DynamoDB GetItem'))]
    assert.equal(ofOneCause(others), others)
  }
  const proven: ReadonlyArray<CheckResult> = [
    { _tag: 'Proven', check: 'lock-table', findings: [noTable] },
    refused('lock-free', met('DynamoDB GetItem'))
  ]
  assert.equal(ofOneCause(proven), proven)
})

test.run()
