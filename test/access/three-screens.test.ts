import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../src/command-line/terminal.ts'
import { planLines } from '../../src/commands/guard/plan-text.ts'
import { judgePolicy } from '../../src/commands/preflight/checks/bucket-policy.ts'
import type { Subject } from '../../src/commands/preflight/subject.ts'
import { compareSides } from '../../src/commands/review/run.ts'
import { reviewLines } from '../../src/commands/review/text.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { planIn, rawSample, sample } from '../plan/sample.ts'
import { type Emitted, afterApply } from '../plan/sample-edits.ts'
import { emittedStaging, wantedOfStaging } from '../support/wanted.ts'

const { file, wanted } = { file: emittedStaging(), wanted: wantedOfStaging() }

type Edit = (file: Emitted) => void

const edited = (edit: Edit): Emitted => {
  const root: Emitted = JSON.parse(file.text)
  edit(root)
  return root
}

const isTold = (line: string): boolean => /^(?:WIDENS|MAY WIDEN|NARROWS|MOVES) {2,}/.test(line)

/** What review says of the file before and after. */
const onReview = (root: JsonObject): ReadonlyArray<string> => {
  const side = (name: string, of: JsonObject) => ({
    name,
    commit: undefined,
    files: new Map([['staging-eu', of]]),
    withoutPage: [],
    others: new Map()
  })
  const review = compareSides(side('before', JSON.parse(file.text) as JsonObject), side('after', root))
  return reviewLines(plain, review).filter(isTold)
}

const inPlan: Readonly<Record<string, readonly [type: string, attribute: string, name?: string]>> = {
  automation_trust: ['aws_iam_role', 'assume_role_policy', 'automation'],
  operator_trust: ['aws_iam_role', 'assume_role_policy', 'operator'],
  automation_policy: ['aws_iam_role_policy', 'policy', 'automation'],
  operator_policy: ['aws_iam_role_policy', 'policy', 'operator'],
  boundary_policy: ['aws_iam_policy', 'policy'],
  state_bucket_policy: ['aws_s3_bucket_policy', 'policy']
}

/** A real plan that changes nothing, with the documents of an edited file as what would be after it. */
const planOf = (root: Emitted) => {
  const raw = structuredClone(rawSample('no-change')) as Emitted
  for (const [local, [type, attribute, name]] of Object.entries(inPlan)) {
    const found = raw.resource_changes.find((one: Emitted) => one.type === type && (name ?? one.name) === one.name)
    found.change.after[attribute] = JSON.stringify(root.locals[local])
  }
  return planIn(raw)
}

const onGuard = (plan: ReturnType<typeof sample>): ReadonlyArray<string> => {
  const lines = planLines(plain, plan, file.declaration)
  const from = lines.indexOf('Who may do what would change')
  return from === -1 ? [] : lines.slice(from + 1).map((line) => line.trimStart())
}

/** What preflight finds where the live policy is still the one before, and the file has the other. */
const onPreflight = (root: Emitted): string => {
  const policy = root.locals.state_bucket_policy
  const subject = {
    file: { ...file, text: JSON.stringify(root) },
    wanted: { ...wanted, bucket: { ...wanted.bucket, policy } },
    source: 'stacks/staging-eu.ts'
  } as unknown as Subject
  const live = JSON.stringify(wanted.bucket.policy)
  const { actual } = judgePolicy(subject, 'operator role', O.some(live), E.right(live))
  return actual.replace(/^.*?and a plan changes it to the declared one: /, '')
}

