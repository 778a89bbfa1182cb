import { defaultProvider } from '@aws-sdk/credential-provider-node'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Credentials } from './credentials.port.ts'
import { causeOf } from './credentials-failure.ts'
import type { Carrier } from './route.ts'

export type Session = Credentials

const PATIENCE = 60_000

const late = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no credentials within ${PATIENCE / 1000} seconds`)), PATIENCE).unref()
  })

/**
 * The session that the environment stands for, by the SDK's own chain; the environment must have been judged before,
 * so that OpenTofu finds the same. Requests for it go the way of all others. Left with the words of the SDK, or of the source that failed.
 */
export const session = (
  region: string,
  profile: string | undefined,
  { handler }: Carrier
): TE.TaskEither<string, Session> => {
  const said: Array<string> = []
  const keep = (text: unknown): void => void said.push(String(text))
  const ignore = (): void => undefined
  const provider = defaultProvider({
    // The chain ends with words that name no source; what each source said goes to its logger alone.
    logger: { debug: keep, info: ignore, warn: ignore, error: ignore },
    ...(profile === undefined ? {} : { profile }),
    clientConfig: { requestHandler: handler, maxAttempts: 2 }
  })
  // The region is the caller's and not the clientConfig's: there it would win over sso_region.
  const caller = { callerClientConfig: { region: () => Promise.resolve(region) } }
  return TE.tryCatch(
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = await Promise.race([provider(caller), late()])
      return {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
        ...(expiration === undefined ? {} : { expiration: expiration.getTime() })
      }
    },
    (error) => causeOf(profile ?? 'default', said, error instanceof Error ? error.message : String(error))
  )
}
