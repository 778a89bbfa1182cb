import { originOfCredentials, originOfSignIn } from '../../caller/credential-sources.ts'
import type { Origin } from '../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Called } from '../../caller/seen-role.ts'
import { bundleUnusable } from '../../caller/network-path.ts'
import { signIn } from '../../caller/sign-in.ts'
import type { NoSession } from '../../outside/aws/identity.port.ts'
import { unanswered } from './setting-findings.ts'
import type { CheckName } from './check-names.ts'
import { type Finding, failed } from '../../diagnostics/finding.ts'
import { type Identified, iamReached, identity } from './checks/identity.ts'
import { type Live, live } from './live.ts'
import { type LivePorts, type PreflightPorts, telling } from './ports.ts'
import { type CheckResult, resultOf } from './result.ts'
import type { Subject } from './subject.ts'

const EXPECTED = 'credentials of the operator role or of the bootstrap principal, from one source'

const noSession = (placeOf: (words: string) => Origin, why: NoSession): Finding => {
  if (typeof why === 'string')
    return failed({
      rule: 'credentials',
      clause: 'J.7.0 §4',
      from: placeOf(why),
      expected: EXPECTED,
      actual: why,
      remedy: signIn(why)
    })
  return why._tag === 'NoAuthorities'
    ? failed(bundleUnusable(why.message, why.remedy))
    : unanswered('credentials', 'J.7.0 §4', EXPECTED, why.failure)
}

type Opened = Identified & { readonly aws: LivePorts }

const identified =
  (subject: Subject, { sharedConfig, variables, open }: PreflightPorts): TE.TaskEither<Finding, Opened> =>
  async () => {
    const surroundings = { variables, shared: await sharedConfig() }
    const from = originOfCredentials(surroundings)
    const aws = await open()
    if (E.isLeft(aws)) return E.left(noSession((words) => originOfSignIn(surroundings, words), aws.left))
    const known = await identity(subject, from)(aws.right)()
    return E.isLeft(known) ? known : E.right({ ...known.right, aws: aws.right })
  }

/** What was seen of AWS, and who asked. */
export type Seen = Live & { readonly called: O.Option<Called> }

const none: Seen = { results: [], whole: O.none, called: O.none }

/** Identity first and alone; where the caller is refused, nothing else is asked (J.7.0 §4). IAM is reached beside the rest. */
export const online =
  (
    subject: Subject,
    rest: ReadonlyArray<CheckName>,
    ports: PreflightPorts,
    offline: ReadonlyArray<CheckResult>
  ): T.Task<Seen> =>
  async () => {
    const told = telling(ports)
    const without = (because: CheckName, names: ReadonlyArray<CheckName>): Promise<ReadonlyArray<CheckResult>> =>
      T.traverseArray((check: CheckName) => told.leaveOut(check, because))(names)()
    if (rest.length === 0) return none
    if (!offline.some(({ check, _tag }) => check === 'environment' && _tag === 'Proven'))
      return { ...none, results: await without('environment', rest) }

    const after = rest.filter((name) => name !== 'identity')
    await told.began('identity')()
    const asked = await identified(subject, ports)()
    if (E.isLeft(asked)) {
      const refused = await told.ended(resultOf('identity', [asked.left]))()
      return { ...none, results: [refused, ...(await without('identity', after))] }
    }

    const { called, aws, findings } = asked.right
    const [result, { results, whole }] = await Promise.all([
      pipe(
        iamReached(aws),
        T.flatMap((reached) => told.ended(resultOf('identity', [reached, ...findings])))
      )(),
      live(subject, after, ports, aws, called.principal)()
    ])
    return { results: [result, ...results], whole, called: O.some(called) }
  }
