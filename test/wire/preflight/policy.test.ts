import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CheckName } from '../../../src/commands/preflight/check-names.ts'
import { stateBucketPolicy } from '../../../src/iam/state-bucket-policy.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Change } from '../../support/changed.ts'
import {
  STATE,
  findingsIn,
  md5,
  refusalsIn,
  runOnline,
  startHealthyDouble,
  store
} from '../../support/preflight-bench.ts'
import { ACCESS_KEY, bucketIn } from '../../support/seed-bench.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const OLD = 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap'
const NEW = 'arn:aws:iam::111122223333:role/admins/ZentheaPlatformOwner'
const NEW_KEY = 'ASIAIOSFODNN7NEWNEWN'

const first: ReadonlyArray<Change> = [[['nextBootstrapPrincipal'], NEW]]
const second: ReadonlyArray<Change> = [[['bootstrapPrincipal'], NEW]]

const policyOf = (changes: ReadonlyArray<Change>): string =>
  JSON.stringify(stateBucketPolicy(wantedOfStaging(changes).declaration))
const [asOld, asBoth, asNew] = [policyOf([]), policyOf(first), policyOf(second)]
const more = { Sid: 'Other', Effect: 'Deny', Principal: '*', Action: 's3:PutBucketTagging', Resource: '*' }
const edited = (text: string, edit: (statements: ReadonlyArray<object>) => ReadonlyArray<object>): string => {
  const document = JSON.parse(text) as { Statement: ReadonlyArray<object> }
  return JSON.stringify({ ...document, Statement: edit(document.Statement) })
}

const test = suite<{ double: AwsDouble }>('preflight, a bucket policy that changes')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
  context.double.world.principals.set(NEW_KEY, {
    account: '111122223333',
    arn: 'arn:aws:sts::111122223333:assumed-role/ZentheaPlatformOwner/a-session'
  })
})
test.after.each(({ double }) => double.stop())

const stateWith = (policy: string | undefined): string => {
  const resource = {
    mode: 'managed',
    type: 'aws_s3_bucket_policy',
    name: 'state',
    provider: 'provider["registry.opentofu.org/hashicorp/aws"]',
    instances: [{ schema_version: 0, attributes: { policy } }]
  }
  return JSON.stringify({ ...(JSON.parse(STATE) as object), resources: policy === undefined ? [] : [resource] })
}

type Run = { live: string | undefined; applied: string | undefined; changes?: ReadonlyArray<Change>; as?: string }

const preflight = async (double: AwsDouble, { live, applied, changes = [], as = ACCESS_KEY }: Run, digest?: string) => {
  const bucket = bucketIn(double)
  if (bucket !== undefined && live === undefined) delete bucket.policy
  else if (bucket !== undefined) bucket.policy = live ?? ''
  const state = stateWith(applied)
  store(double, state, digest ?? md5(state))
  const names: ReadonlyArray<CheckName> = ['identity', 'bucket']
  const seen = await runOnline(double, { names, changes, accessKey: as })
  const about = findingsIn(seen).filter(({ rule }) => rule.startsWith('bucket-policy'))
  return { refused: refusalsIn(seen), said: about.map(({ rule, actual }) => `${rule}: ${actual}`), about }
}
const operator = { as: 'ASIAIOSFODNN7EXAMPLE' }

test('where live and declared are the same, preflight does not ask what was applied', async ({ double }) => {
  const { refused, said } = await preflight(double, { live: asOld, applied: undefined })
  assert.equal([refused, said], [[], ['bucket-policy: this policy']])
  assert.not.ok(double.calls().some(({ operation }) => operation === 'GetObject'))
})

