import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { NoSession } from '../../outside/aws/identity.port.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import { awsFailures } from '../../backend/aws-failures.ts'
import { judgeEnvironment } from '../../caller/environment.ts'
import type { SharedConfig, Variables } from '../../caller/surroundings.ts'
import type { NamedStack } from '../../command-line/named-stack.ts'
import { type Finding, inDocument } from '../../diagnostics/finding.ts'
import type { Clock } from '../../outside/process/clock.port.ts'
import type { LastApplied } from '../preflight/checks/bucket-policy.ts'
import { bucket } from '../preflight/checks/bucket.ts'
import { lockFree, readLock } from '../preflight/checks/lock-free.ts'
import { lockTable } from '../preflight/checks/lock-table.ts'
import { readState } from '../preflight/checks/state/read-state.ts'
import { stateWhole } from '../preflight/checks/state/state-whole.ts'
import type { LivePorts } from '../preflight/ports.ts'
import type { Subject } from '../preflight/subject.ts'
import type { LiveSeen, NotAsked } from './stack-status.ts'

/** What looking needs of the outside. */
export type LookPorts = {
  readonly variables: Variables
  readonly sharedConfig: T.Task<SharedConfig>
  readonly clock: Clock
  readonly pause: (millis: number) => T.Task<void>
  readonly open: (subject: Subject) => T.Task<E.Either<NoSession, LivePorts>>
}

/** So many stacks are asked about at a time. */
export const AT_A_TIME = 8

/** Runs a task for each item, so many at a time; the results in the order of the items. */
export const bounded = async <A, B>(
  items: ReadonlyArray<A>,
  atATime: number,
  run: (item: A) => Promise<B>
): Promise<ReadonlyArray<B>> => {
  const results: Array<B> = []
  const waiting = [...items.entries()]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next
      results[index] = await run(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker))
  return results
}

const failures = (findings: ReadonlyArray<Finding>): LiveSeen['findings'] =>
  findings.flatMap((one) => (one.outcome === 'failed' ? [{ rule: one.rule, actual: inDocument(one) }] : []))

/** Any other policy than the declared one is drift here, also one that a plan would bring to it. */
const unasked = T.of<LastApplied>(E.left('status does not ask what the last apply wrote'))

/** The checks of preflight that only read, and no other: the lock is not tried out. */
const look = async ({ clock, pause }: LookPorts, subject: Subject, aws: LivePorts): Promise<LiveSeen> => {
  const waiting = () => () => undefined
  const [ofBucket, ofTable, lock, answers] = await Promise.all([
    bucket(subject, 'operator role', unasked)(aws)(),
    lockTable(subject)({ ...aws, pause, waiting })(),
    readLock(subject)(aws)(),
    readState(subject)(aws)()
  ])
  const ofLock = await lockFree(subject)({ lock: { ...aws.lock, read: () => T.of(lock) }, clock })()
  const { findings, state } = stateWhole(answers, subject.wanted)
  const [held] = failures(ofLock)
  return {
    bucket: failures(ofBucket).length === 0,
    table: failures(ofTable).length === 0,
    lock: held === undefined ? 'free' : held.actual,
    serial: O.isSome(state) ? state.value.facts.serial : null,
    unanswered: [
      ...(E.isLeft(lock) ? ['lock' as const] : []),
      ...(E.isLeft(answers.object) || E.isLeft(answers.digest) ? ['state' as const] : [])
    ],
    findings: failures([...ofBucket, ...ofTable, ...ofLock, ...findings])
  }
}

const notAsked = (word: string, why: string): E.Either<NotAsked, never> => E.left({ why, word, isElsewhere: false })

const callerUnknown = ({ _tag }: AwsFailure): E.Either<NotAsked, never> =>
  notAsked(awsFailures[_tag].word, `cannot read who is calling (${_tag})`)

const noSession = (why: NoSession): E.Either<NotAsked, never> => {
  if (typeof why === 'string') return notAsked('credentials', why)
  return why._tag === 'NoAuthorities' ? notAsked('ca-bundle-named', why.message) : callerUnknown(why.failure)
}

const one = async (ports: LookPorts, subject: Subject): Promise<E.Either<NotAsked, LiveSeen>> => {
  const { account } = subject.wanted.declaration
  const opened = await ports.open(subject)()
  if (E.isLeft(opened)) return noSession(opened.left)
  const caller = await opened.right.identity.caller()()
  if (E.isLeft(caller)) return callerUnknown(caller.left)
  return caller.right.account === account
    ? E.right(await look(ports, subject, opened.right))
    : E.left({
        why: `signed in to ${caller.right.account}, and it is of ${account}`,
        word: 'identity',
        isElsewhere: true
      })
}

/**
 * What AWS says of each of these stacks, in their order. Nothing is asked where the surroundings have two meanings, and
 * of a stack of another account nothing but who is calling.
 */
export const lookLive = async (
  ports: LookPorts,
  stacks: ReadonlyArray<NamedStack>,
  route: Subject['route']
): Promise<ReadonlyArray<E.Either<NotAsked, LiveSeen>>> => {
  const shared = await ports.sharedConfig()
  return bounded(stacks, AT_A_TIME, async (stack) => {
    const { declaration } = stack.wanted
    const [objection] = judgeEnvironment({ variables: ports.variables, shared, route, declared: declaration })
    return objection === undefined
      ? one(ports, { ...stack, route })
      : notAsked(objection.rule, `${objection.rule}: ${objection.actual}`)
  })
}
