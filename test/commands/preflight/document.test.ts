import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { preflightDocument } from '../../../src/commands/preflight/document.ts'
import type { CheckResult } from '../../../src/commands/preflight/result.ts'
import { type Finding, failed } from '../../../src/diagnostics/finding.ts'
import { answerOf } from '../../../src/diagnostics/origin.ts'
import { digest } from '../../support/kinds.ts'
import { stagingIn } from './staging-subject.ts'

const test = suite('the document of a run of preflight')

const PERSON = 'erika.muster@her-laptop'

const held = (rule: string, unnamed: string | undefined): Finding =>
  failed({
    rule,
    clause: 'J.6.2 §5',
    from: answerOf('DynamoDB GetItem'),
    expected: 'no lock',
    actual: unnamed === undefined ? 'held' : `held by ${PERSON}`,
    ...(unnamed === undefined ? {} : { unnamed }),
    remedy: 'Wait until they are done.'
  })

const documentOf = (
  findings: ReadonlyArray<Finding>,
  results: ReadonlyArray<CheckResult> = [{ _tag: 'Refused', check: 'lock-free', findings }]
) =>
  preflightDocument(
    stagingIn('/project'),
    {
      results,
      verdict: 'refused',
      commit: O.none,
      called: O.none,
      state: O.none
    },
    { only: undefined, time: '2026-01-01T00:00:00Z', sha256: digest('a'), guard: findings.filter(isFailed) }
  )

const isFailed = (finding: Finding): finding is Finding & { readonly outcome: 'failed' } => finding.outcome === 'failed'

test('a finding that is folded behind another one names no person either, and nor does one of the guard', () => {
  const findings = [held('lock-free', undefined), held('lock-free', 'held for a plan'), held('other', 'held')]
  const document = documentOf(findings)
  assert.equal(document.checks[0]?.findings[0]?.also, ['held for a plan', 'other: held'])
  assert.equal(
    document.guard.map(({ actual }) => actual),
    ['held', 'held for a plan', 'held']
  )
  assert.not.match(JSON.stringify(document), PERSON)
})

const ofFile = (tag: 'Proven' | 'Refused'): CheckResult => ({ _tag: tag, check: 'reviewed-file', findings: [] })
const digests: Readonly<Record<string, readonly [results: ReadonlyArray<CheckResult>, digest: string | null]>> = {
  'proved to be what the stack emits': [[ofFile('Proven')], digest('a')],
  'found to hold other bytes': [[ofFile('Refused')], null],
  'not looked at, since an earlier check failed': [
    [{ _tag: 'NotRun', check: 'reviewed-file', because: 'environment' }],
    null
  ],
  'not asked about': [[{ _tag: 'Proven', check: 'identity', findings: [] }], null]
}
for (const [what, [results, expected]] of Object.entries(digests))
  test(`a file that is ${what}: its digest is ${expected === null ? 'not said' : 'said'}`, () =>
    assert.is(documentOf([], results).file.sha256, expected))

test.run()