const others = 'any other principal of the account 111122223333'
const bucketArn = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const drifts: Readonly<Record<string, readonly [live: string | undefined, said: string]>> = {
  'a statement that went': [
    edited(asOld, (all) => all.slice(1)),
    `the statement TlsOnly is missing; widens: ${others}, arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap, the automation role, the operator role is no longer denied`
  ],
  'a statement that came': [
    edited(asOld, (all) => [...all, more]),
    `narrows: ${others}, arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap, the operator role is now denied s3:PutBucketTagging on ${bucketArn}, ${bucketArn}/*`
  ],
  'an element that is another': [
    edited(asOld, (all) =>
      all.map((one) =>
        'Sid' in one && one.Sid === 'BootstrapPrincipalSetsPolicy' && 'Action' in one
          ? { ...one, Action: ['s3:PutBucketPolicy', 's3:PutBucketAcl'] }
          : one
      )
    ),
    `the statement BootstrapPrincipalSetsPolicy is another one; widens: ${others} is no longer denied s3:DeleteBucketPolicy, s3:PutBucketOwnershipControls, s3:PutBucketPublicAccessBlock, s3:PutEncryptionConfiguration on ${bucketArn}`
  ],
  'two statements at once': [
    edited(asOld, (all) => all.slice(2)),
    'the statement TlsOnly is missing; the statement TlsNotBelow12 is missing; widens: '
  ],
  'statements in another order': [
    edited(asOld, (all) => all.toReversed()),
    'moves: policies are written otherwise; no request is decided otherwise'
  ],
  'a Sid that is another': [
    asOld.replace('"TlsOnly"', '"OnlyTls"'),
    'the statement TlsOnly is missing; the statement OnlyTls is not declared'
  ],
  'a principal that was deleted': [
    edited(asOld, (all) => [...all, { ...more, Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } }]),
    'the statement Other is not declared'
  ],
  'a denial that AWS writes with a name for all': [
    edited(asOld, (all) => all.map((one) => ({ ...one, Principal: { AWS: '*' } }))),
    'the statement TlsOnly is another one'
  ],
  'no policy at all': [undefined, 'the bucket has no policy; widens: ']
}
for (const [what, [live, said]] of Object.entries(drifts))
  test(`drift, ${what}: shown, and planned back by the bootstrap principal alone`, async ({ double }) => {
    const owner = await preflight(double, { live, applied: asOld })
    assert.equal(owner.refused, [])
    assert.match(owner.said.join(), 'bucket-policy-planned: changed from the declared one since the last apply: ')
    assert.ok(owner.said.join().includes(said), owner.said.join())
    const other = await preflight(double, { live, applied: asOld, ...operator })
    assert.equal(other.refused, ['bucket bucket-policy'])
    assert.ok(other.said.join().includes(said), other.said.join())
    assert.match(JSON.stringify(other.about), `as ${OLD}, npm run tofu -- stacks/staging-eu.ts plan`)
  })

test('a live text that two readers could read differently is told as no policy', async ({ double }) => {
  const live = asOld.replace('"Statement":', '"Statement":[],"Statement":')
  const { refused, said } = await preflight(double, { live, applied: asOld })
  assert.equal(refused, [])
  assert.equal(said, [
    'bucket-policy-planned: changed from the declared one since the last apply: a text that is not a policy'
  ])
})

test('a policy that the last apply wrote and the file changes is planned, by the bootstrap principal alone', async ({
  double
}) => {
  const earlier = edited(asOld, (all) => all.slice(1))
  const owner = await preflight(double, { live: earlier, applied: earlier })
  assert.equal(owner.refused, [])
  assert.match(
    owner.said.join(),
    /the policy that the last apply wrote, and a plan changes it to the declared one: the statement TlsOnly is missing; narrows: .* is now denied .*, if aws:SecureTransport is false/
  )
  assert.equal((await preflight(double, { live: earlier, applied: earlier, ...operator })).refused, [
    'bucket bucket-policy'
  ])
})

test('lists that AWS gives back in another order, or alone, equal the applied ones', async ({ double }) => {
  const { refused } = await preflight(double, {
    live: edited(asBoth, (all) =>
      all.map((one) =>
        'Action' in one && Array.isArray(one.Action) ? { ...one, Action: one.Action.toReversed() } : one
      )
    ),
    applied: asBoth,
    changes: first
  })
  assert.equal(refused, [])
})

const neither: Readonly<Record<string, readonly [Run, digest?: string]>> = {
  'live, declared and applied are three policies': [{ live: edited(asOld, (all) => all.slice(1)), applied: asBoth }],
  'nothing was applied yet': [{ live: asBoth, applied: undefined }],
  'the state is not whole': [{ live: asBoth, applied: asBoth }, 'another digest'],
  'the live policy is no policy': [{ live: '{"Statement":[],"Statement":[]}', applied: asBoth }]
}
for (const [what, [run, digest]] of Object.entries(neither))
  test(`refused as before, for everybody: ${what}`, async ({ double }) => {
    for (const as of [ACCESS_KEY, operator.as]) {
      const { refused, about } = await preflight(double, { ...run, as }, digest)
      assert.equal(refused, ['bucket bucket-policy'])
      assert.match(JSON.stringify(about), 'check out the commit of that apply')
    }
  })

