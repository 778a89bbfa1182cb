import { shellWord } from '../../caller/shell.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { X509Certificate } from 'node:crypto'
import { Agent } from 'node:https'
import { resolve } from 'node:path'
import { type SecureContext, createSecureContext } from 'node:tls'
import type { Route } from '../../caller/surroundings.ts'
import type { NoSession } from './identity.port.ts'
import { ProxyRefused } from './classify.ts'
import { absolutePath } from '../../diagnostics/kinds.ts'
import { changeableToReach } from '../files/changeable.ts'
import { systemWords } from '../files/system-refusal.ts'
import { readFilled } from '../files/read-bounded.ts'

/** What carries every request of every client. */
export type Carrier = {
  readonly handler: NodeHttpHandler
  readonly close: () => void
  /** The authorities that are trusted instead of the system's, as PEM; undefined where no file names any. */
  readonly authorities: string | undefined
}

const TLS = { minVersion: 'TLSv1.2' } as const
/**
 * Enough for all requests that one round of preflight sends to S3 at once. A request that waited for another would be a
 * round more.
 */
const CONNECTIONS = { keepAlive: true, maxSockets: 40 } as const

/** How all hosts are met. The authorities are read into a context once, and not again for each connection. */
type Tls = typeof CONNECTIONS & { readonly secureContext: SecureContext }

/** A proxy's way to one host. The agent takes TLS options for the proxy alone, so those for the host are given here. */
class ProxyAgent extends HttpsProxyAgent<string> {
  readonly #tls: Tls
  constructor(proxy: string, tls: Tls) {
    super(proxy, tls)
    this.#tls = tls
    this.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }, { host }: { readonly host?: string }) => {
      // A refusal by the proxy is no answer of AWS, and the agent would hand it on as one.
      if (statusCode !== 200)
        throw new ProxyRefused(`the proxy refused the connection to ${host ?? 'AWS'} with status ${statusCode}`)
    })
  }
  /** Every request is one over TLS; the agent would look through a stack trace to know. */
  override isSecureEndpoint(): boolean {
    return true
  }
  override connect(...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>) {
    return super.connect(request, { ...options, ...this.#tls })
  }
}

const BEGINNING = '-----BEGIN CERTIFICATE-----'

/**
 * The certificates of a file in PEM form, each as text. Throws where one cannot be read, since the context would pass
 * over it.
 */
const certificatesIn = (text: string): ReadonlyArray<string> =>
  text
    .split(new RegExp(`(?=${BEGINNING})`))
    .filter((part) => part.startsWith(BEGINNING))
    .map((part) => new X509Certificate(part).toString())

type Authorities = ReadonlyArray<string>

type NoAuthorities = Extract<NoSession, { readonly _tag: 'NoAuthorities' }>

const unusable = (
  message: string,
  remedy = 'Name a PEM file with the certificates of the authorities, or leave the option out: --ca-bundle FILE'
): NoAuthorities => ({ _tag: 'NoAuthorities', message: `--ca-bundle: ${message}`, remedy })

/** The authorities of a file that this user alone can change. Another one could name an authority that speaks for AWS. */
const authoritiesOf = (file: string): TE.TaskEither<NoAuthorities, Authorities> =>
  pipe(
    TE.tryCatch(
      async () => Buffer.from(await readFilled(file)).toString(),
      (error) => unusable(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    ),
    TE.flatMap((text) =>
      TE.tryCatch(
        async () => [text, await changeableToReach(absolutePath(resolve(file)))] as const,
        (error) => unusable(systemWords(error))
      )
    ),
    TE.flatMapEither(([text, [open]]) =>
      open === undefined
        ? E.right(text)
        : E.left(
            unusable(
              `others can change ${open}; run chmod go-w ${shellWord(open)}`,
              `Take their right to write away: chmod go-w ${shellWord(open)}`
            )
          )
    ),
    TE.flatMapEither((text) =>
      E.tryCatch(
        () => certificatesIn(text),
        () => unusable(`${file} holds a certificate that cannot be read`)
      )
    ),
    TE.filterOrElse(
      (ca) => ca.length > 0,
      () => unusable(`${file} holds no certificate in PEM form`)
    )
  )

/** What was read in this process, by path. So no later swap has a say, and a pipe has its text only once. */
const already = new Map<string, Promise<E.Either<NoAuthorities, Authorities>>>()

const readOnce =
  (file: string): TE.TaskEither<NoAuthorities, Authorities> =>
  () => {
    const found = already.get(file) ?? authoritiesOf(file)()
    already.set(file, found)
    return found
  }

const trusted = (file: string | undefined): TE.TaskEither<NoAuthorities, Authorities | undefined> =>
  file === undefined ? TE.right(undefined) : readOnce(file)

/**
 * The way to AWS that was named on the command line, for all clients. The proxy is used if one is named. The authorities
 * of the file are trusted instead of the system's if a file is named. Left when the file cannot be read.
 */
export const carrier = ({ proxy, caBundle }: Route, patienceMillis: number): TE.TaskEither<NoAuthorities, Carrier> =>
  pipe(
    trusted(caBundle),
    TE.map((ca) => {
      const secureContext = createSecureContext({ ...TLS, ...(ca !== undefined && { ca: [...ca] }) })
      const tls: Tls = { ...CONNECTIONS, secureContext }
      const httpsAgent = proxy === undefined ? new Agent(tls) : new ProxyAgent(proxy, tls)
      const handler = new NodeHttpHandler({
        httpsAgent,
        connectionTimeout: patienceMillis,
        requestTimeout: patienceMillis,
        throwOnRequestTimeout: true
      })
      return { handler, close: () => httpsAgent.destroy(), authorities: ca?.join('') }
    })
  )
