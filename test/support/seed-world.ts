import type { NoSession } from '../../src/outside/aws/identity.port.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { untouchedBucket } from '../../src/backend/compare-bucket.ts'
import { untouchedTable } from '../../src/backend/compare-table.ts'
import { plain } from '../../src/command-line/terminal.ts'
import { type SeedProgramPorts, seedProgram } from '../../src/commands/seed/program.ts'
import type { BucketSettings } from '../../src/outside/aws/bucket.port.ts'
import type { AwsFailure } from '../../src/outside/aws/failure.port.ts'
import type { TableSettings } from '../../src/outside/aws/table.port.ts'
import { BOOTSTRAP } from './preflight-world.ts'
import { emittedStaging, wantedOfStaging } from './wanted.ts'

const file = emittedStaging()
const wanted = wantedOfStaging()
const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/0f9b2b3c-1111-4222-8333-444455556666'

/** All that a test may set of the world around seed. A thing that is undefined is not there. */
export type SeedWorld = {
  bucket: BucketSettings | undefined
  table: TableSettings | undefined
  recovery: O.Option<{ days: number }>
  tableTags: Record<string, string>
  isBucketEmpty: boolean
  isTableEmpty: boolean
  /** Milliseconds since the bucket was made. */
  age: O.Option<number>
  region: string
  arn: string
  typed: string
  isTerminal: boolean
  credentials: NoSession | undefined
  variables: Record<string, string>
  /** Which call fails and how, by its name; each as often as it has failures. */
  failures: Record<string, Array<AwsFailure>>
  /** How many looks the thing takes until it answers or is active. */
  late: { bucket: number; table: number }
  /** What is tried again while the way to AWS is opened. */
  retries: ReadonlyArray<Parameters<Parameters<SeedProgramPorts['open']>[2]>>
  /** What happens before a call is answered. */
  at: (call: string) => void
}

/** The bucket as AWS makes it, before anything is set. */
export const newBucket = (tags: BucketSettings['tags'] = wanted.bucket.tags): BucketSettings => ({
  ownership: O.some(wanted.bucket.ownership),
  publicAccess: O.none,
  encryption: O.none,
  versioning: O.none,
  policy: O.none,
  tags,
  undeclared: untouchedBucket
})

/** The bucket as seed leaves it. */
const wholeBucket = (): BucketSettings => ({
  ...newBucket(),
  publicAccess: O.some({
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true
  }),
  encryption: O.some({ algorithm: wanted.bucket.encryption, key: undefined }),
  versioning: O.some(wanted.bucket.versioning),
  policy: O.some(JSON.stringify(wanted.bucket.policy))
})

/** The table as AWS makes it for seed. */
export const newTable = (status = 'ACTIVE'): TableSettings => ({
  arn: wanted.table.arn,
  status,
  keys: ['LockID HASH'],
  attributes: ['LockID S'],
  billing: 'PAY_PER_REQUEST',
  isProtected: true,
  encryption: O.some(status === 'ACTIVE' ? 'ENABLED' : 'ENABLING'),
  encryptionKey: O.some(KEY),
  replicas: [],
  hasStreamOrIndex: false,
  tableClass: 'STANDARD',
  limits: []
})

