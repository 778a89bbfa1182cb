import { originOfCredentials, originOfSignIn } from '../../caller/credential-sources.ts'
import { bundleUnusable } from '../../caller/network-path.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { atTerminal, notAutomated } from '../../caller/by-hand.ts'
import type { Route, SharedConfig, Surroundings, Variables } from '../../caller/surroundings.ts'
import type { NoSession } from '../../outside/aws/identity.port.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { judgeEnvironment } from '../../caller/environment.ts'
import { judgeAccessKey } from '../../caller/judge-caller.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { Person } from '../../outside/terminal/terminal.port.ts'
import { type Ended, seed } from './seed.ts'
import type { SeedEvent } from './event.ts'
import type { SeedAws } from './ports.ts'
import type { Stop } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'
import type { SeedArguments } from './arguments.ts'
import type { NamedStack } from '../../command-line/named-stack.ts'

/** Whether a person at a terminal runs this by hand (J.7.0 §2, §6). A dry run needs no terminal. */
export const admit = (variables: Variables, isTerminal: boolean, isDryRun: boolean): ReadonlyArray<Diagnostic> => [
  ...notAutomated(variables),
  ...atTerminal(isTerminal || isDryRun, '; --dry-run needs none, and prints the commands of the AWS CLI')
]

/** A way to AWS with one session on it. */
export type Opened = { readonly aws: SeedAws; readonly accessKeyId: string }

/** What a run about one stack needs of the outside. */
export type RunPorts = {
  readonly variables: Variables
  readonly sharedConfig: T.Task<SharedConfig>
  readonly open: (
    wanted: Wanted,
    route: Route,
    retrying: (failure: AwsFailure, ofAttempts: number, millis: number) => IO.IO<void>
  ) => TE.TaskEither<NoSession, Opened>
  readonly person: Person
  readonly pause: (millis: number) => T.Task<void>
  readonly tell: (event: SeedEvent) => IO.IO<void>
}

/** In what the credentials are looked for, after it was judged to have one meaning. */
type Found = Pick<Surroundings, 'variables' | 'shared'>

/** Offline: who runs this, and whether the surroundings have one meaning. All diagnostics at once. */
const admitted = (ports: RunPorts, args: SeedArguments, { declaration }: Wanted): TE.TaskEither<Stop, Found> =>
  pipe(
    TE.fromTask<SharedConfig, Stop>(ports.sharedConfig),
    TE.flatMapEither((shared) => {
      const { variables, person } = ports
      const diagnostics = [
        ...admit(variables, person.isThere, args.isDryRun),
        ...judgeEnvironment({ variables, shared, route: args.route, declared: declaration })
      ]
      return diagnostics.length === 0
        ? E.right({ variables, shared })
        : E.left<Stop>({ _tag: 'NotAllowed', diagnostics })
    })
  )

const noSession = (found: Found, why: NoSession): Stop => {
  if (typeof why === 'string') return { _tag: 'NoCredentials', from: originOfSignIn(found, why), message: why }
  return why._tag === 'NoAuthorities'
    ? { _tag: 'NotAllowed', diagnostics: [bundleUnusable(why.message, why.remedy)] }
    : { _tag: 'CallerUnknown', failure: why.failure }
}

const opened = (
  ports: RunPorts,
  { route }: SeedArguments,
  wanted: Wanted,
  found: Found
): TE.TaskEither<Stop, SeedAws> =>
  pipe(
    ports.open(wanted, route, (failure, ofAttempts, millis) =>
      ports.tell({ _tag: 'Retrying', failure, ofAttempts, millis })
    ),
    TE.mapLeft((why): Stop => noSession(found, why)),
    TE.flatMapEither(({ aws, accessKeyId }) =>
      pipe(
        judgeAccessKey(wanted.declaration, accessKeyId, originOfCredentials(found)),
        E.bimap(
          (diagnostic): Stop => ({ _tag: 'NotAllowed', diagnostics: [diagnostic] }),
          () => aws
        )
      )
    )
  )

/** One run about one stack, from the surroundings to the end. */
export const runSeed = (ports: RunPorts, args: SeedArguments, { wanted }: NamedStack): TE.TaskEither<Stop, Ended> =>
  pipe(
    admitted(ports, args, wanted),
    TE.flatMap((found) => opened(ports, args, wanted, found)),
    TE.flatMap((aws) =>
      seed(wanted, args.isDryRun)({ ...aws, person: ports.person, pause: ports.pause, tell: ports.tell })
    )
  )
