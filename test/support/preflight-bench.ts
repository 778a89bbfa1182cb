import { momentAt } from '../../src/diagnostics/kinds.ts'
import { writtenLockInfo } from '../../src/backend/lock-info.ts'
import { machine } from '../../src/diagnostics/origin.ts'
import { j70 } from '../../src/charter/j-7-0.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { createHash } from 'node:crypto'
import { liveBackend } from '../../src/outside/aws/session.ts'
import { carrier } from '../../src/outside/aws/route.ts'
import { clock } from '../../src/outside/process/clock.ts'
import type { AwsFailure } from '../../src/outside/aws/failure.port.ts'
import type { CheckName } from '../../src/commands/preflight/check-names.ts'
import type { CheckResult, PreflightEvent } from '../../src/commands/preflight/result.ts'
import { type Finding, passed } from '../../src/diagnostics/finding.ts'
import { type Seen as OnlineSeen, online } from '../../src/commands/preflight/online.ts'
import type { PreflightPorts } from '../../src/commands/preflight/ports.ts'
import { checkNames } from '../../src/commands/preflight/check-names.ts'
import type { Subject } from '../../src/commands/preflight/subject.ts'
import type { AwsDouble } from './aws-double/aws-double.ts'
import type { Bucket, Table } from './aws-double/world.ts'
import { ACCESS_KEY, ACCOUNT, BUCKET, TABLE, bucketIn, runSeed, startStagingDouble, tableIn } from './seed-bench.ts'
import type { Change } from './changed.ts'
import { emittedStaging, wantedOfStaging } from './wanted.ts'
import { wordsOfNoSession } from './no-session.ts'

const KEY = `${ACCOUNT}/staging/eu/terraform.tfstate`
export const LOCK_ID = `${BUCKET}/${KEY}`
export const DIGEST_ID = `${LOCK_ID}-md5`
export const PROBE_ID = `${LOCK_ID}#preflight`
export const OPERATOR_KEY = 'ASIAIOSFODNN7EXAMPLE'
export const OPERATOR = `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaStagingEuOperator/a-session`
const BOOTSTRAP = `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaFoundationBootstrap/a-session`

/** A lock as OpenTofu 1.12.6 wrote it. */
export const LOCK =
  '{"ID":"5b1e1c8c-4b1f-0a3c-2f1e-9d4f6a7b8c9d","Operation":"OperationTypeApply","Info":"","Who":"amara@laptop","Version":"1.12.6","Created":"2026-11-21T19:24:26.79984795Z","Path":"x"}'

/** A state that OpenTofu wrote, with nothing in it. */
/** The text of preflight's probe, by who wrote it and when. */
export const probeText = (Who: string, Created: string, Path: string): string =>
  writtenLockInfo({
    ID: 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10',
    Operation: 'preflight',
    Info: '',
    Who,
    Version: '',
    Created,
    Path
  })

export const STATE = JSON.stringify({
  version: 4,
  terraform_version: '1.12.6',
  serial: 7,
  lineage: '0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10',
  outputs: {},
  resources: [],
  check_results: null
})