/** A world in which neither the bucket nor the table is there, and a person who types the account's id. */
export const emptyWorld = (): SeedWorld => ({
  bucket: undefined,
  table: undefined,
  recovery: O.none,
  tableTags: wanted.table.tags,
  isBucketEmpty: true,
  isTableEmpty: true,
  age: O.some(59 * 60_000),
  region: 'eu-central-1',
  arn: BOOTSTRAP,
  typed: ' 111122223333\n',
  isTerminal: true,
  credentials: undefined,
  variables: { AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x', AWS_SESSION_TOKEN: 'x' },
  failures: {},
  late: { bucket: 0, table: 0 },
  retries: [],
  at: () => undefined
})

/** A world in which both are there as declared. */
export const seededWorld = (): SeedWorld => ({
  ...emptyWorld(),
  bucket: wholeBucket(),
  table: newTable(),
  recovery: O.some({ days: wanted.table.recoveryDays })
})

/** Runs the command on that world: what it prints, asks of AWS and of the person, and ends with. */
export const seedIn = async (world: SeedWorld, argv: ReadonlyArray<string> = []) => {
  const lines: Array<string> = []
  const memory = { exists: (): ReadonlyArray<string> => [] }
  const answer =
    <A>(call: string, args: ReadonlyArray<unknown>, give: () => A): TE.TaskEither<AwsFailure, A> =>
    () => {
      lines.push(
        `> ${call} ${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}`.trimEnd()
      )
      world.at(call)
      const failure = world.failures[call]?.shift()
      return Promise.resolve(failure === undefined ? E.right(give()) : E.left(failure))
    }
  const change = (more: Partial<BucketSettings>): void => {
    if (world.bucket !== undefined) world.bucket = { ...world.bucket, ...more }
  }
  const bucket = {
    region: (...args: ReadonlyArray<unknown>) =>
      answer('bucket.region', args, () => {
        world.late.bucket -= 1
        return world.bucket === undefined || world.late.bucket >= 0 ? O.none : O.some(world.region)
      }),
    settings: (...args: ReadonlyArray<unknown>) => answer('bucket.settings', args, () => world.bucket),
    isEmpty: (...args: ReadonlyArray<unknown>) => answer('bucket.isEmpty', args, () => world.isBucketEmpty),
    age: (...args: ReadonlyArray<unknown>) => answer('bucket.age', args, () => world.age),
    create: (...args: ReadonlyArray<unknown>) =>
      answer('bucket.create', args, () => void (world.bucket = newBucket(args[3] as never))),
    tag: (...args: ReadonlyArray<unknown>) => answer('bucket.tag', args, () => change({ tags: args[1] as never })),
    blockPublicAccess: (...args: ReadonlyArray<unknown>) =>
      answer('bucket.blockPublicAccess', args, () => change({ publicAccess: O.some(args[1] as never) })),
    encrypt: (...args: ReadonlyArray<unknown>) =>
      answer('bucket.encrypt', args, () =>
        change({ encryption: O.some({ algorithm: String(args[1]), key: undefined }) })
      ),
    version: (...args: ReadonlyArray<unknown>) =>
      answer('bucket.version', args, () => change({ versioning: O.some('Enabled') })),
    versioning: (...args: ReadonlyArray<unknown>) =>
      answer('bucket.versioning', args, () => world.bucket?.versioning ?? O.none),
    setPolicy: (...args: ReadonlyArray<unknown>) =>
      answer('bucket.setPolicy', args, () => change({ policy: O.some(String(args[1])) }))
  }
  const status = (): TableSettings | undefined => {
    world.late.table -= 1
    return world.table === undefined || world.late.table < 0 ? world.table : newTable('CREATING')
  }
  const table = {
    settings: (...args: ReadonlyArray<unknown>) => answer('table.settings', args, () => O.fromNullable(status())),
    recovery: (...args: ReadonlyArray<unknown>) => answer('table.recovery', args, () => world.recovery),
    undeclared: () => Object.fromEntries(Object.entries(untouchedTable).map(([name, text]) => [name, TE.right(text)])),
    managedKey: TE.right(O.some(KEY)),
    tags: (...args: ReadonlyArray<unknown>) => answer('table.tags', args, () => world.tableTags),
    isEmpty: (...args: ReadonlyArray<unknown>) => answer('table.isEmpty', args, () => world.isTableEmpty),
    create: (...args: ReadonlyArray<unknown>) => answer('table.create', args, () => void (world.table = newTable())),
    keepHistory: (...args: ReadonlyArray<unknown>) =>
      answer('table.keepHistory', args, () => void (world.recovery = O.some({ days: Number(args[1]) })))
  }
  const ports = {
    outputFiles: { sources: () => TE.right(O.some(['stacks/staging-eu.ts'])) },
    stackEvaluator: {
      emitAll: (_: string, sources: ReadonlyArray<string>) =>
        T.of(sources.map((source) => ({ source, imports: [], read: new Map(), file: E.right(file) })))
    },
    variables: world.variables,
    sharedConfig: T.of({ config: {}, credentials: {} }),
    open: (_: unknown, route: object, retrying: Parameters<SeedProgramPorts['open']>[2]) => {
      lines.push(`> open ${JSON.stringify(route)}`)
      for (const [failure, ofAttempts, millis] of world.retries) retrying(failure, ofAttempts, millis)()
      const identity = {
        caller: () => answer('caller', [], () => ({ account: world.arn.split(':')[4], arn: world.arn }))
      }
      return world.credentials === undefined
        ? TE.right({ aws: { identity, bucket, table }, accessKeyId: world.variables['AWS_ACCESS_KEY_ID'] })
        : TE.left(world.credentials)
    },
    person: {
      isThere: world.isTerminal,
      ask: (question: string) => () => {
        lines.push(`? ${question}`)
        return Promise.resolve(world.typed)
      }
    },
    pause: (millis: number) => () => {
      lines.push(`> pause ${millis}`)
      return Promise.resolve()
    }
  } as unknown as SeedProgramPorts
  const print = (text: string): void => void lines.push(...text.replace(/\n$/, '').split('\n'))
  const terminal = { out: print, err: print, paintOut: plain, paintErr: plain }
  const code = await seedProgram(ports, terminal, memory, '/project', ['staging-eu', ...argv])()
  return { code, lines, memory }
}
