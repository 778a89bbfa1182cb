import { systemWords } from '../files/system-refusal.ts'
import { externalDataInterceptor } from '@smithy/core/config'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type SharedConfig, sourceOf } from '../../caller/surroundings.ts'
import type { Credentials, NoSession } from './identity.port.ts'
import { credentialProcess } from './credential-process.ts'
import { watchedRequests } from './sign-in-requests.ts'
import type { Carrier } from './route.ts'
import { sharedConfig, tokenFileOf } from './shared-config.ts'
import { pathOutside } from '../process/program.ts'
import { readFilled } from '../files/read-bounded.ts'
import { causeOf } from './sign-in-words.ts'

/** The PATH of this process without the folders of these checkouts. */
const pathBeside = async (projects: ReadonlyArray<string>): Promise<string> => {
  let path = process.env['PATH'] ?? ''
  for (const project of projects) path = await pathOutside(path, project)
  return path
}

/** Who signs in, and the projects whose checkouts have no say in it. */
export type SigningIn = { readonly profile: string | undefined; readonly projects: ReadonlyArray<string> }

/** The words of an error. Those of the system name no place on this machine. */
const lastWords = (error: unknown): string =>
  error instanceof Error && !('path' in error) ? error.message : systemWords(error)

/** Reads the token of a web identity for the SDK, which would wait for a pipe without an end. Left says why not. */
const tokenRead = async (shared: SharedConfig, profile: string | undefined): Promise<E.Either<string, void>> => {
  const file = tokenFileOf(process.env, shared, profile)
  if (file === undefined) return E.right(undefined)
  try {
    externalDataInterceptor.interceptToken(file, Buffer.from(await readFilled(file)).toString())
    return E.right(undefined)
  } catch (error) {
    const of =
      file === process.env['AWS_WEB_IDENTITY_TOKEN_FILE']
        ? 'AWS_WEB_IDENTITY_TOKEN_FILE'
        : `the profile ${sourceOf(shared, profile ?? 'default')}`
    return E.left(`The web identity token of ${of} cannot be read: ${systemWords(error)}`)
  }
}

export type Session = Credentials

const PATIENCE = 60_000

/** Rejects when it has waited so long, and has ended what was waited for. */
const late = (millis: number, end: (seconds: number) => Promise<void>): Promise<never> =>
  new Promise((_resolve, reject) => {
    const giveUp = async (): Promise<void> => {
      await end(millis / 1000)
      reject(new Error(`no credentials within ${millis / 1000} seconds`))
    }
    setTimeout(() => void giveUp(), millis).unref()
  })

/**
 * The session that the environment stands for, by the SDK's own chain. The environment must have been judged before, so that
 * OpenTofu finds the same. Requests for it go the way of all others. Left with the words of the SDK, or of the source that
 * failed.
 */
export const session = (
  region: string,
  { profile, projects }: SigningIn,
  { handler }: Carrier,
  patienceMillis = PATIENCE
): TE.TaskEither<NoSession, Session> => {
  const said: Array<string> = []
  const requests = watchedRequests(region, handler)
  let path = ''
  const program = credentialProcess(() => path)
  const keep = (text: unknown): void => void said.push(String(text))
  const ignore = (): void => undefined
  const provider = defaultProvider({
    // The chain ends with words that name no source; what each source said goes to its logger alone.
    logger: { debug: keep, info: ignore, warn: ignore, error: ignore },
    ...(profile === undefined ? {} : { profile }),
    clientConfig: { requestHandler: requests.handler, maxAttempts: 2 }
  })
  // The region is the caller's and not the clientConfig's: there it would win over sso_region.
  // The handler is the caller's too: a web identity of a profile gets no clientConfig, and would leave by another way.
  const caller = { callerClientConfig: { region: () => Promise.resolve(region), requestHandler: requests.handler } }
  const asked = TE.tryCatch(
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = await Promise.race([
        provider(caller),
        late(patienceMillis, program.end)
      ])
      return {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
        ...(expiration === undefined ? {} : { expiration: expiration.getTime() })
      }
    },
    (error) => error
  )
  return async () => {
    path = await pathBeside(projects)
    externalDataInterceptor.interceptToken('exec', program.run)
    const shared = await sharedConfig(projects)()
    const source = sourceOf(shared, profile ?? 'default')
    return pipe(
      TE.fromTask(() => tokenRead(shared, profile)),
      TE.flatMapEither((token) => token),
      TE.flatMap(() =>
        pipe(
          asked,
          TE.mapLeft(
            (error): NoSession => requests.unanswered() ?? causeOf(source, program.failure(), said, lastWords(error))
          )
        )
      )
    )()
  }
}
