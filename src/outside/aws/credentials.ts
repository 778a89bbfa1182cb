import { systemWords } from '../files/system-refusal.ts'
import { type ExecException, exec } from 'node:child_process'
import { externalDataInterceptor } from '@smithy/core/config'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { homedir } from 'node:os'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type SharedConfig, sourceOf } from '../../caller/surroundings.ts'
import { shellWord } from '../../caller/shell.ts'
import { withoutNames } from '../../declaration/arn.ts'
import type { Credentials } from './identity.port.ts'
import type { Carrier } from './route.ts'
import { sharedConfig, tokenFileOf } from './shared-config.ts'
import { pathOutside } from '../process/program.ts'
import { readFilled } from '../files/read-bounded.ts'

/** What the SDK says of every source that was not asked for, or that has nothing. */
const idle =
  /^(AWS_PROFILE is set, skipping|Skipping |Unable to find environment|Could not load credentials from any providers|Web identity configuration not|EC2 |Profile \S+ did not contain credential_process|Could not find (SSO|.*container))/

/**
 * The SDK's words with the profile that they leave to the reader. The place of a token has the name of a person in it, and is
 * left out. Sources: AWS SDK for JavaScript, fromSSO and fromLoginCredentials.
 */
const withProfile = (words: string, profile: string): string =>
  words
    .replace(/'?aws sso login'? with the corresponding profile/, `aws sso login --profile ${shellWord(profile)}`)
    .replace(
      /^Failed to load (?:a )?token\b.*$/s,
      `The login session of the profile ${profile} has no token that can be read.`
    )
    .replace(
      /^(.*\b(?:[Pp]lease re-?authenticate\b|has no token\b).*?)\.?$/s,
      `$1. To sign in, run aws login --profile ${shellWord(profile)}`
    )
    .replaceAll(homedir(), '~')

/**
 * Why there are no credentials, of all that the SDK said while it asked one source after the other. The SDK's last words name
 * none of the sources. The command of a credential process is left out, since it may hold a secret; the first line that it
 * wrote to stderr is not. Source: AWS SDK for JavaScript, ProviderError and resolveProcessCredentials.
 */
const causeOf = (profile: string, failed: string | undefined, said: ReadonlyArray<string>, last: string): string => {
  if (failed !== undefined) return `The credential_process of the profile ${profile} ${failed}`
  const cause = said
    .map((line) => /^@smithy\/property-provider (?:->|\(!\)) ([^]*)$/.exec(line)?.[1] ?? '')
    .find((text) => text !== '' && !idle.test(text))
  const words =
    cause === undefined || !last.startsWith('Could not load credentials from any providers')
      ? last
      : (cause.split('\n')[0] ?? last)
  return withoutNames(withProfile(words, profile))
}

/**
 * How a failed command ended, and the first line that it wrote to stderr. Nothing else of the command or of its output is told.
 */
const failureOf = (error: ExecException, stderr: string): string => {
  const first = stderr.split('\n').find((line) => line.trim() !== '')
  const how = error.signal ? `was ended by ${error.signal}` : `ended with ${error.code ?? 'an unknown exit code'}`
  return `${how}${first === undefined ? ' and wrote nothing to stderr' : `: ${first.trim()}`}`
}

type Done = (error: Error | null, said?: { readonly stdout: string; readonly stderr: string }) => void

/**
 * Runs a credential process as the SDK does, and keeps how it failed. The SDK hands on the command instead of its exit. No
 * program of the checkout is found: not by PATH, where npm puts its own folders first, and not by a relative path.
 */
const watched =
  (path: string, keep: (failure: string) => void) =>
  (command: string, done: Done): void => {
    exec(command, { cwd: homedir(), env: { ...process.env, PATH: path } }, (error, stdout, stderr) => {
      if (error === null) return done(null, { stdout, stderr })
      keep(failureOf(error, stderr))
      done(error)
    })
  }

/** The PATH of this process without the folders of these checkouts. */
const pathBeside = async (projects: ReadonlyArray<string>): Promise<string> => {
  let path = process.env['PATH'] ?? ''
  for (const project of projects) path = await pathOutside(path, project)
  return path
}

/** Who signs in, and the projects whose checkouts have no say in it. */
export type SigningIn = { readonly profile: string | undefined; readonly projects: ReadonlyArray<string> }

const lastWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return 'path' in error ? systemWords(error) : error.message
}

/** Reads the token of a web identity for the SDK, which would wait for a pipe without an end. Left says why not. */
const tokenRead = async (shared: SharedConfig, profile: string | undefined): Promise<E.Either<string, void>> => {
  const file = tokenFileOf(process.env, shared, profile)
  if (file === undefined) return E.right(undefined)
  try {
    externalDataInterceptor.interceptToken(file, Buffer.from(await readFilled(file)).toString('ascii'))
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

const late = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no credentials within ${PATIENCE / 1000} seconds`)), PATIENCE).unref()
  })

/**
 * The session that the environment stands for, by the SDK's own chain. The environment must have been judged before, so that
 * OpenTofu finds the same. Requests for it go the way of all others. Left with the words of the SDK, or of the source that
 * failed.
 */
export const session = (
  region: string,
  { profile, projects }: SigningIn,
  { handler }: Carrier
): TE.TaskEither<string, Session> => {
  const said: Array<string> = []
  let failed: string | undefined
  const keep = (text: unknown): void => void said.push(String(text))
  const ignore = (): void => undefined
  const provider = defaultProvider({
    // The chain ends with words that name no source; what each source said goes to its logger alone.
    logger: { debug: keep, info: ignore, warn: ignore, error: ignore },
    ...(profile === undefined ? {} : { profile }),
    clientConfig: { requestHandler: handler, maxAttempts: 2 }
  })
  // The region is the caller's and not the clientConfig's: there it would win over sso_region.
  // The handler is the caller's too: a web identity of a profile gets no clientConfig, and would leave by another way.
  const caller = { callerClientConfig: { region: () => Promise.resolve(region), requestHandler: handler } }
  const asked = TE.tryCatch(
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = await Promise.race([provider(caller), late()])
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
    const path = await pathBeside(projects)
    externalDataInterceptor.interceptToken(
      'exec',
      watched(path, (failure) => (failed = failure))
    )
    const shared = await sharedConfig(projects)()
    const source = sourceOf(shared, profile ?? 'default')
    return pipe(
      TE.fromTask(() => tokenRead(shared, profile)),
      TE.flatMapEither((token) => token),
      TE.flatMap(() =>
        pipe(
          asked,
          TE.mapLeft((error) => causeOf(source, failed, said, lastWords(error)))
        )
      )
    )()
  }
}