test('a live policy that denies its declared owner is not planned over: it would end in the middle', async ({
  double
}) => {
  const locked = edited(asOld, (all) =>
    all.map((one) => ('Sid' in one && one.Sid === 'HistoryStays' ? { ...one, Action: ['s3:Put*'] } : one))
  )
  const { refused, said, about } = await preflight(double, { live: locked, applied: asOld })
  assert.equal(refused, ['bucket bucket-policy'])
  assert.match(said.join(), `one that denies this to ${OLD}`)
  assert.match(JSON.stringify(about), 'have the root user of the account take the statement out')
})

/** B hands back to A: what A to B was, the other way round. */
const back: ReadonlyArray<Change> = [
  [['bootstrapPrincipal'], NEW],
  [['nextBootstrapPrincipal'], OLD]
]
const asBack = policyOf(back)
/** The same exception in another writing, which means the same to IAM. */
const byHand = asOld.replaceAll('ArnNotEquals', 'ArnNotLike').replaceAll('aws:PrincipalArn', 'AWS:PrincipalArn')

type Step = readonly [what: string, run: Run, refusals: ReadonlyArray<string>, words: string]
const [caller, policy] = [['identity caller-principal', 'bucket not run'], ['bucket bucket-policy']]
const steps: ReadonlyArray<Step> = [
  ['the old owner begins', { live: asOld, applied: asOld, changes: first }, [], 'bucket-policy-planned'],
  ['the new owner begins', { live: asOld, applied: asOld, changes: first, as: NEW_KEY }, caller, `Wait for ${OLD}`],
  ['the operator begins', { live: asOld, applied: asOld, changes: first, ...operator }, policy, `as ${OLD}`],
  [
    'the new owner skips the first step',
    { live: asOld, applied: asOld, changes: second, as: NEW_KEY },
    policy,
    `nextBootstrapPrincipal: '${NEW}'`
  ],
  ['the old owner skips the first step', { live: asOld, applied: asOld, changes: second }, caller, NEW],
  ['the first step is done', { live: asBoth, applied: asBoth, changes: first }, [], 'this policy'],
  ['the new owner ends', { live: asBoth, applied: asBoth, changes: second, as: NEW_KEY }, [], 'bucket-policy-planned'],
  ['the old owner ends', { live: asBoth, applied: asBoth, changes: second }, caller, NEW],
  ['the operator ends', { live: asBoth, applied: asBoth, changes: second, ...operator }, policy, `as ${NEW}`],
  ['the old owner takes it back', { live: asBoth, applied: asBoth }, [], 'bucket-policy-planned'],
  [
    'another one ends',
    {
      live: asBoth.replace('PlatformOwner', 'Another'),
      applied: asBoth.replace('PlatformOwner', 'Another'),
      changes: second,
      as: NEW_KEY
    },
    policy,
    'lets only'
  ],
  [
    'the new owner hands it back, first step',
    { live: asNew, applied: asNew, changes: back, as: NEW_KEY },
    [],
    'bucket-policy-planned'
  ],
  [
    'the old owner takes the first step of the way back',
    { live: asNew, applied: asNew, changes: back },
    caller,
    'Wait for'
  ],
  [
    'the new owner was cut off before the policy',
    { live: asNew, applied: asNew, changes: back, ...operator },
    policy,
    `as ${NEW}`
  ],
  [
    'the new owner was cut off after it',
    { live: asBack, applied: asNew, changes: back, as: NEW_KEY },
    [],
    'this policy'
  ],
  ['the old owner ends the way back', { live: asBack, applied: asBack }, [], 'bucket-policy-planned'],
  [
    'a policy of the old owner, written by hand',
    { live: byHand, applied: byHand, changes: second, as: NEW_KEY },
    policy,
    `lets only ${OLD} set it`
  ],
  ['afterwards the old one is nobody', { live: asNew, applied: asNew, changes: second }, caller, NEW],
  [
    'afterwards the new one is the owner',
    { live: asNew, applied: asNew, changes: second, as: NEW_KEY },
    [],
    'this policy'
  ]
]
for (const [what, run, refusals, words] of steps)
  test(`handover: ${what}`, async ({ double }) => {
    const bucket = bucketIn(double)
    if (bucket !== undefined) bucket.policy = run.live ?? ''
    const state = stateWith(run.applied)
    store(double, state, md5(state))
    const seen = await runOnline(double, {
      names: ['identity', 'bucket'],
      changes: run.changes ?? [],
      accessKey: run.as ?? ACCESS_KEY
    })
    assert.equal(refusalsIn(seen), refusals)
    assert.match(JSON.stringify(findingsIn(seen)), words)
  })

test.run()