const account = '111122223333'
const edits: Readonly<Record<string, readonly [edit: Edit, sentence: string]>> = {
  'a statement more in a policy': [
    ({ locals }) =>
      locals.operator_policy.Statement.push({
        Sid: 'More',
        Effect: 'Allow',
        Action: ['s3:PutBucketAcl'],
        Resource: ['*']
      }),
    'WIDENS     the policy of the operator role would now allow s3:PutBucketAcl on'
  ],
  'a wider trust': [
    ({ locals }) => locals.automation_trust.Statement[0].Principal.AWS.push(`arn:aws:iam::${account}:root`),
    `WIDENS     any other principal of the account ${account} may now become the automation role`
  ],
  'a condition less': [
    ({ locals }) => {
      delete locals.operator_trust.Statement[0].Condition.Bool
    },
    `WIDENS     arn:aws:iam::${account}:user/operators/* may now become the operator role`
  ],
  'a denial less': [
    ({ locals }) => {
      locals.automation_policy.Statement = locals.automation_policy.Statement.filter(
        (one: Emitted) => one.Effect !== 'Deny'
      )
    },
    'WIDENS     the policy of the automation role would no longer deny'
  ],
  'another boundary': [
    ({ locals }) => {
      for (const one of locals.boundary_policy.Statement) delete one.Condition
    },
    'WIDENS     the automation role, the operator role may now use'
  ],
  'an action less': [
    ({ locals }) => locals.operator_policy.Statement[1].Action.pop(),
    'NARROWS    the operator role may no longer use s3:PutObject'
  ],
  'what nobody understands': [
    ({ locals }) => {
      locals.automation_trust.Statement[0].Condition = { Looks: { 'aws:x': 'good' } }
    },
    'MAY WIDEN  '
  ],
  'the same in other words': [
    ({ locals }) => {
      locals.operator_policy.Statement[1].Sid = 'Another'
    },
    'MOVES      policies are written otherwise; no request is decided otherwise'
  ]
}

const bucketEdits: typeof edits = {
  'a denial less of the bucket': [
    ({ locals }) => locals.state_bucket_policy.Statement.splice(4, 1),
    `WIDENS     any other principal of the account ${account}, arn:aws:iam::${account}:role/ZentheaFoundationBootstrap is no longer denied s3:DeleteBucket, s3:DeleteObject,`
  ],
  'a grant of the bucket to everybody': [
    ({ locals }) =>
      locals.state_bucket_policy.Statement.push({
        Sid: 'Open',
        Effect: 'Allow',
        Principal: '*',
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::zenthea-staging-eu-tfstate/*']
      }),
    'WIDENS     any other principal of the account'
  ],
  'another owner of the bucket': [
    ({ locals }) => {
      locals.state_bucket_policy.Statement[5].Condition.ArnNotEquals['aws:PrincipalArn'] =
        `arn:aws:iam::${account}:role/NewOwner`
    },
    `WIDENS     arn:aws:iam::${account}:role/NewOwner is no longer denied`
  ]
}

const test = suite('one change on three screens')

for (const [what, [edit, sentence]] of Object.entries({ ...edits, ...bucketEdits }))
  test(`${what}: review and the guard say the same sentences`, () => {
    const root = edited(edit)
    const review = onReview(root)
    assert.ok(
      review.some((line) => line.startsWith(sentence)),
      review.join('\n')
    )
    assert.equal(onGuard(planOf(root)), review)
  })

for (const [what, [edit]] of Object.entries(bucketEdits))
  test(`${what}: preflight names the statement, says the first three of them, and counts the others`, () => {
    const root = edited(edit)
    const said = onReview(root).map((line) =>
      line.replace(/^(\S+(?: \S+)?) {2,}/, (_, turn: string) => `${turn.toLowerCase()}: `)
    )
    const more = said.length > 3 ? [`and ${said.length - 3} sentences more about access`] : []
    const [statement = '', ...rest] = onPreflight(root).split(/; (?!the statement )/)
    assert.match(statement, /^the statement \w+ is (?:missing|another one|not declared)$/)
    assert.is(rest.join('; '), [...said.slice(0, 3), ...more].join('; '))
  })

/** The same edits of the file, of which a real tofu made a plan. */
for (const name of ['iam-change', 'trust-change', 'bucket-policy-change'])
  test(`the plan that tofu made of ${name} says what review says`, () => {
    const edit = afterApply.find((one) => one.name === name)?.edit
    assert.ok(edit)
    const review = onReview(edited(edit))
    assert.ok(review.length > 0)
    assert.equal(onGuard(sample(name)), review)
  })

test.run()
