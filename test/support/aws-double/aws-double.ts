import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Answer, Call } from './call.ts'
import { type Certificate, certificateFor } from './certificate.ts'
import { administered } from './administered.ts'
import { dynamodb } from './dynamodb.ts'
import { type Fault, faultyAnswer } from './fault.ts'
import { kms } from './kms.ts'
import { notHonoured } from './honoured.ts'
import { s3Operation } from './operation.ts'
import { s3 } from './s3.ts'
import { sts, stsError } from './sts.ts'
import { type World, emptyWorld } from './world.ts'

/** What happens at one call, counted from 1 over all calls since the start or the last `forget`, or at each that is told. */
export type Misbehaviour = {
  readonly at: number | ((call: Call) => boolean)
  readonly fault: Fault | Answer
  /** For how many calls; 1 where it is not said. */
  readonly times?: number
  /** Whether what was asked takes effect all the same. */
  readonly takesEffect?: boolean
}

/** A stand-in for AWS on the loopback, reached as an HTTPS proxy, so that real host names and real clients meet it. */
export type AwsDouble = {
  readonly world: World
  /** For --proxy. */
  readonly proxy: string
  /** For --ca-bundle. */
  readonly caBundle: string
  readonly calls: () => ReadonlyArray<Call>
  readonly forget: () => void
  readonly misbehave: (misbehaviour: Misbehaviour | undefined) => void
  /** Waited for after a call took effect and before it is answered; the number of the call, from 1. */
  readonly onCall: (hook: ((call: Call, count: number) => Promise<void> | void) | undefined) => void
  readonly stop: () => Promise<void>
}

const certificates = new Map<string, Certificate>()

const certificate = (region: string): Certificate => {
  const made = certificates.get(region) ?? certificateFor(region)
  certificates.set(region, made)
  return made
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const callOf = async (request: IncomingMessage): Promise<Call> => {
  const { host = '', authorization = '' } = request.headers
  const url = new URL(request.url ?? '/', `https://${host}`)
  const [, accessKey = '', region = '', service = ''] =
    /Credential=([^/]+)\/[0-9]{8}\/([^/]+)\/([^/]+)/.exec(authorization) ?? []
  const body = await bodyOf(request)
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const ofHost = /^(.+)\.s3[.-]/.exec(host)?.[1]
  const [, first = '', ...others] = decodeURIComponent(url.pathname).split('/')
  const bucket = service === 's3' ? (ofHost ?? first) : undefined
  const key = service === 's3' ? (ofHost === undefined ? others : [first, ...others]).join('/') : ''
  const operations: Readonly<Record<string, string>> = {
    s3: s3Operation(request.method ?? '', url.searchParams, key, bucket ?? ''),
    dynamodb: headers['x-amz-target']?.split('.')[1] ?? '',
    kms: headers['x-amz-target']?.split('.')[1] ?? '',
    sts: new URLSearchParams(body).get('Action') ?? '',
    iam: new URLSearchParams(body).get('Action') ?? '',
    account: url.pathname.slice(1),
    servicequotas: headers['x-amz-target']?.split('.')[1] ?? ''
  }
  const asked = authorization === '' && /^iam\.([a-z0-9-]+\.)?amazonaws\.(com|eu)(:443)?$/.test(host) ? 'iam' : service
  return {
    service: asked in operations ? (asked as Call['service']) : 'another service',
    operation: operations[asked] ?? '',
    host: host.replace(/:443$/, ''),
    region,
    accessKey,
    bucket,
    key,
    query: Object.fromEntries(url.searchParams),
    headers,
    body
  }
}

const truth = (world: World, call: Call): Answer => {
  if (call.service === 'iam' && call.accessKey === '')
    return stsError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token')
  const principal = world.principals.get(call.accessKey)
  if (principal === undefined)
    return stsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.')
  if (world.regionsOff.has(call.region))
    return stsError(403, 'RegionDisabledException', `STS is not activated in this region: ${call.region}`)
  const other = administered(world, call)
  if (other !== undefined) return other
  const refused = notHonoured(call)
  if (refused !== undefined) return refused
  if (call.service === 's3') return s3(world, call, principal)
  if (call.service === 'kms') return kms(world, call, principal.account)
  if (call.service === 'dynamodb') return dynamodb(world, call, principal.account)
  return call.service === 'sts' ? sts(principal) : stsError(501, 'NotImplemented')
}

/** The headers of an answer. AWS gives the id of each request, and a page of a gateway has none. */
const headersOf = ({ headers }: Answer, count: number): Readonly<Record<string, string>> => {
  const isPage = /^text\/(html|plain)\b/.test(headers?.['content-type'] ?? '')
  const ids = isPage ? {} : { 'x-amz-request-id': `REQUEST-${count}`, 'x-amzn-requestid': `REQUEST-${count}` }
  return { ...ids, ...headers }
}

const send = (response: ServerResponse, answer: Answer, count: number): void => {
  const { status, body = '' } = answer
  response.writeHead(status, {
    ...headersOf(answer, count),
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) })
  })
  response.end(body)
}

