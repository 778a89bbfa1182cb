import { defaultProvider } from '@aws-sdk/credential-provider-node'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Carrier } from './aws-route.ts'

/** Credentials, resolved once for a whole run. They are never shown. */
export type Session = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

const PATIENCE = 60_000

const late = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no credentials within ${PATIENCE / 1000} seconds`)), PATIENCE).unref()
  })

/**
 * The session that the environment stands for, by the SDK's own chain; the environment must have been judged before,
 * so that OpenTofu finds the same. Requests for it go the way of all others. Left with the SDK's own words.
 */
export const session = (
  region: string,
  profile: string | undefined,
  { handler }: Carrier
): TE.TaskEither<string, Session> => {
  const clientConfig = { region, requestHandler: handler, maxAttempts: 2 }
  const provider = defaultProvider({
    ...(profile === undefined ? {} : { profile }),
    clientConfig
  })
  return TE.tryCatch(
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = await Promise.race([provider(), late()])
      return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
    },
    (error) => (error instanceof Error ? error.message : String(error))
  )
}
