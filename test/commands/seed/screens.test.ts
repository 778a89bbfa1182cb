import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import { awsFailure } from '../../support/preflight-world.ts'
import { type Screen, readsAs } from '../../support/screens.ts'
import { type SeedWorld, emptyWorld, newBucket, newTable, seedIn, seededWorld } from '../../support/seed-world.ts'

const test = suite('the screens of seed, and what it asks of AWS')

/** Calls that stand several times in a row are one line. */
const folded = (lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  const text = lines.join('\n')
  return text
    .replaceAll(/((?:^[^\n]*\n){1,4})\1{2,}/gm, (all, once: string) => `${once}  … ${all.length / once.length} times\n`)
    .split('\n')
}
const saidIn =
  (from: () => SeedWorld, change: (world: SeedWorld) => unknown = () => undefined, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const world = from()
    change(world)
    const { code, lines } = await seedIn(world, argv)
    return [...folded(lines.filter((line) => line !== '')), `exit code ${code}`]
  }
/** The same from the person's answer on, where there is one, without what day 0 asks and says in the same words. */
const afterwards =
  (...how: Parameters<typeof saidIn>): Screen =>
  async () => {
    const [lines, usual] = [await saidIn(...how)(), new Set(await saidIn(emptyWorld)())]
    const from = lines.findIndex((line) => line.startsWith('? '))
    return lines.filter((line, index) => index >= from && !(usual.has(line) && /^(> |done )/.test(line)))
  }
const failing =
  (call: string, ...failures: ReadonlyArray<Parameters<typeof awsFailure>[0]>) =>
  (world: SeedWorld): void =>
    void (world.failures[call] = failures.map((more) => awsFailure({ call, ...more })))
const all =
  (...changes: ReadonlyArray<(world: SeedWorld) => unknown>) =>
  (world: SeedWorld): void =>
    changes.forEach((change) => change(world))

