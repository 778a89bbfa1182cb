import type { NoSession } from '../../src/outside/aws/identity.port.ts'
import type { LockItem } from '../../src/outside/aws/state.port.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { untouchedBucket } from '../../src/backend/compare-bucket.ts'
import { untouchedTable } from '../../src/backend/compare-table.ts'
import { plain } from '../../src/command-line/terminal.ts'
import type { PreflightProgramPorts } from '../../src/commands/preflight/program.ts'
import { preflightProgram } from '../../src/commands/preflight/program.ts'
import type { Redraw } from '../../src/commands/preflight/show.ts'
import { type Sha256, momentAt } from '../../src/diagnostics/kinds.ts'
import { digestId, lockId } from '../../src/iam/stack-names.ts'
import type { BucketSettings } from '../../src/outside/aws/bucket.port.ts'
import type { AwsFailure } from '../../src/outside/aws/failure.port.ts'
import type { TableSettings } from '../../src/outside/aws/table.port.ts'
import type { SourcesRead } from '../../src/outside/stack/evaluator.port.ts'
import type { TofuBinary } from '../../src/outside/tofu/tofu.port.ts'
import { clock } from '../../src/outside/process/clock.ts'
import { sha256 } from '../../src/outside/process/sha256.port.ts'
import { emittedStaging, wantedOfStaging } from './wanted.ts'

const sample = (name: string): string =>
  readFileSync(new URL(`../commands/preflight/checks/samples/${name}.sample`, import.meta.url), 'utf8')

const file = emittedStaging()
const wanted = wantedOfStaging()
const { declaration } = wanted

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/0f9b2b3c-1111-4222-8333-444455556666'
/** A state of OpenTofu with nothing in it. */
export const EMPTY_STATE =
  '{"version":4,"terraform_version":"1.12.6","serial":7,"lineage":"0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10","outputs":{},"resources":[],"check_results":null}'
const OPERATOR = 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuOperator/day-0'
export const BOOTSTRAP = 'arn:aws:sts::111122223333:assumed-role/ZentheaFoundationBootstrap/day-0'

/** An answer of AWS that is none. */
export const awsFailure = (more: Partial<AwsFailure> = {}): AwsFailure => ({
  _tag: 'Denied',
  call: 'S3 HeadBucket',
  calledRegion: 'eu-central-1',
  code: 'AccessDenied',
  message: 'not allowed',
  status: 403,
  requestId: 'R1',
  region: undefined,
  attempts: 1,
  ...more
})

