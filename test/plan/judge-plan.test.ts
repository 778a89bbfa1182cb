import { readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgePlan, planRules } from '../../src/plan/judge-plan.ts'
import type { Principal } from '../../src/caller/caller.ts'
import type { PlanSubject } from '../../src/plan/rule.ts'
import { sample, sampleNames, subjectOf } from './sample.ts'

const KEPT = '; tags that the file does not declare are taken away, so write those to keep into `tags` of the stack'

const test = suite('judging real plans')

const refusals = (subject: PlanSubject): ReadonlyArray<string> => [
  ...new Set(judgePlan(subject).flatMap(({ rule, outcome }) => (outcome === 'failed' ? [rule] : [])))
]

const bootstrap: Principal = 'bootstrap principal'
const operator: Principal = 'operator role'

/** Plans of the committed file, or of one that was reviewed as edited. */
const accepted: ReadonlyArray<readonly [string, Principal, 'as committed' | 'as edited']> = [
  ['first-apply', bootstrap, 'as committed'],
  ['no-change', bootstrap, 'as committed'],
  ['no-change', operator, 'as committed'],
  ['tag-change', bootstrap, 'as edited'],
  ['tag-change', operator, 'as edited'],
  ['import-and-update', bootstrap, 'as edited'],
  ['iam-change', bootstrap, 'as edited'],
  ['trust-change', bootstrap, 'as edited'],
  ['bucket-policy-change', bootstrap, 'as edited'],
  ['default-tag-change', bootstrap, 'as edited'],
  ['drift-of-tags', bootstrap, 'as committed'],
  ['drift-of-tags', operator, 'as committed'],
  ['drift-of-iam', bootstrap, 'as committed']
]
for (const [name, principal, file] of accepted)
  test(`${name} passes by the ${principal}, of the file ${file}`, () => {
    assert.equal(refusals(subjectOf(sample(name), principal, file === 'as edited' ? name : undefined)), [])
  })

/** What a plan is refused for even where its file was reviewed as edited. */
const refused: ReadonlyArray<readonly [string, Principal, ReadonlyArray<string>]> = [
  ['wrong-account', bootstrap, ['plan-whole', 'plan-account', 'plan-checks']],
  ['replacement', bootstrap, ['plan-actions', 'plan-known']],
  ['replacement-create-first', bootstrap, ['plan-actions']],
  ['deletion', bootstrap, ['plan-actions', 'plan-of-the-whole-file', 'plan-prior-state']],
  ['forget', bootstrap, ['plan-actions', 'plan-of-the-whole-file', 'plan-prior-state']],
  ['output', bootstrap, ['plan-of-this-file', 'plan-outputs']],
  ['target', bootstrap, ['plan-account', 'plan-checks', 'plan-of-the-whole-file']],
  ['refresh-only', bootstrap, ['plan-of-the-whole-file']],
  ['moved', bootstrap, ['plan-of-the-whole-file']],
  ['unknown', bootstrap, ['plan-types', 'plan-of-this-file', 'plan-configuration', 'plan-known']],
  ['read-later', bootstrap, ['plan-account', 'plan-checks', 'plan-known']],
  ['first-apply', operator, ['plan-iam']],
  ['iam-change', operator, ['plan-iam']],
  ['trust-change', operator, ['plan-iam']],
  ['bucket-policy-change', operator, ['plan-iam']],
  ['default-tag-change', operator, ['plan-iam']],
  ['drift-of-iam', operator, ['plan-iam', 'plan-drift']]
]
for (const [name, principal, ids] of refused)
  test(`${name} is refused by the ${principal}, and for this alone`, () => {
    assert.equal(refusals(subjectOf(sample(name), principal, name)), ids)
  })

/** A file that was changed after the review: the committed one says something else. */
const others: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ['tag-change', ['plan-configuration', 'plan-as-declared', 'plan-nothing-more']],
  ['iam-change', ['plan-as-declared']],
  ['trust-change', ['plan-as-declared']],
  ['bucket-policy-change', ['plan-as-declared']],
  ['default-tag-change', ['plan-of-this-file', 'plan-nothing-more']],
  ['deletion', ['plan-actions', 'plan-configuration']],
  ['forget', ['plan-actions', 'plan-configuration']]
]
for (const [name, ids] of others)
  test(`${name} is not a plan of the committed file`, () => {
    assert.equal(refusals(subjectOf(sample(name))), ids)
  })

test('every sample is judged here', () => {
  const judged = [...accepted, ...refused].map(([name]) => name)
  assert.equal(
    sampleNames.filter((name) => !judged.includes(name)),
    []
  )
})

test('no rule is silent on any plan', () => {
  for (const name of sampleNames) {
    const subject = subjectOf(sample(name))
    for (const [rule, judge] of Object.entries(planRules)) assert.ok(judge(subject).length > 0, `${rule} on ${name}`)
  }
})

test('what changed outside is said, by address and attribute and without its value', () => {
  const said = (name: string, principal: Principal): ReadonlyArray<string> =>
    judgePlan(subjectOf(sample(name), principal))
      .filter(({ rule }) => rule === 'plan-drift')
      .map(({ outcome, actual }) => `${outcome}: ${actual}`)
  assert.equal(said('no-change', operator), ['passed: nothing changed outside'])
  assert.equal(said('drift-of-tags', operator), [`passed: aws_s3_bucket.state changed outside: tags, tags_all${KEPT}`])
  assert.equal(said('drift-of-iam', operator), [
    'failed: aws_iam_role.automation changed outside: assume_role_policy, inline_policy',
    'failed: aws_iam_role_policies_exclusive.automation changed outside: policy_names',
    `passed: aws_s3_bucket.state changed outside: tags, tags_all${KEPT}`
  ])
})

test('a role whose own policy changes next did not change outside', () => {
  const ids = judgePlan(subjectOf(sample('iam-change'), operator, 'iam-change')).filter(
    ({ rule }) => rule === 'plan-drift'
  )
  assert.equal(
    ids.map(({ actual }) => actual),
    ['nothing changed outside']
  )
})

test('what is refused is named', () => {
  const [finding] = judgePlan(subjectOf(sample('replacement'))).filter(({ rule }) => rule === 'plan-actions')
  assert.is(finding?.actual, 'aws_s3_bucket.state would be replaced: deleted, then made anew')
  assert.is(finding?.clause, 'J.6.2 §7')
})

test('a rule has the name that it prints, and every rule says something', () => {
  const folder = new URL('../../src/plan/rules/', import.meta.url)
  const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''))
  const said = new Set(judgePlan(subjectOf(sample('no-change'), operator)).map(({ rule }) => rule))
  assert.equal([...said].toSorted(), files.toSorted())
})

test.run()