readsAs(test, new URL('screens.txt', import.meta.url), {
  'day 0': saidIn(emptyWorld),
  'day 0, as commands': saidIn(emptyWorld, undefined, '--dry-run', '--proxy', 'http://proxy.example:3128'),
  'both are there': saidIn(seededWorld),
  'both are there, as commands': afterwards(seededWorld, (world) => void (world.isTerminal = false), '--dry-run'),
  'things that answer late': afterwards(emptyWorld, ({ late }) => Object.assign(late, { bucket: 3, table: 4 })),
  'a bucket that never answers': afterwards(emptyWorld, ({ late }) => Object.assign(late, { bucket: 999 })),
  'a table that is never active': afterwards(emptyWorld, ({ late }) => Object.assign(late, { table: 999 })),
  'backups that cannot be set yet': afterwards(
    emptyWorld,
    failing('table.keepHistory', { _tag: 'NotReady' }, { _tag: 'NotReady' })
  ),
  'backups that can never be set': afterwards(
    emptyWorld,
    failing('table.keepHistory', ...Array.from({ length: 60 }, () => ({ _tag: 'NotReady' as const })))
  ),
  'another account id is typed': afterwards(emptyWorld, (world) => void (world.typed = '111122223334')),
  'no terminal, and an automated run': afterwards(emptyWorld, (world) => {
    world.isTerminal = false
    world.variables['CI'] = 'true'
  }),
  'no credentials': afterwards(emptyWorld, (world) => void (world.credentials = 'no credentials were found')),
  'authorities that cannot be taken': afterwards(
    emptyWorld,
    (world) =>
      void (world.credentials = {
        _tag: 'NoAuthorities',
        message: '--ca-bundle: the file cannot be read: ENOENT: no such file or directory',
        remedy: 'Name a PEM file.'
      })
  ),
  'a sign-in that reaches no host': afterwards(
    emptyWorld,
    (world) =>
      void (world.credentials = {
        _tag: 'NotReached',
        failure: awsFailure({
          call: 'the call to sts.eu-central-1.amazonaws.com',
          status: undefined,
          requestId: undefined,
          _tag: 'Unreachable',
          code: 'ECONNREFUSED',
          message: 'connect ECONNREFUSED 127.0.0.1:1'
        })
      })
  ),
  'an access key of another account': afterwards(
    emptyWorld,
    (world) => void (world.variables['AWS_ACCESS_KEY_ID'] = 'ASIAQ3EGRIGHT7EXAMPL')
  ),
  'the operator role': afterwards(
    emptyWorld,
    (world) => void (world.arn = 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuOperator/x')
  ),
  'a caller that AWS does not name': afterwards(
    emptyWorld,
    failing('caller', { _tag: 'CredentialsRefused', code: 'ExpiredToken' })
  ),
  'a bucket in another region': afterwards(seededWorld, (world) => void (world.region = 'eu-west-1')),
  'a bucket that AWS sends on to another region': afterwards(
    seededWorld,
    failing('bucket.region', { _tag: 'WrongRegion', region: 'eu-west-1' })
  ),
  'a bucket of which nothing is said': afterwards(seededWorld, failing('bucket.settings', {})),
  'a table of which nothing is said': afterwards(seededWorld, failing('table.settings', {})),
  'a bucket and a table that are not as declared': afterwards(seededWorld, (world) => {
    world.bucket = { ...(world.bucket ?? newBucket()), versioning: O.some('Suspended'), ownership: O.none }
    world.table = { ...newTable(), isProtected: false }
    world.tableTags = {}
  }),
  'a bucket of another policy': afterwards(seededWorld, (world) => {
    world.bucket = {
      ...(world.bucket ?? newBucket()),
      policy: O.some('{"Version":"2012-10-17","Statement":[{"Sid":"Other"}]}')
    }
  }),
  'a bucket without tags, made an hour ago': afterwards(emptyWorld, (world) => {
    world.bucket = newBucket({})
    world.age = O.some(60 * 60_000)
  }),
  'a bucket without tags, made just now': saidIn(emptyWorld, (world) => {
    world.bucket = newBucket({})
    world.age = O.some(60 * 60_000 - 1)
  }),
  'a bucket that AWS CloudFormation made just now': afterwards(emptyWorld, (world) => {
    world.bucket = newBucket({ 'aws:cloudformation:stack-name': 'x', 'aws:cloudformation:logical-id': 'y' })
    world.age = O.some(1000)
  }),
  'a bucket without tags that holds something': afterwards(emptyWorld, (world) => {
    world.bucket = newBucket({})
    world.isBucketEmpty = false
  }),
  'a bucket that is half made': saidIn(seededWorld, (world) => {
    world.bucket = { ...newBucket(), publicAccess: seededWorld().bucket?.publicAccess ?? O.none }
  }),
  'a bucket that is half made and holds something': afterwards(seededWorld, (world) => {
    world.bucket = newBucket()
    world.isBucketEmpty = false
  }),
  'a bucket with the policy that only asks': saidIn(seededWorld, (world) => {
    world.bucket = {
      ...(world.bucket ?? newBucket()),
      policy: O.some('{"Version":"2012-10-17","Statement":[{"Sid":"SeedAsksWhoCalls","Effect":"Deny"}]}')
    }
  }),
  'a table that is half made': saidIn(seededWorld, (world) => void (world.recovery = O.none)),
  'a table that is half made and holds something': afterwards(seededWorld, (world) => {
    world.recovery = O.none
    world.isTableEmpty = false
  }),
  'a table that is still being made': saidIn(seededWorld, (world) => {
    world.late.table = 1
    world.recovery = O.none
  }),
  'a table that was archived': afterwards(seededWorld, (world) => void (world.table = newTable('ARCHIVED'))),
  'a role of the same name with another path': afterwards(emptyWorld, (world) => {
    world.at = (call) => {
      if (call === 'bucket.setPolicy') failing('bucket.isEmpty', {})(world)
    }
  }),
  'AWS cannot be asked who is calling': afterwards(
    emptyWorld,
    failing('bucket.isEmpty', { _tag: 'TimedOut', status: undefined })
  ),
  'a step that AWS refuses': afterwards(emptyWorld, failing('bucket.encrypt', {})),
  'a step of which the answer is lost': afterwards(
    emptyWorld,
    failing('bucket.version', { _tag: 'TimedOut', code: 'TimeoutError', status: undefined })
  ),
  'a table that another run has just made': saidIn(emptyWorld, (world) => {
    failing('table.create', { _tag: 'Conflict', code: 'ResourceInUseException' })(world)
    world.at = (call) => {
      if (call === 'table.create') world.table = newTable()
    }
  }),
  'a bucket that another account has just taken': afterwards(
    emptyWorld,
    failing('bucket.create', { _tag: 'NameTaken', code: 'BucketAlreadyExists' })
  ),
  'an untagged bucket that appears meanwhile': afterwards(emptyWorld, (world) => {
    failing('bucket.create', { _tag: 'Conflict' })(world)
    world.at = (call) => {
      if (call === 'bucket.create') world.bucket = newBucket({})
    }
  }),
  'a conflict at a later step': afterwards(emptyWorld, all(failing('bucket.encrypt', { _tag: 'Conflict' }))),
  'a setting that never reads as declared': afterwards(emptyWorld, (world) => {
    world.at = (call) => {
      if (call === 'table.keepHistory' && world.bucket !== undefined)
        world.bucket = { ...world.bucket, versioning: O.none }
    }
  }),
  'a setting that another principal changes meanwhile': afterwards(emptyWorld, (world) => {
    world.at = (call) => {
      if (call === 'table.keepHistory' && world.bucket !== undefined)
        world.bucket = { ...world.bucket, versioning: O.some('Suspended') }
    }
  }),
  'a call that is tried again': saidIn(emptyWorld, (world) => {
    world.retries = [[awsFailure({ call: 'STS GetCallerIdentity', _tag: 'Throttled', attempts: 1 }), 5, 1500]]
    world.credentials = 'no credentials were found'
  }),
  'versioning that never reads as declared': afterwards(emptyWorld, (world) => {
    world.at = (call) => {
      if (call === 'bucket.versioning' && world.bucket !== undefined)
        world.bucket = { ...world.bucket, versioning: O.none }
    }
  }),
  'a bucket that another run has just made whole': afterwards(emptyWorld, (world) => {
    failing('bucket.create', { _tag: 'Conflict', code: 'BucketAlreadyOwnedByYou' })(world)
    world.at = (call) => {
      if (call === 'bucket.create') world.bucket = seededWorld().bucket
    }
  }),
  'the policy of day 0 alone': async () => {
    const lines = await saidIn(emptyWorld, undefined, '--policy')()
    return [...lines.slice(0, 4), '…', ...lines.slice(-4)]
  },
  'what is not understood': async () =>
    (
      await Promise.all(
        [['--dry-run', '--policy'], ['--nothing'], ['--proxy', 'x']].map((argv) =>
          saidIn(emptyWorld, undefined, ...argv)()
        )
      )
    ).flat()
})

test.run()
