import { type Origin, answerOf } from '../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { judgeAccessKey, judgeCaller } from '../../../caller/judge-caller.ts'
import type { Principal } from '../../../caller/caller.ts'
import type { AwsIam, AwsIdentity } from '../../../outside/aws/identity.port.ts'
import { type Finding, failed, passed } from '../../../diagnostics/finding.ts'
import { judgeSession } from '../session-name.ts'
import { type Called, accountOf, callingRole, declaredArn, seenRole } from '../../../caller/seen-role.ts'
import type { Subject } from '../subject.ts'
import { unanswered } from '../setting-findings.ts'

/** Those who may act on a stack by hand (J.7.0 §5, §7). */
const people = ['operator role', 'bootstrap principal'] as const satisfies ReadonlyArray<Principal>

/** Whose credentials a run has, and how to ask AWS about them. */
export type IdentityPorts = { readonly accessKeyId: string; readonly identity: AwsIdentity; readonly iam: AwsIam }

/** Who is calling, when it is a principal that may. */
export type Identified = { readonly called: Called; readonly findings: ReadonlyArray<Finding> }

/**
 * Right only for the operator role or the bootstrap principal of the declared account (J.7.0 §4, §7). The access key is
 * judged before anything is asked (`credentials` says where it was found), and GetCallerIdentity is all that is asked. Nothing says the name of the session, and
 * one that is somebody's address is refused (J.7.0 §6).
 */
export const identity =
  (
    { wanted: { declaration } }: Subject,
    credentials: Origin
  ): RTE.ReaderTaskEither<IdentityPorts, Finding, Identified> =>
  ({ accessKeyId, identity: aws }) =>
    pipe(
      TE.fromEither(pipe(judgeAccessKey(declaration, accessKeyId, credentials), E.mapLeft(failed))),
      TE.flatMap(() =>
        pipe(
          aws.caller(),
          TE.mapLeft((failure) =>
            unanswered('caller-known', 'J.7.0 §4', 'an answer of AWS to the question who is calling', failure)
          )
        )
      ),
      TE.flatMapEither((caller) =>
        pipe(
          judgeCaller(declaration, people, caller),
          E.mapLeft((diagnostic): Finding => failed(diagnostic)),
          E.bindTo('called'),
          E.bind('session', () => named(judgeSession(caller.arn)))
        )
      ),
      TE.map(({ called, session }) => ({
        called,
        findings: [
          session,
          passed({
            rule: 'caller-account',
            clause: 'J.7.0 §4',
            from: answerOf('STS GetCallerIdentity'),
            expected: `the account ${declaration.account}`,
            actual: `the account ${accountOf(called.seen)}`
          }),
          passed({
            rule: 'caller-principal',
            clause: 'J.7.0 §7',
            from: answerOf('STS GetCallerIdentity'),
            expected: people.map((one) => `the ${one} ${declaredArn(declaration, one)}`).join(' or '),
            actual: `the ${called.principal} ${seenRole(callingRole(declaration, called))}`
          })
        ]
      }))
    )

/** IAM, which a plan asks about the roles, answers on this way. A plan that cannot reach it waits while it holds the lock (J.7.0 §4). */
export const iamReached: RT.ReaderTask<Pick<IdentityPorts, 'iam'>, Finding> = ({ iam }) => {
  const expected = `an answer of IAM at ${iam.host}, which OpenTofu asks about roles and policies`
  return pipe(
    iam.reached(),
    TE.match(
      (failure): Finding => unanswered('iam-reached', 'J.7.0 §4', expected, failure),
      (): Finding =>
        passed({
          rule: 'iam-reached',
          clause: 'J.7.0 §4',
          from: answerOf('IAM GetAccountSummary'),
          expected,
          actual: 'an answer'
        })
    )
  )
}

/** Left when it refuses. */
const named = (session: Finding): E.Either<Finding, Finding> =>
  session.outcome === 'failed' ? E.left(session) : E.right(session)
