import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { countText, planLines } from '../../../src/commands/guard/plan-text.ts'
import { coloured, plain } from '../../../src/command-line/terminal.ts'
import { countsOf, isEmptyPlan } from '../../../src/plan/plan-form.ts'
import { planIn, rawSample, sample, sampleNames, saidOf } from '../../plan/sample.ts'

const test = suite('plan text')

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const textOf = (name: string): string => planLines(plain, sample(name)).join('\n')

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

test('no change', () => {
  assert.is(textOf('no-change'), 'No changes.')
})

test('the first apply: a line for each resource, and its new policies in short', () => {
  const lines = textOf('first-apply').split('\n')
  const rows = lines.slice(0, lines.indexOf(''))
  assert.is(rows.length, 16)
  assert.is(rows.filter((row) => /^ {2}import {2}aws_\w+\.\w+ +adopts zenthea-staging-eu-tf/.test(row)).length, 7)
  assert.is(rows.filter((row) => /^ {7}\+ {2}aws_iam_\w+\.\w+ +new: \w+$/.test(row)).length, 9)
  assert.ok(lines.includes('Plan: 7 to import, 9 to add, 0 to change, 0 to destroy.'))
  assert.ok(lines.includes('    gained  new: allows 36 actions, denies 1 action, as the file says'))
  assert.ok(lines.length < 40)
})

test('who may assume a new role is said in full', () => {
  assert.match(
    textOf('first-apply'),
    'gained  now allowed  sts:AssumeRole for account 111122223333 if ArnLike aws:principalarn = arn:aws:iam::111122223333:user/operators/* and Bool aws:multifactorauthpresent = true and NumericLessThan aws:multifactorauthage = 3600'
  )
})

test('a wider policy: what is gained', () => {
  assert.is(
    textOf('iam-change'),
    `  ~  aws_iam_role_policy.automation  policy: another document, see below

Plan: 0 to add, 1 to change, 0 to destroy.

Who may do what would change
  aws_iam_role_policy.automation: policy
    gained  now allowed  s3:GetObject, s3:PutObject on arn:aws:s3:::zenthea-staging-eu-tfstate/*
    gained  now allowed  s3:PutObject on arn:aws:s3:::zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate`
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
  aws_iam_role.automation: assume_role_policy
    gained  now allowed  sts:AssumeRole for anyone
    lost    no longer allowed  sts:AssumeRole for arn:aws:iam::111122223333:role/ZentheaStagingPlanner
  aws_iam_role.automation: the policy extra in it
    gained  now allowed  * on *`
  )
})

test('no colour unless it is painted; what is gained stands out, what is lost does not', () => {
  for (const name of sampleNames) assert.not.match(textOf(name), /\p{Cc}(?<!\n)/u, name)
  const lines = planLines(coloured, sample('drift-of-iam'))
  const of = (word: string) => lines.filter((line) => line.includes(word))
  assert.ok(of('gained').every((line) => line.includes('\u001b[31m') && line.includes('\u001b[1m')))
  assert.ok(of('lost  ').every((line) => !line.includes('\u001b')))
})

/** A real plan in which AWS answers something hostile. */
const hostile = `\u001b]0;title\u0007\u009b1A${'x'.repeat(100_000)}`
const tagged = (mark: unknown) => {
  const raw = structuredClone(rawSample('tag-change')) as Raw
  const { change } = raw.resource_changes.find((one: Raw) => one.address === 'aws_s3_bucket.state')
  change.before.tags = { Purpose: 'secret', [hostile]: hostile }
  change.before_sensitive.tags = mark
  return planLines(plain, planIn(raw)).join('')
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

test('nobody is named: the session of the caller stands in a plan and in none of its lines', () => {
  const raw = structuredClone(rawSample('read-later')) as Raw
  const identity = raw.resource_changes.find((one: Raw) => one.mode === 'data')
  identity.change.before = { arn: 'arn:aws:sts::111122223333:assumed-role/Role/jane.doe@example.com' }
  assert.not.match(planLines(plain, planIn(raw)).join(), 'jane')
})

test.run()
