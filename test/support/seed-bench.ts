import * as E from 'fp-ts/lib/Either.js'
import { serialize } from 'node:v8'
import * as assert from 'uvu/assert'
import { awsPorts } from '../../src/outside/aws/session.ts'
import { carrier } from '../../src/outside/aws/route.ts'
import { type Ended, seed } from '../../src/commands/seed/seed.ts'
import type { SeedEvent } from '../../src/commands/seed/event.ts'
import type { Stop } from '../../src/commands/seed/step.ts'
import { type AwsDouble, startAwsDouble } from './aws-double/aws-double.ts'
import type { Bucket, Table } from './aws-double/world.ts'
import { wantedOfStaging } from './wanted.ts'
import type { Wanted } from '../../src/backend/wanted.ts'
import { wordsOfNoSession } from './no-session.ts'

export const ACCOUNT = '111122223333'
export const BUCKET = 'zenthea-staging-eu-tfstate'
export const TABLE = 'zenthea-staging-eu-tflock'
/** An access key id of AWS's documentation, which tells no account. */
export const ACCESS_KEY = 'AKIAIOSFODNN7EXAMPLE'
const BOOTSTRAP = `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaFoundationBootstrap/somebody@example.com`

/** A double in which the declared bootstrap principal of staging-eu is calling. */
export const startStagingDouble = async (): Promise<AwsDouble> => {
  const double = await startAwsDouble()
  double.world.principals.set(ACCESS_KEY, { account: ACCOUNT, arn: BOOTSTRAP })
  return double
}

export const bucketIn = ({ world }: AwsDouble): Bucket | undefined => world.buckets.get(BUCKET)
export const tableIn = ({ world }: AwsDouble): Table | undefined => world.tables.get(TABLE)

/** The table without how it comes to be, which is the double's own business. */
export const settledTable = (double: AwsDouble): Omit<Table, 'asksUntilActive' | 'asksUntilBackups'> | undefined => {
  const table = tableIn(double)
  if (table === undefined) return undefined
  const {
    account,
    region,
    status,
    hashKey,
    billing,
    isProtected,
    encryption,
    replicas,
    hasStream,
    tags,
    recoveryDays,
    items
  } = table
  return {
    ...{ account, region, status, hashKey, billing, isProtected, replicas, hasStream, tags, items },
    ...(encryption === undefined ? {} : { encryption }),
    ...(recoveryDays === undefined ? {} : { recoveryDays })
  }
}

/** A double of its own in which all is as in another, so that what was seeded once need not be seeded again. */
export const copyOf = async ({ world }: AwsDouble): Promise<AwsDouble> => {
  const copy = await startStagingDouble()
  Object.assign(copy.world, structuredClone(world))
  return copy
}

/** What both things are, as text: equal for equal ends. */
export const endState = (double: AwsDouble): string =>
  JSON.stringify({ bucket: bucketIn(double), table: settledTable(double) }, undefined, 2)

export type Run = {
  readonly outcome: E.Either<Stop, Ended>
  readonly events: ReadonlyArray<SeedEvent>
  readonly asked: number
}

export type RunOptions = {
  readonly typed?: string
  readonly isDryRun?: boolean
  readonly patienceMillis?: number
  /** What is wanted in the place of staging-eu. */
  readonly wanted?: Wanted
}

/** Seeds staging-eu through the real SDK against a double; nobody waits, and the person types at once. */
export const runSeed = async (double: AwsDouble, options: RunOptions = {}): Promise<Run> => {
  const { typed = ACCOUNT, isDryRun = false, patienceMillis = 60_000, wanted = wantedOfStaging() } = options
  const events: Array<SeedEvent> = []
  const tell = (event: SeedEvent) => (): void => void events.push(event)
  const pause = () => () => Promise.resolve()
  const way = await carrier({ proxy: double.proxy, caBundle: double.caBundle }, patienceMillis)()
  if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
  const aws = awsPorts({ accessKeyId: ACCESS_KEY, secretAccessKey: 'secret' }, way.right, {
    region: wanted.declaration.region.aws,
    patienceMillis,
    pause,
    retrying: (failure, ofAttempts, millis) => tell({ _tag: 'Retrying', failure, ofAttempts, millis })
  })
  let asked = 0
  const person = {
    isThere: true,
    ask: () => () => {
      asked += 1
      return Promise.resolve(typed)
    }
  }
  const outcome = await seed(wanted, isDryRun)({ ...aws, person, pause, tell })()
  way.right.close()
  return { outcome, events, asked }
}

/**
 * Sees that a second run, in peace, makes of a broken-off one what the whole one made, and deletes nothing. A run depends on what is
 * there and on nothing else, so each state that was left is finished once, however many faults lead to it.
 */
export const finishing = (whole: AwsDouble): ((left: AwsDouble) => Promise<void>) => {
  const expected = endState(whole)
  const finished = new Set<string>()
  return async (left) => {
    const state = serialize(left.world).toString('latin1')
    if (finished.has(state)) return
    const { outcome } = await runSeed(left)
    assert.ok(E.isRight(outcome), JSON.stringify(outcome))
    assert.is(endState(left), expected)
    assert.not(left.calls().some(({ operation }) => operation.startsWith('Delete')))
    finished.add(state)
  }
}