/** All that a test may set of the world around preflight. Undefined bytes are a file that is not there. */
export type PreflightWorld = {
  files: Map<string, string>
  committed: Map<string, string>
  /** The mode and the id of a path in the index, where they are not those of the commit. */
  staged: Map<string, ReadonlyArray<string>>
  /** Files that cannot be read, and why. */
  unread: Map<string, string>
  head: E.Either<{ what: string; cause: string; remedy?: string }, { commit: never; folder: string }>
  data: ReadonlyArray<readonly [name: string, kind: string]>
  more: ReadonlyArray<readonly [name: string, kind: string]>
  evaluated: Map<string, string>
  /** Files of stacks/ that could not be read when the stack was evaluated, and why. */
  notEvaluated: Map<string, string>
  /** Why git gives neither the other stacks nor the other projects of the commit, if it gives none. */
  noObjects: { what: string; cause: string; remedy?: string } | undefined
  /** Other projects with stacks that the commit has. */
  otherProjects: ReadonlyArray<{ folder: string; stack: string }>
  /** Calls of AWS that are tried again, each with all attempts and the pause before the next one. */
  retried: ReadonlyArray<readonly [failure: AwsFailure, ofAttempts: number, millis: number]>
  variables: Record<string, string>
  cli: { files: ReadonlyArray<{ path: string; text: string }>; missing?: string; impliedMirrors: ReadonlyArray<string> }
  distrusted: ReadonlyArray<{ path: string; why: string }>
  caller: E.Either<AwsFailure, { account: string; arn: string }>
  credentials: E.Either<NoSession, number>
  iam: E.Either<AwsFailure, void>
  region: E.Either<AwsFailure, O.Option<string>>
  bucket: E.Either<AwsFailure, BucketSettings>
  table: E.Either<AwsFailure, O.Option<TableSettings>>
  recovery: E.Either<AwsFailure, O.Option<{ days: number }>>
  managedKey: E.Either<AwsFailure, O.Option<string>>
  undeclared: Record<string, E.Either<AwsFailure, string>>
  items: Map<string, LockItem>
  /** Why the lock table gives no item, if it gives none. */
  noItems: AwsFailure | undefined
  state: E.Either<AwsFailure, O.Option<string>>
  tofu: E.Either<
    { _tag: 'NoTofu' } | { _tag: 'SystemRefused'; path: string; code: string; message: string },
    TofuBinary
  >
  changeable: ReadonlyArray<string>
  left: ReadonlyArray<string>
  folders: E.Either<{ _tag: 'NotPrivate'; path: string; why: string }, void>
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** A world in which everything is as the stack declares it. */
export const healthyWorld = (): PreflightWorld => {
  const source = 'the source of the stack'
  const files = new Map([
    [file.path, file.text],
    [file.review.path, file.review.text],
    ['stacks/staging-eu.ts', source],
    ['stacks/production-eu.ts', 'another source'],
    ['out/staging-eu/.terraform.lock.hcl', sample('lock-file')],
    ['out/staging-eu/.terraform/terraform.tfstate', sample('cached-backend')]
  ])
  return {
    files,
    committed: new Map([...files].filter(([path]) => !path.includes('.terraform/'))),
    staged: new Map(),
    unread: new Map(),
    head: E.right({ commit: 'c'.repeat(40) as never, folder: '' }),
    data: [
      ['providers', 'folder'],
      ['terraform.tfstate', 'regular file']
    ],
    more: [],
    evaluated: new Map([
      ['stacks/staging-eu.ts', source],
      ['stacks/production-eu.ts', 'another source']
    ]),
    notEvaluated: new Map(),
    noObjects: undefined,
    otherProjects: [],
    retried: [],
    variables: { AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x', AWS_SESSION_TOKEN: 'x' },
    cli: { files: [], impliedMirrors: [] },
    distrusted: [],
    caller: E.right({ account: '111122223333', arn: OPERATOR }),
    credentials: E.right(60),
    iam: E.right(undefined),
    region: E.right(O.some('eu-central-1')),
    bucket: E.right({
      ownership: O.some(wanted.bucket.ownership),
      publicAccess: O.some({
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true
      }),
      encryption: O.some({ algorithm: wanted.bucket.encryption, key: undefined }),
      versioning: O.some(wanted.bucket.versioning),
      policy: O.some(JSON.stringify(wanted.bucket.policy)),
      tags: wanted.bucket.tags,
      undeclared: untouchedBucket
    }),
    table: E.right(
      O.some({
        arn: wanted.table.arn,
        status: 'ACTIVE',
        keys: ['LockID HASH'],
        attributes: ['LockID S'],
        billing: 'PAY_PER_REQUEST',
        isProtected: true,
        encryption: O.some('ENABLED'),
        encryptionKey: O.some(KEY),
        replicas: [],
        hasStreamOrIndex: false,
        tableClass: 'STANDARD',
        limits: []
      })
    ),
    recovery: E.right(O.some({ days: 35 })),
    managedKey: E.right(O.some(KEY)),
    undeclared: Object.fromEntries(Object.entries(untouchedTable).map(([name, text]) => [name, E.right(text)])),
    items: new Map([[digestId(declaration), { info: undefined, digest: md5(EMPTY_STATE) }]]),
    noItems: undefined,
    state: E.right(O.some(EMPTY_STATE)),
    tofu: E.right({
      path: '/programs/tofu',
      realPath: '/programs/tofu',
      isInCheckout: false,
      form: 'ELF',
      namesOpenTofu: true,
      changeable: [],
      sha256: sha256('tofu')
    } as never),
    changeable: [],
    left: [],
    folders: E.right(undefined)
  }
}

/** Someone's lock, as OpenTofu writes it. */
export const lockOf = (info: string): readonly [string, LockItem] => [lockId(declaration), { info, digest: undefined }]

export type Screen = {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly asked: ReadonlyArray<string>
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What AWS says in that world; each call is noted. */
export const awsIn = (world: PreflightWorld, asked: Array<string>) => {
  const told = <A>(what: string, answer: A): A => {
    asked.push(what)
    return answer
  }
  const lock = {
    read: (id: string) => async () =>
      told(
        `GetItem ${id}`,
        world.noItems === undefined ? E.right(O.fromNullable(world.items.get(id))) : E.left(world.noItems)
      ),
    take: (id: string, info: string) => async () => {
      asked.push(`PutItem ${id}`)
      if (world.items.has(id)) return E.right(false)
      world.items.set(id, { info, digest: undefined })
      return E.right(true)
    },
    release: (id: string, info: string) => async () => {
      asked.push(`DeleteItem ${id}`)
      return E.right(world.items.get(id)?.info === info && world.items.delete(id))
    }
  }
  return {
    accessKeyId: world.variables['AWS_ACCESS_KEY_ID'] ?? '',
    identity: { caller: () => T.of(told('caller', world.caller)) },
    iam: { host: 'iam.amazonaws.com', reached: () => T.of(told('iam', world.iam)) },
    bucket: {
      region: (of: object) => T.of(told(`region ${JSON.stringify(of)}`, world.region)),
      settings: (of: object) => T.of(told(`settings ${JSON.stringify(of)}`, world.bucket)),
      isEmpty: () => TE.right(true)
    },
    table: {
      settings: (name: string) => () => Promise.resolve(told(`table ${name}`, world.table)),
      recovery: (name: string) => () => Promise.resolve(told(`recovery ${name}`, world.recovery)),
      undeclared: () =>
        Object.fromEntries(Object.entries(world.undeclared).map(([name, answer]) => [name, T.of(answer)])),
      managedKey: () => Promise.resolve(world.managedKey)
    },
    lock,
    state: {
      read: () => () =>
        Promise.resolve(
          told('state', E.map(O.map((text: string) => ({ text, md5: md5(text), versionId: 'v7' })))(world.state))
        )
    }
  }
}

/** The files of stacks/ of that world as they were read, each by its digest. */
export const readIn = ({ evaluated, notEvaluated }: PreflightWorld): SourcesRead =>
  new Map<string, E.Either<string, Sha256<'a source'>>>([
    ...[...evaluated].map(([path, text]) => [path, E.right(sha256<'a source'>(text))] as const),
    ...[...notEvaluated].map(([path, cause]) => [path, E.left(cause)] as const)
  ])

/** All that preflight asks of the outside in that world: no file, no process and no network. What is asked is noted. */
export const portsIn = (world: PreflightWorld, asked: Array<string>): PreflightProgramPorts => {
  const told = <A>(what: string, answer: A): A => {
    asked.push(what)
    return answer
  }
  const read = (path: string) => {
    const cause = world.unread.get(path)
    if (cause !== undefined) return TE.left({ what: path, cause })
    const text = world.files.get(path)
    return TE.right(text === undefined ? O.none : O.some(bytesOf(text)))
  }
  const committed = (path: string) => {
    const text = world.committed.get(path)
    return text === undefined ? O.none : O.some({ path, bytes: bytesOf(text), entry: `100644 ${md5(text)}` })
  }
  const pauses = { count: 0 }
  let ids = 0
  return {
    outputFiles: { sources: () => TE.right(O.some(['stacks/production-eu.ts', 'stacks/staging-eu.ts'])) },
    stackEvaluator: {
      emitAll: (_: string, sources: ReadonlyArray<string>) =>
        T.of(
          sources.map((source) => ({
            source,
            imports: [],
            read: readIn(world),
            file: E.right(file)
          }))
        )
    },
    repository: {
      head: () => T.of(world.head),
      committed: (_: string, __: unknown, path: string) => TE.right(committed(path)),
      staged: (_: string, path: string) =>
        TE.right(
          world.staged.get(path) ??
            O.match(
              () => [],
              ({ entry }: { entry: string }) => [entry]
            )(committed(path))
        ),
      otherProjects: () => (world.noObjects === undefined ? TE.right(world.otherProjects) : TE.left(world.noObjects)),
      stackFiles: () =>
        world.noObjects === undefined
          ? TE.right(
              [...world.committed.keys()]
                .filter((path) => path.startsWith('stacks/'))
                .flatMap((path) => {
                  const found = committed(path)
                  return O.isSome(found) ? [found.value] : []
                })
            )
          : TE.left(world.noObjects)
    },
    directory: {
      read: (_: string, path: string) => read(path),
      list: (_: string, folder: string) => {
        const names = (all: ReadonlyArray<readonly [string, string]>) =>
          O.some(all.map(([name, kind]) => ({ name, kind })))
        if (folder.endsWith('.terraform')) return TE.right(world.data.length === 0 ? O.none : names(world.data))
        const own = [...world.files.keys()].flatMap((path): ReadonlyArray<readonly [string, string]> => {
          const [name = '', ...below] = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/') : []
          return name === '' || below.length > 0 ? [] : [[name, 'regular file']]
        })
        return TE.right(own.length + world.more.length === 0 ? O.none : names([...own, ...world.more]))
      }
    },
    variables: world.variables,
    sharedConfig: T.of({ config: {}, credentials: {} }),
    cliConfiguration: {
      read: () => TE.right(world.cli),
      distrusted: (_: string, folders: ReadonlyArray<string>) =>
        T.of(told(`folders ${folders.join()}`, world.distrusted))
    },
    clock: { ...clock, now: () => momentAt(Date.UTC(2026, 0, 31, 12)) },
    newId: () => {
      ids += 1
      return `00000000-0000-4000-8000-00000000000${ids}`
    },
    keep: () => () => undefined,
    pause: (millis: number) => () => {
      pauses.count += 1
      asked.push(`pause ${millis}`)
      return Promise.resolve()
    },
    open: (_: unknown, retrying: (...how: PreflightWorld['retried'][number]) => () => void) => {
      for (const how of world.retried) retrying(...how)()
      return E.isLeft(world.credentials)
        ? TE.left(world.credentials.left)
        : TE.right({
            aws: awsIn(world, asked),
            credentials: {
              accessKeyId: '',
              secretAccessKey: '',
              expiration: Date.UTC(2026, 0, 31, 12, world.credentials.right)
            }
          })
    },
    sha256,
    redraw: undefined,
    finder: { find: () => T.of(world.tofu) },
    checkout: {
      changeable: (_: string, paths: ReadonlyArray<string>) =>
        T.of(told(`rights ${paths.join()}`, E.right(world.changeable)))
    },
    leftovers: { states: () => TE.right(world.left) },
    privateFolders: T.of(world.folders)
  } as unknown as PreflightProgramPorts
}

/** Runs the command on that world, without a file, a process or a network: what it says, asks and ends with. */
export const preflightIn = (world: PreflightWorld, argv: ReadonlyArray<string> = []): Promise<Screen> =>
  preflightTyped(world, ['staging-eu', ...argv])

/** The same for a whole command line. Where `redraw` is given, the terminal can be drawn over. */
export const preflightTyped = async (
  world: PreflightWorld,
  argv: ReadonlyArray<string>,
  redraw?: Redraw
): Promise<Screen> => {
  const heard = { out: '', err: '' }
  const asked: Array<string> = []
  const terminal = {
    out: (text: string) => void (heard.out += text),
    err: (text: string) => void (heard.err += text),
    paintOut: plain,
    paintErr: plain
  }
  const code = await preflightProgram({ ...portsIn(world, asked), redraw }, terminal, '/project', argv)()
  return { code, asked, ...heard }
}