type Sockets = ReadonlySet<Socket>

const breakOff = (fault: Fault, response: ServerResponse, answer: Answer, count: number, sockets: Sockets): void => {
  const headers = headersOf(answer, count)
  const half = (answer.body ?? '').slice(0, Math.floor((answer.body ?? '').length / 2))
  if (fault === 'reset') for (const socket of sockets) socket.resetAndDestroy()
  if (fault === 'half an answer') {
    response.writeHead(answer.status, { ...headers, 'content-length': Buffer.byteLength(half) })
    response.end(half)
  }
  if (fault === 'reset in mid-answer') {
    response.writeHead(answer.status, { ...headers, 'content-length': Buffer.byteLength(half) + 1 })
    response.write(half === '' ? ' ' : half, () => response.socket?.destroy())
  }
  if (fault === 'an answer that never ends') {
    response.writeHead(answer.status, headers)
    response.write(half === '' ? ' ' : half)
  }
}

const isMeant = ({ at, times = 1 }: Misbehaviour, call: Call, count: number): boolean =>
  typeof at === 'number' ? count >= at && count < at + times : at(call)

/** Half of the true answer comes. */
const isHalf = (fault: Fault | Answer): boolean => fault === 'half an answer' || fault === 'reset in mid-answer'

/** Starts one, empty but for its principals; `stop` ends it and all its connections. */
export const startAwsDouble = async (region = 'eu-central-1'): Promise<AwsDouble> => {
  const world = emptyWorld()
  const { key, certificate: cert, file } = certificate(region)
  const sockets = new Set<Socket>()
  let calls: Array<Call> = []
  let planned: Misbehaviour | undefined
  let hook: ((call: Call, count: number) => Promise<void> | void) | undefined

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await callOf(request)
    calls = [...calls, call]
    const count = calls.length
    const fault = planned !== undefined && isMeant(planned, call, count) ? planned.fault : undefined
    const faulty = typeof fault === 'string' ? faultyAnswer(fault, call) : fault
    const isTrue = fault === undefined || planned?.takesEffect === true || isHalf(fault)
    const answer = isTrue ? truth(world, call) : { status: 200 }
    await hook?.(call, count)
    if (faulty !== undefined) send(response, request.method === 'HEAD' ? { ...faulty, body: '' } : faulty, count)
    else if (typeof fault === 'string') breakOff(fault, response, answer, count, sockets)
    else send(response, request.method === 'HEAD' ? { ...answer, body: '' } : answer, count)
  }

  const inside = createHttps({ key, cert }, (request, response) => void handle(request, response))
  inside.on('tlsClientError', () => undefined)
  const outside = createHttp((_request, response) => response.writeHead(405).end())
  outside.on('connect', (_request, socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    inside.emit('connection', socket)
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  return {
    world,
    proxy: `http://127.0.0.1:${(outside.address() as AddressInfo).port}`,
    caBundle: file,
    calls: () => calls,
    forget: () => {
      calls = []
    },
    misbehave: (misbehaviour) => {
      planned = misbehaviour
    },
    onCall: (given) => {
      hook = given
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        outside.close(() => resolve())
      })
  }
}
