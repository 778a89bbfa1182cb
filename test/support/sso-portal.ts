import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AwsDouble } from './aws-double/aws-double.ts'
import { certificateFor } from './aws-double/certificate.ts'

/** What the portal of IAM Identity Center was asked: by which host, for what, and with which token. */
export type Asked = { readonly host: string; readonly path: string; readonly token: string }

/** A proxy that answers for the portal itself, whatever the region, and hands every other host to a double. */
export type SsoPortal = {
  readonly proxy: string
  readonly caBundle: string
  readonly asked: () => ReadonlyArray<Asked>
  readonly stop: () => Promise<void>
}

/**
 * Starts one that gives the same role credentials to everyone who asks. Its certificate is good for the portals of
 * these regions. Source: IAM Identity Center Portal API Reference, GetRoleCredentials.
 */
export const startSsoPortal = async (double: AwsDouble, region: string, given: unknown): Promise<SsoPortal> => {
  const asked: Array<Asked> = []
  const sockets = new Set<Socket>()
  const { key, certificate: cert, file } = certificateFor(`sso.${region}`)
  const caBundle = join(mkdtempSync(join(tmpdir(), 'zenthea-portal-')), 'both.pem')
  writeFileSync(caBundle, [file, double.caBundle].map((path) => readFileSync(path, 'utf8')).join(''))
  const inside = createHttps({ key, cert }, ({ headers, url = '' }, response) => {
    asked.push({ host: headers.host ?? '', path: url, token: String(headers['x-amz-sso_bearer_token']) })
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ roleCredentials: given }))
  })
  inside.on('tlsClientError', () => undefined)
  const outside = createHttp((_request, response) => response.writeHead(405).end())
  outside.on('connect', ({ url = '' }, socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    if (url.startsWith('portal.sso.')) {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      inside.emit('connection', socket)
    } else {
      const onward = connect(Number(new URL(double.proxy).port), '127.0.0.1')
      onward.on('error', () => socket.destroy()).write(`CONNECT ${url} HTTP/1.1\r\nHost: ${url}\r\n\r\n`)
      onward.pipe(socket).pipe(onward)
    }
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  return {
    proxy: `http://127.0.0.1:${(outside.address() as AddressInfo).port}`,
    caBundle,
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        outside.close(() => resolve())
      })
  }
}
