import { answerOf } from '../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { accessIn } from '../../../access/access-in-file.ts'
import type { Access } from '../../../access/access.ts'
import { accessSentences, toldText } from '../../../access/sentences.ts'
import { changedStatements, isSamePolicy, normalPolicy, policyIn } from '../../../backend/same-policy.ts'
import type { Principal } from '../../../caller/caller.ts'
import { shellWord } from '../../../caller/shell.ts'
import { type Finding, failed, passed } from '../../../diagnostics/finding.ts'
import { namedFor, refusalIn } from '../../../iam/policy-setter.ts'
import { stackArns } from '../../../iam/stack-names.ts'
import type { Json, JsonObject } from '../../../terraform/json.ts'
import type { Subject } from '../subject.ts'
import type { StateWhole } from './state/state-whole.ts'

/** The bucket policy that the last apply wrote, or why it is not known. */
export type LastApplied = E.Either<string, string>

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

/** The policy that a state records, once nothing is held against that state. */
export const lastApplied = ({ findings, state }: StateWhole): LastApplied => {
  if (findings.some(({ outcome }) => outcome === 'failed')) return E.left('the state is not proven')
  if (O.isNone(state)) return E.left('nothing was applied yet')
  const resource = state.value.form.resources.find(
    ({ module, mode, type, name }) =>
      module === undefined && mode === 'managed' && type === 'aws_s3_bucket_policy' && name === 'state'
  )
  const [instance, ...others] = resource?.instances ?? []
  const policy = own(instance?.attributes, 'policy')
  return typeof policy === 'string' && others.length === 0
    ? E.right(policy)
    : E.left('the state records no bucket policy')
}

const SETS = 's3:PutBucketPolicy'
const about = { rule: 'bucket-policy', clause: 'J.7.0 §7', from: answerOf('S3 GetBucketPolicy') } as const

/** The name of a pass that is not the end of it. The live policy is another one, and a plan brings it to the declared one. */
export const PLANNED = 'bucket-policy-planned'

/** Where the live policy is not the declared one: what the last apply has to do with both. */
type Case =
  { readonly _tag: 'Changed' } | { readonly _tag: 'Drifted' } | { readonly _tag: 'Neither'; readonly why: string }

const caseOf = ({ wanted: { bucket } }: Subject, live: O.Option<string>, last: LastApplied): Case => {
  if (E.isLeft(last)) return { _tag: 'Neither', why: last.left }
  const applied = policyIn(last.right)
  const isLive = pipe(
    O.Do,
    O.apS('applied', applied),
    O.apS('live', live),
    O.exists((both) => isSamePolicy(both.applied, both.live))
  )
  if (isLive) return { _tag: 'Changed' }
  return isSamePolicy(bucket.policy, last.right)
    ? { _tag: 'Drifted' }
    : { _tag: 'Neither', why: 'the last apply wrote a third one' }
}

/** The words before what differs. They name the declared side: one of the two that are compared was not seen. */
const inWords = {
  Changed: 'the policy that the last apply wrote, and a plan changes it to the declared one',
  Drifted: 'changed from the declared one since the last apply'
} as const

/** How many of the sentences about access stand in one finding; the guard's plan has all of them. */
const MOST = 3

/**
 * The difference between the declared policy and the live one. Its statements come by name, then the first sentences of
 * review and of the guard's plan. Where the file changed, these say what a plan would do, else what was done outside.
 */
const differenceOf = ({ wanted, file }: Subject, live: O.Option<string>, of: Case['_tag']): string => {
  const found = pipe(live, O.flatMap(policyIn))
  if (O.isSome(live) && O.isNone(found)) return 'a text that is not a policy'
  const declared = accessIn(JSON.parse(file.text) as JsonObject)
  const having = (policy: Json | undefined): Access => ({
    ...declared,
    buckets: declared.buckets.map((bucket) => ({ ...bucket, policy: policy && normalPolicy(policy) }))
  })
  const [asDeclared, asLive] = [having(wanted.bucket.policy), having(O.toUndefined(found))]
  const sides = of === 'Changed' ? ([asLive, asDeclared] as const) : ([asDeclared, asLive] as const)
  const said = accessSentences(...sides).map(toldText)
  const statements = O.isNone(found)
    ? ['the bucket has no policy']
    : changedStatements(wanted.bucket.policy, found.value)
  const more = said.length > MOST ? [`and ${said.length - MOST} sentences more about access`] : []
  return [...statements, ...said.slice(0, MOST), ...more].join('; ')
}

