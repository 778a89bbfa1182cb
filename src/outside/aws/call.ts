import * as E from 'fp-ts/lib/Either.js'
import type * as IO from 'fp-ts/lib/IO.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { identity, pipe } from 'fp-ts/lib/function.js'
import type { AwsFailure } from './failure.port.ts'
import { NoAnswerInTime, NotAnAnswer, classify } from './classify.ts'
import type { Tags } from './bucket.port.ts'

/** How calls are made: how long one may take, and what happens between two attempts. */
export type Calling = {
  readonly region: string
  readonly patienceMillis: number
  readonly pause: (millis: number) => T.Task<void>
  readonly retrying: (failure: AwsFailure, ofAttempts: number, millis: number) => IO.IO<void>
}

/** One attempt, given up when the whole answer is not there in time, however much of it is. */
export type Send<A> = (signal: AbortSignal) => Promise<A>

const ATTEMPTS = 5
const FIRST_PAUSE = 400

const inTime = async <A>(millis: number, send: Send<A>): Promise<A> => {
  const giveUp = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswerInTime(`no whole answer within ${millis / 1000} seconds`))
      giveUp.abort()
    }, millis)
  })
  try {
    return await Promise.race([send(giveUp.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Throttling and faults pass, also those of a machine on the way to AWS. */
const passes = ({ _tag, status }: AwsFailure): boolean =>
  _tag === 'Throttled' ||
  _tag === 'ServiceFault' ||
  (_tag === 'Unintelligible' && status !== undefined && (status === 429 || status >= 500))

/** Calls that change nothing, by the names that AWS gives them. */
const reads = / (?:Get|Head|List|Describe)/

/**
 * How often a call that failed so may be made. A connection that is kept open may be closed by the other side just as it is
 * used again: a call that only reads is then made once more, on a new one.
 */
const attemptsFor = (failure: AwsFailure): number => {
  if (passes(failure)) return ATTEMPTS
  return reads.test(failure.call) && /^(?:ECONNRESET|EPIPE)$/.test(failure.code) ? 2 : 1
}

/**
 * A call to AWS, with at most five attempts. Another one is made only after throttling, a fault of AWS, or a connection that
 * broke under a call that only reads. Each is told before its pause. The SDK itself retries nothing.
 */
export const awsCall =
  (calling: Calling) =>
  <A>(call: string, send: Send<A>): TE.TaskEither<AwsFailure, A> => {
    const attempt = (count: number): TE.TaskEither<AwsFailure, A> =>
      pipe(
        TE.tryCatch(
          () => inTime(calling.patienceMillis, send),
          (error) => classify(call, calling.region, error, count)
        ),
        TE.orElse((failure) => {
          const ofAttempts = attemptsFor(failure)
          if (count >= ofAttempts) return TE.left(failure)
          const millis = FIRST_PAUSE * 2 ** (count - 1)
          return pipe(
            T.fromIO(calling.retrying(failure, ofAttempts, millis)),
            T.flatMap(() => calling.pause(millis)),
            T.flatMap(() => attempt(count + 1))
          )
        })
      )
    return attempt(1)
  }

/** The call, or none where AWS answers with the code that says that this was never set. */
export const unlessNeverSet =
  (code: string) =>
  <A, B>(call: TE.TaskEither<AwsFailure, A>, found: (answer: A) => B, none: B): TE.TaskEither<AwsFailure, B> =>
    pipe(
      call,
      TE.map(found),
      TE.orElse((failure) => (failure.code === code ? TE.right(none) : TE.left(failure)))
    )

/** What stands for a setting that was never made. */
export const NONE = 'none'

/**
 * One question about a setting that no stack declares. `neverSet` is AWS's code for a setting that was never made, where there
 * is one.
 */
export type Question<Client, Input> = {
  readonly call: string
  readonly neverSet?: string
  readonly ask: (client: Client, input: Input, options: { readonly abortSignal: AbortSignal }) => Promise<string>
}

/** The answer to a question, or `none` where AWS says that this was never set. */
export const asking =
  <Client, Input>(calling: Calling, client: Client, input: Input) =>
  ({ call, neverSet, ask }: Question<Client, Input>): TE.TaskEither<AwsFailure, string> => {
    const asked = awsCall(calling)(call, (abortSignal) => ask(client, input, { abortSignal }))
    return neverSet === undefined ? asked : unlessNeverSet(neverSet)(asked, identity, NONE)
  }

/** A part of an answer that AWS always gives. Throws where it is missing, which makes the answer none. */
export const given = <A>(value: A | undefined, name: string): A => {
  if (value === undefined) throw new NotAnAnswer(`the answer has no ${name}`)
  return value
}

export const ignoring = <A>(call: TE.TaskEither<AwsFailure, A>): TE.TaskEither<AwsFailure, void> =>
  pipe(call, T.map(E.map(() => undefined)))

type Listed = ReadonlyArray<{ readonly Key?: string | undefined; readonly Value?: string | undefined }>

/** AWS's list of tags as a record. */
export const tagRecord = (listed: Listed | undefined): Tags =>
  Object.fromEntries(
    (listed ?? []).filter(({ Key }) => Key !== undefined).map(({ Key, Value }) => [Key, Value ?? ''])
  ) as Tags

/** Tags as AWS takes them. */
export const tagList = (tags: Tags): Array<{ Key: string; Value: string }> =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