/** Puts a state and its digest there, or another digest, or only one of both. */
export const store = (double: AwsDouble, body: string | undefined, digest: string | undefined): void => {
  const bucket = bucketIn(double)
  const table = tableIn(double)
  if (bucket !== undefined) bucket.stored = new Map(body === undefined ? [] : [[KEY, { body, versionId: 'v7' }]])
  if (table === undefined) return
  table.items = table.items.filter((item) => (item['LockID'] as { S: string }).S !== DIGEST_ID)
  if (digest !== undefined) table.items.push({ LockID: { S: DIGEST_ID }, Digest: { S: digest } })
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

let seeded: { readonly bucket: Bucket | undefined; readonly table: Table | undefined } | undefined

/** A double with the backend of staging-eu as seed makes it, a state in it, and both principals who may act. */
export const startHealthyDouble = async (): Promise<AwsDouble> => {
  const double = await startStagingDouble()
  if (seeded === undefined) {
    await runSeed(double)
    seeded = structuredClone({ bucket: bucketIn(double), table: tableIn(double) })
  }
  const { bucket, table } = structuredClone(seeded)
  if (bucket !== undefined) double.world.buckets.set(BUCKET, bucket)
  if (table !== undefined) double.world.tables.set(TABLE, table)
  double.world.principals.set(OPERATOR_KEY, { account: ACCOUNT, arn: OPERATOR })
  double.world.principals.set(ACCESS_KEY, { account: ACCOUNT, arn: BOOTSTRAP })
  store(double, STATE, md5(STATE))
  double.forget()
  return double
}

/** What staging-eu is to a run against a double. */
export const subjectOf = (
  double: Pick<AwsDouble, 'proxy' | 'caBundle'>,
  changes: ReadonlyArray<Change> = []
): Subject => ({
  project: '/nonexistent',
  source: 'stacks/staging-eu.ts',
  imports: [],
  read: new Map(),
  file: emittedStaging(changes),
  wanted: wantedOfStaging(changes),
  providerBuilds: j70.providerReleases['5.100.0'].builds,
  route: { proxy: double.proxy, caBundle: double.caBundle }
})

export type Seen = Pick<OnlineSeen, 'results' | 'called' | 'whole'> & { readonly events: ReadonlyArray<PreflightEvent> }

export type Options = {
  readonly accessKey?: string
  readonly names?: ReadonlyArray<CheckName>
  readonly patienceMillis?: number
  readonly pause?: PreflightPorts['pause']
  readonly keep?: PreflightPorts['keep']
  readonly now?: () => number
  /** What the reviewed file declares otherwise. */
  readonly changes?: ReadonlyArray<Change>
  /** What a whole stack says otherwise, once it was emitted and without being judged. */
  readonly saying?: (subject: Subject) => Subject
}

let ids = 0

/** The checks that ask AWS, through the real SDK against the double; nobody waits but where a test says so. */
export const runOnline = async (
  double: Pick<AwsDouble, 'proxy' | 'caBundle'>,
  options: Options = {}
): Promise<Seen> => {
  const { accessKey = OPERATOR_KEY, names = checkNames.slice(3), patienceMillis = 60_000 } = options
  const pause = options.pause ?? (() => () => new Promise((resolve) => setImmediate(resolve)))
  const events: Array<PreflightEvent> = []
  const tell = (event: PreflightEvent) => (): void => void events.push(event)
  const { saying = (subject: Subject): Subject => subject } = options
  const subject = saying(subjectOf(double, options.changes ?? []))
  const way = await carrier(subject.route, patienceMillis)()
  if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
  const calling = {
    region: subject.wanted.declaration.region.aws,
    patienceMillis,
    pause,
    retrying: (failure: AwsFailure, ofAttempts: number, millis: number) =>
      tell({ _tag: 'Retrying', failure, ofAttempts, millis })
  }
  const aws = liveBackend(
    { accessKeyId: accessKey, secretAccessKey: 'secret' },
    way.right,
    subject.wanted.declaration,
    calling
  )
  const { now } = options
  const ports: Omit<PreflightPorts, 'repository' | 'directory' | 'cliConfiguration'> = {
    variables: { AWS_ACCESS_KEY_ID: accessKey },
    sharedConfig: T.of({ config: {}, credentials: {} }),
    clock: { ...clock, ...(now === undefined ? {} : { now: () => momentAt(now()) }) },
    newId: () => {
      ids += 1
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
    },
    keep: options.keep ?? (() => () => undefined),
    pause,
    open: TE.right(aws),
    tell
  }
  const environment: CheckResult = {
    _tag: 'Proven',
    check: 'environment',
    findings: [
      passed({ rule: 'environment', clause: 'J.7.0 §4', from: machine('a test'), expected: 'one', actual: 'one' })
    ]
  }
  const { results, called, whole } = await online(subject, names, ports as PreflightPorts, [environment])()
  way.right.close()
  return { results, called, whole, events }
}

export const findingsIn = ({ results }: Pick<Seen, 'results'>): ReadonlyArray<Finding> =>
  results.flatMap((result) => (result._tag === 'NotRun' ? [] : result.findings))

/** What refuses, as `check id`; a check that did not run as `check not run`. */
export const refusalsIn = ({ results }: Pick<Seen, 'results'>): ReadonlyArray<string> =>
  results.flatMap((result) =>
    result._tag === 'NotRun'
      ? [`${result.check} not run`]
      : result.findings.flatMap(({ outcome, rule }) => (outcome === 'failed' ? [`${result.check} ${rule}`] : []))
  )