/** Source of what AWS always lets the root user do: Amazon S3 API Reference, PutBucketPolicy. */
const ownerMoves = (subject: Subject, setters: ReadonlyArray<string>): string => {
  const { bootstrapPrincipal } = subject.wanted.declaration
  const [old, ...others] = setters
  return old === undefined || others.length > 0
    ? `Find out who may set this policy, and have them let ${bootstrapPrincipal} set it first. If it denies that to every principal, have the root user of the account take the statement out, whom AWS always lets.`
    : `Hand the stack over in two reviewed steps: declare bootstrapPrincipal: '${old}' with nextBootstrapPrincipal: '${bootstrapPrincipal}' and apply that as ${old}; then declare bootstrapPrincipal: '${bootstrapPrincipal}' alone and apply that as ${bootstrapPrincipal}.`
}

/** Whether a policy refuses to a principal that it sets this policy. */
const isRefusedTo = ({ wanted: { declaration } }: Subject, policy: Json, arn: string): boolean =>
  refusalIn(
    policy,
    { action: SETS, resource: stackArns(declaration).bucket },
    { arn, account: declaration.account }
  ) === 'refused'

/** What is said where the live policy refuses the bootstrap principal. It names only principals that pass the whole policy. */
const ofOthers = (subject: Subject, live: O.Option<string>): O.Option<Finding> =>
  pipe(
    live,
    O.flatMap(policyIn),
    O.filter((policy) => isRefusedTo(subject, policy, subject.wanted.declaration.bootstrapPrincipal)),
    O.map((policy) => {
      const setters = namedFor(policy, SETS).filter((arn) => !isRefusedTo(subject, policy, arn))
      return failed({
        ...about,
        expected: `a live policy that lets ${subject.wanted.declaration.bootstrapPrincipal} set it`,
        actual:
          setters.length === 0
            ? `one that denies this to ${subject.wanted.declaration.bootstrapPrincipal}`
            : `one that lets only ${setters.join(' and ')} set it`,
        remedy: ownerMoves(subject, setters)
      })
    })
  )

/**
 * Whether the live policy is the declared one, or may become it by a plan (J.7.0 §7). It may where it is what the last
 * apply wrote, as a proven state records it, or where the declared one is and somebody changed the live one: by the
 * bootstrap principal alone, and only if the live policy lets it. A bucket that is neither is refused.
 */
export const judgePolicy = (
  subject: Subject,
  principal: Principal,
  live: O.Option<string>,
  last: LastApplied
): Finding => {
  const { wanted, source } = subject
  const expected = 'the declared bucket policy'
  const isDeclared = pipe(
    live,
    O.exists((text) => isSamePolicy(wanted.bucket.policy, text))
  )
  if (isDeclared) return passed({ ...about, expected, actual: 'this policy' })
  const found = caseOf(subject, live, last)
  const said = differenceOf(subject, live, found._tag)
  if (found._tag === 'Neither')
    return failed({
      ...about,
      expected: 'the declared bucket policy, or the one that the last apply wrote',
      actual: `another one, and ${found.why}; against the declared one: ${said}`,
      remedy:
        'Find out in CloudTrail who changed it. Where a state was applied, check out the commit of that apply and have the bootstrap principal plan and apply it there. Then come back to this file.'
    })
  const actual = `${inWords[found._tag]}: ${said}`
  const { bootstrapPrincipal } = wanted.declaration
  const planned = `Have the bootstrap principal plan and apply this: as ${bootstrapPrincipal}, npm run tofu -- ${shellWord(source)} plan, then apply.`
  if (principal !== 'bootstrap principal')
    return failed({
      ...about,
      expected,
      actual,
      remedy: found._tag === 'Drifted' ? `Find out in CloudTrail who changed it. ${planned}` : planned
    })
  return pipe(
    ofOthers(subject, live),
    O.getOrElse((): Finding =>
      passed({ ...about, rule: PLANNED, expected: `${expected}, or one that a plan brings to it`, actual })
    )
  )
}
