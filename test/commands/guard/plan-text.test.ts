import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { countText, planLines } from '../../../src/commands/guard/plan-text.ts'
import { coloured, plain } from '../../../src/command-line/terminal.ts'
import { countsOf, isEmptyPlan } from '../../../src/plan/plan-form.ts'
import { emittedStaging } from '../../support/wanted.ts'
import { planIn, rawSample, sample, sampleNames, saidOf } from '../../plan/sample.ts'

const test = suite('plan text')

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const place = emittedStaging().declaration
const textOf = (name: string): string => planLines(plain, sample(name), place).join('\n')

test('the numbers are those that tofu itself gives', () => {
  const counted = sampleNames.filter((name) => saidOf(name).startsWith('Plan: '))
  assert.ok(counted.length > 12)
  for (const name of counted) assert.is(countText(countsOf(sample(name))), saidOf(name), name)
})

test('there is nothing to do where tofu says so', () => {
  const still = sampleNames.filter((name) => saidOf(name).startsWith('No changes.'))
  assert.equal(still, ['no-change', 'target'])
  for (const name of sampleNames.filter((one) => saidOf(one) !== ''))
    assert.is(isEmptyPlan(sample(name)), still.includes(name), name)
  assert.not(isEmptyPlan(sample('output')))
})

test('a change of a tag', () => {
  assert.is(
    textOf('tag-change'),
    `  ~  aws_s3_bucket.state  force_destroy: (none) → false
                          tags.Purpose: OpenTofu state → State of OpenTofu

Plan: 0 to add, 1 to change, 0 to destroy.`
  )
})

test('no line ends in blanks, also one of a change without a word', () => {
  const raw = structuredClone(rawSample('tag-change')) as Raw
  const { change } = raw.resource_changes.find((one: Raw) => one.address === 'aws_s3_bucket.state')
  change.after = change.before
  const [first = ''] = planLines(plain, planIn(raw), place)
  assert.is(first, '  ~  aws_s3_bucket.state')
})

test('no change', () => {
  assert.is(textOf('no-change'), 'No changes.')
})

test('the first apply: a line for each resource, and its new roles in short', () => {
  const lines = textOf('first-apply').split('\n')
  const rows = lines.slice(0, lines.indexOf(''))
  assert.is(rows.length, 16)
  assert.is(rows.filter((row) => /^ {2}import {2}aws_\w+\.\w+ +adopts zenthea-staging-eu-tf/.test(row)).length, 7)
  assert.is(rows.filter((row) => /^ {7}\+ {2}aws_iam_\w+\.\w+ +new: \w+$/.test(row)).length, 9)
  assert.ok(lines.includes('Plan: 7 to import, 9 to add, 0 to change, 0 to destroy.'))
  assert.ok(lines.includes('  WIDENS     the roles are new: the REVIEW.md beside the file says all that they may do'))
  assert.ok(lines.length < 40)
})

test('who may assume a new role is said in full', () => {
  assert.match(
    textOf('first-apply'),
    'WIDENS     arn:aws:iam::111122223333:user/operators/* may now become the operator role, as far as its own account lets it, if aws:MultiFactorAuthAge is less than 3600 and aws:MultiFactorAuthPresent is true'
  )
})

test('a wider policy: what is gained', () => {
  assert.is(
    textOf('iam-change'),
    `  ~  aws_iam_role_policy.automation  policy: another document, see below

Plan: 0 to add, 1 to change, 0 to destroy.

Who may do what would change
  WIDENS     the policy of the automation role would now allow s3:GetObject, s3:PutObject on arn:aws:s3:::zenthea-staging-eu-tfstate/*; another policy still denies it`
  )
})

test('replaced, moved and forgotten resources are told as such', () => {
  assert.match(
    textOf('replacement'),
    /^ {2}-\/\+ {2}aws_s3_bucket\.state +bucket: zenthea-staging-eu-tfstate → zenthea-s/m
  )
  assert.match(textOf('replacement-create-first'), /^ {2}\+\/- {2}aws_iam_role\.automation +name: /m)
  assert.match(textOf('moved'), /^ {2}moved {2}aws_iam_role_policy\.other {2}was aws_iam_role_policy\.automation$/m)
  assert.match(textOf('forget'), /^ {2}\. {2}aws_iam_\S+ {2}would stay in AWS and leave the state$/m)
  assert.match(textOf('deletion'), /^ {2}- {2}aws_iam_role\.automation +would be deleted$/m)
})

test('what changed outside stands by itself, with what it gives and takes', () => {
  assert.match(
    textOf('drift-of-iam'),
    `Changed in AWS since the last apply, not by it
  aws_iam_role.automation: assume_role_policy, inline_policy
  aws_iam_role_policies_exclusive.automation: policy_names
  aws_s3_bucket.state: tags, tags_all

Who may do what changed there already
  WIDENS     any other principal of the account 111122223333, anybody without credentials, arn:aws:iam::111122223333:role/ZentheaStagingPlanner may now become the automation role, as far as the other statements let it
`
  )
})

test('no colour unless it is painted; what widens stands out, what narrows does not', () => {
  for (const name of sampleNames) assert.not.match(textOf(name), /\p{Cc}(?<!\n)/u, name)
  const lines = planLines(coloured, sample('drift-of-iam'), place)
  const of = (word: string) => lines.filter((line) => line.includes(word))
  assert.ok(of('WIDENS').length > 0 && of('WIDENS').every((line) => line.includes('\u001b[31m')))
  assert.ok(of('NARROWS').length > 0 && of('NARROWS').every((line) => !line.includes('\u001b[31m')))
})

/** A real plan in which AWS answers something hostile. */
const hostile = `\u001b]0;title\u0007\u009b1A${'x'.repeat(100_000)}`
const tagged = (mark: unknown) => {
  const raw = structuredClone(rawSample('tag-change')) as Raw
  const { change } = raw.resource_changes.find((one: Raw) => one.address === 'aws_s3_bucket.state')
  change.before.tags = { Purpose: 'secret', [hostile]: hostile }
  change.before_sensitive.tags = mark
  return planLines(plain, planIn(raw), place).join('')
}

test('nothing from AWS repaints the terminal or floods it', () => {
  const text = tagged({})
  assert.not.match(text, /\p{Cc}/u)
  assert.ok(text.length < 3000)
  assert.match(text, 'tags.Purpose: secret → ')
})

test('a sensitive value is masked', () => {
  assert.match(tagged(true), 'tags.Purpose: (sensitive) → State of OpenTofu')
  assert.not.match(tagged(true), 'secret')
})

test('no person is named: the session of the caller stands in a plan and in none of its lines', () => {
  const raw = structuredClone(rawSample('read-later')) as Raw
  const identity = raw.resource_changes.find((one: Raw) => one.mode === 'data')
  identity.change.before = { arn: 'arn:aws:sts::111122223333:assumed-role/Role/jane.doe@example.com' }
  assert.not.match(planLines(plain, planIn(raw), place).join(), 'jane')
})

test.run()
