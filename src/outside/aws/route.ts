import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { readFile } from 'node:fs/promises'
import { Agent } from 'node:https'
import type { Route } from '../../caller/surroundings.ts'

/** What carries every request of every client. */
export type Carrier = { readonly handler: NodeHttpHandler; readonly close: () => void }

const TLS = { keepAlive: true, maxSockets: 20, minVersion: 'TLSv1.2' } as const

type Tls = typeof TLS & { readonly ca?: string }

/** A proxy's way to one host. The agent takes TLS options for the proxy alone, so those for the host are given here. */
class ProxyAgent extends HttpsProxyAgent<string> {
  readonly #tls: Tls
  constructor(proxy: string, tls: Tls) {
    super(proxy, tls)
    this.#tls = tls
    this.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      // A refusal by the proxy is no answer of AWS, and the agent would hand it on as one.
      if (statusCode !== 200) throw new Error(`the proxy refused the connection with status ${statusCode}`)
    })
  }
  override connect(...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>) {
    return super.connect(request, { ...options, ...this.#tls })
  }
}

const authorities = (file: string | undefined): TE.TaskEither<string, { readonly ca?: string }> =>
  file === undefined
    ? TE.right({})
    : pipe(
        TE.tryCatch(() => readFile(file, 'utf8'), String),
        TE.bimap(
          (message) => `--ca-bundle: ${message}`,
          (ca) => ({ ca })
        ),
        TE.filterOrElse(
          ({ ca }) => ca.includes('-----BEGIN CERTIFICATE-----'),
          () => `--ca-bundle: ${file} holds no certificate in PEM form`
        )
      )

/**
 * The way to AWS that was named on the command line, for all clients: the proxy if one is named, the authorities of
 * the file instead of the system's if one is named. Left when the file cannot be read.
 */
export const carrier = ({ proxy, caBundle }: Route, patienceMillis: number): TE.TaskEither<string, Carrier> =>
  pipe(
    authorities(caBundle),
    TE.map((ca) => {
      const httpsAgent = proxy === undefined ? new Agent({ ...TLS, ...ca }) : new ProxyAgent(proxy, { ...TLS, ...ca })
      const handler = new NodeHttpHandler({
        httpsAgent,
        connectionTimeout: patienceMillis,
        requestTimeout: patienceMillis,
        throwOnRequestTimeout: true
      })
      return { handler, close: () => httpsAgent.destroy() }
    })
  )
