import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import { writtenLockInfo } from '../../../src/backend/lock-info.ts'
import type { BucketSettings } from '../../../src/outside/aws/bucket.port.ts'
import type { NoSession } from '../../../src/outside/aws/identity.port.ts'
import type { TableSettings } from '../../../src/outside/aws/table.port.ts'
import {
  BOOTSTRAP,
  EMPTY_STATE,
  type PreflightWorld,
  awsFailure,
  healthyWorld,
  lockOf,
  preflightIn
} from '../../support/preflight-world.ts'
import { noAuthorities, notReached } from '../../support/no-session.ts'
import { readsAs } from '../../support/screens.ts'

const test = suite('the screens of preflight about AWS')

const saidIn =
  (change: (world: PreflightWorld) => unknown, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const world = healthyWorld()
    change(world)
    const { code, out, err } = await preflightIn(world, argv)
    return [...err.split('\n').filter((line) => line !== ''), ...out.trimEnd().split('\n'), `exit code ${code}`]
  }
const as = (arn: string, account = '111122223333') => ({ caller: E.right({ account, arn }) })
const checking = (check: string) => ['--check', check] as const
const bucketWith =
  (more: Partial<BucketSettings>) =>
  (world: PreflightWorld): void => {
    if (E.isRight(world.bucket)) world.bucket = E.right({ ...world.bucket.right, ...more })
  }
const tableWith =
  (more: Partial<TableSettings>) =>
  (world: PreflightWorld): void => {
    if (E.isRight(world.table) && O.isSome(world.table.right))
      world.table = E.right(O.some({ ...world.table.right.value, ...more }))
  }
const denied = (call: string) => E.left(awsFailure({ call }))
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
const digestIs =
  (digest: string | null | undefined) =>
  (world: PreflightWorld): void => {
    const [id = ''] = [...world.items.keys()]
    if (digest === undefined) world.items.delete(id)
    else world.items.set(id, digest === null ? { info: undefined, digest: undefined } : { info: undefined, digest })
  }
const storedAs =
  (state: unknown) =>
  (world: PreflightWorld): void => {
    const text = JSON.stringify({ ...(JSON.parse(EMPTY_STATE) as object), ...(state as object) })
    world.state = E.right(O.some(text))
    digestIs(md5(text))(world)
  }
const policyAs =
  (change: (policy: string) => string) =>
  (world: PreflightWorld): void => {
    if (E.isRight(world.bucket) && O.isSome(world.bucket.right.policy))
      world.bucket = E.right({ ...world.bucket.right, policy: O.some(change(world.bucket.right.policy.value)) })
  }
const declaredPolicy = (): string => {
  const { bucket } = healthyWorld()
  return E.isRight(bucket) && O.isSome(bucket.right.policy) ? bucket.right.policy.value : ''
}
const lax = (policy: string): string => policy.replace('1.2', '1.1')
/** A policy that denies to every principal what sets it. */
const CLOSED = '{"Sid":"Closed","Effect":"Deny","Principal":"*","Action":"s3:PutBucketPolicy","Resource":"*"}'
const ofNone = (policy: string): string => policy.replace('"Statement":[', `"Statement":[${CLOSED},`)
const ofOther = (policy: string): string => policy.replaceAll('ZentheaFoundationBootstrap', 'Other')
const applied = (policy: string) =>
  storedAs({
    resources: [
      {
        mode: 'managed',
        type: 'aws_s3_bucket_policy',
        name: 'state',
        provider: 'provider["registry.opentofu.org/hashicorp/aws"]',
        instances: [{ schema_version: 0, attributes: { bucket: 'zenthea-staging-eu-tfstate', policy } }]
      }
    ]
  })
const held = (Created: string): string =>
  writtenLockInfo({
    ID: 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10',
    Operation: 'OperationTypeApply',
    Info: '',
    Who: 'amara@laptop',
    Version: '1.12.6',
    Created,
    Path: 'x'
  })
const probeAs =
  (info: string) =>
  (world: PreflightWorld): void =>
    void world.items.set(`${lockOf('')[0]}#preflight`, { info, digest: undefined })
const instance = { schema_version: 0, attributes: { id: 'x' } }
const role = { mode: 'managed', type: 'aws_iam_role', name: 'automation', instances: [instance] }

const without =
  (why: NoSession) =>
  (world: PreflightWorld): void =>
    void (world.credentials = E.left(why))

readsAs(test, new URL('aws-screens.txt', import.meta.url), {
  'what is asked, in which order': async () => (await preflightIn(healthyWorld())).asked,
  'credentials that are not there': saidIn(
    (world) => void (world.credentials = E.left('no credentials were found')),
    ...checking('bucket')
  ),
  'authorities that cannot be taken': saidIn(without(noAuthorities), ...checking('identity')),
  'a sign-in that reaches no host': saidIn(without(notReached), ...checking('identity')),
  'a caller that AWS does not name': saidIn(
    (world) => {
      world.caller = E.left(
        awsFailure({ call: 'STS GetCallerIdentity', _tag: 'CredentialsRefused', code: 'ExpiredToken' })
      )
    },
    ...checking('identity')
  ),
  'a caller of another account': saidIn(
    (world) => Object.assign(world, as(BOOTSTRAP, '999988887777')),
    ...checking('identity')
  ),
  'a caller whom nothing declares': saidIn(
    (world) => Object.assign(world, as('arn:aws:iam::111122223333:user/jane')),
    ...checking('identity')
  ),
  'a session that is named after a person': saidIn(
    (world) => Object.assign(world, as(`${BOOTSTRAP.slice(0, -5)}jane@example.com`)),
    ...checking('identity')
  ),
  'IAM that is not reached': saidIn(
    (world) => {
      world.iam = E.left(
        awsFailure({
          call: 'IAM GetAccountSummary',
          _tag: 'TimedOut',
          code: 'TimeoutError',
          status: undefined,
          requestId: undefined
        })
      )
    },
    ...checking('identity')
  ),
  'a role whose name is like an address': saidIn(
    (world) => Object.assign(world, as('arn:aws:sts::111122223333:assumed-role/a@b/day-0')),
    ...checking('identity')
  ),
  'the bootstrap principal': saidIn((world) => Object.assign(world, as(BOOTSTRAP)), ...checking('identity')),
  'no bucket and no table': saidIn((world) => {
    world.region = E.right(O.none)
    world.bucket = E.left(
      awsFailure({ call: 'S3 GetBucketTagging', _tag: 'Absent', code: 'NoSuchBucket', status: 404 })
    )
    world.state = E.left(awsFailure({ call: 'S3 GetObject', _tag: 'Absent', code: 'NoSuchBucket', status: 404 }))
    world.table = E.right(O.none)
    world.noItems = awsFailure({
      call: 'DynamoDB GetItem',
      _tag: 'Absent',
      code: 'ResourceNotFoundException',
      status: 400
    })
  }),
  'a bucket in another region': saidIn(
    (world) => void (world.region = E.right(O.some('eu-west-1'))),
    ...checking('bucket')
  ),
  'a bucket that AWS sends on to another region': saidIn(
    (world) => void (world.region = E.left(awsFailure({ _tag: 'WrongRegion', code: '301', region: 'eu-west-1' }))),
    ...checking('bucket')
  ),
  'a bucket of another account': saidIn((world) => void (world.region = E.left(awsFailure())), ...checking('bucket')),
  'a bucket whose settings are not said': saidIn(
    (world) => void (world.bucket = denied('S3 GetBucketPolicy')),
    ...checking('bucket')
  ),
  'a bucket with no setting as declared': saidIn(
    bucketWith({
      ownership: O.none,
      publicAccess: O.some({
        blockPublicAcls: true,
        blockPublicPolicy: false,
        ignorePublicAcls: true,
        restrictPublicBuckets: false
      }),
      encryption: O.some({ algorithm: 'aws:kms', key: 'k' }),
      versioning: O.some('Suspended'),
      tags: {},
      undeclared: Object.fromEntries(
        Object.keys(
          E.isRight(healthyWorld().bucket) ? (healthyWorld().bucket as E.Right<BucketSettings>).right.undeclared : {}
        ).map((name) => [name, 'something'])
      ) as BucketSettings['undeclared']
    }),
    ...checking('bucket')
  ),
  'a bucket without a policy, before anything was applied': saidIn((world) => {
    bucketWith({ policy: O.none })(world)
    world.state = E.right(O.none)
    digestIs(undefined)(world)
  }),
  'a policy that drifted, for the operator': saidIn(
    (world) => {
      applied(declaredPolicy())(world)
      policyAs(lax)(world)
    },
    ...checking('bucket')
  ),
  'a policy that drifted, for the bootstrap principal': saidIn((world) => {
    Object.assign(world, as(BOOTSTRAP))
    applied(declaredPolicy())(world)
    policyAs(lax)(world)
  }),
  'a policy that the file changes, for the operator': saidIn(
    (world) => {
      applied(lax(declaredPolicy()))(world)
      policyAs(lax)(world)
    },
    ...checking('bucket')
  ),
  'a policy of another owner, for the bootstrap principal': saidIn(
    (world) => {
      Object.assign(world, as(BOOTSTRAP))
      applied(ofOther(declaredPolicy()))(world)
      policyAs(ofOther)(world)
    },
    ...checking('bucket')
  ),
  'a policy that no principal may set, for the bootstrap principal': saidIn(
    (world) => {
      Object.assign(world, as(BOOTSTRAP))
      applied(ofNone(declaredPolicy()))(world)
      policyAs(ofNone)(world)
    },
    ...checking('bucket')
  ),
  'a policy that nothing knows, and a state that is not proven': saidIn((world) => {
    policyAs(() => 'no JSON')(world)
    digestIs('0'.repeat(32))(world)
  }),
  'a policy that is neither': saidIn(
    (world) => {
      applied(ofOther(declaredPolicy()))(world)
      policyAs(lax)(world)
    },
    ...checking('bucket')
  ),
  'a table with no setting as declared': saidIn(
    (world) => {
      tableWith({
        ...{ arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/other', keys: ['Id HASH'], attributes: ['Id N'] },
        ...{
          billing: 'PROVISIONED',
          isProtected: false,
          encryptionKey: O.some('arn:aws:kms:eu-central-1:111122223333:key/own')
        },
        ...{
          replicas: ['eu-west-1'],
          hasStreamOrIndex: true,
          tableClass: 'STANDARD_INFREQUENT_ACCESS',
          limits: ['MaxReadRequestUnits=1']
        }
      })(world)
      world.recovery = E.right(O.none)
      world.undeclared = Object.fromEntries(Object.keys(world.undeclared).map((name) => [name, E.right('something')]))
    },
    ...checking('lock-table')
  ),
  'a table of which half is not said': saidIn(
    (world) => {
      world.recovery = denied('DynamoDB DescribeContinuousBackups')
      world.managedKey = denied('KMS DescribeKey')
      world.undeclared = Object.fromEntries(
        Object.keys(world.undeclared).map((name) => [name, denied(`DynamoDB ${name}`)])
      )
    },
    ...checking('lock-table')
  ),
  'no table': saidIn((world) => void (world.table = E.right(O.none)), ...checking('lock-table')),
  'a table that is not said at all': saidIn(
    (world) => void (world.table = denied('DynamoDB DescribeTable')),
    ...checking('lock-table')
  ),
  'a table in each status that is not ACTIVE': async () => {
    const statuses = ['CREATING', 'DELETING', 'INACCESSIBLE_ENCRYPTION_CREDENTIALS', 'ARCHIVED', 'NEW']
    const screens = await Promise.all(
      statuses.map((status) => saidIn(tableWith({ status }), ...checking('lock-table'))())
    )
    return screens.flatMap((lines) => lines.filter((line) => /actual|to do|waiting/.test(line)))
  },
  'a table that stays on its way is waited for a minute, one that is gone is not': async () => {
    const pauses = async (status: string): Promise<string> => {
      const world = healthyWorld()
      tableWith({ status })(world)
      const { asked } = await preflightIn(world, checking('lock-table'))
      const all = asked.filter((one) => one.startsWith('pause'))
      return `${status}: ${all.length} times ${[...new Set(all)].join() || 'nothing'}`
    }
    return [await pauses('CREATING'), await pauses('UPDATING'), await pauses('DELETING'), await pauses('ACTIVE')]
  },
  'a table whose key is gone, where AWS does not name the key': async () => {
    const change = tableWith({ status: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS', encryptionKey: O.none })
    const lines = await saidIn(change, ...checking('lock-table'))()
    return lines.filter((line) => /actual|to do/.test(line))
  },
  'a probe that another thing wrote': saidIn(probeAs('x'), ...checking('lock-works')),
  'a probe that an earlier run left': async () => {
    const said = await saidIn(probeAs(held('2026-01-31T11:14:59Z')), ...checking('lock-works'), '--json')()
    return said.slice(said.findIndex((line) => line.includes('"name": "lock-works"')))
  },
  'a probe that stands unchanged': async () => {
    const world = healthyWorld()
    probeAs(held('2026-01-31T11:59:00Z'))(world)
    const { asked, err, out } = await preflightIn(world, checking('lock-works'))
    const pauses = asked.filter((one) => one.startsWith('pause'))
    return [...err.trim().split('\n'), `${pauses.length} times ${[...new Set(pauses)].join()}`, out]
  },
  'a lock table that gives no item': saidIn((world) => {
    world.noItems = awsFailure({ call: 'DynamoDB GetItem' })
  }),
  'a lock that a person holds': saidIn(
    ({ items }) => items.set(...lockOf(held('2026-01-31T11:00:00Z'))),
    ...checking('lock-free')
  ),
  'a lock of a time that cannot be read': saidIn(
    ({ items }) => items.set(...lockOf(held('just now'))),
    ...checking('lock-free')
  ),
  'an item in the place of the lock': saidIn(({ items }) => items.set(...lockOf('no lock')), ...checking('lock-free')),
  'a state whose digest is another one': saidIn(digestIs('0'.repeat(32)), ...checking('state-clean')),
  'a state whose digest is in other signs': saidIn(
    digestIs(md5(EMPTY_STATE).toUpperCase()),
    ...checking('state-whole')
  ),
  'an item in the place of the digest': saidIn(digestIs(null), ...checking('state-whole')),
  'a state whose digest is not an MD5': saidIn(digestIs('nothing'), ...checking('state-whole')),
  'a state without a digest': saidIn(digestIs(undefined), ...checking('state-whole')),
  'a digest without a state': saidIn((world) => void (world.state = E.right(O.none)), ...checking('state-whole')),
  'an item in the place of the digest, without a state': saidIn(
    (world) => {
      world.state = E.right(O.none)
      digestIs(null)(world)
    },
    ...checking('state-whole')
  ),
  'a state that is not said': saidIn(
    (world) => void (world.state = E.left(awsFailure({ call: 'S3 GetObject' }))),
    ...checking('state-clean')
  ),
  'a state of another form': saidIn(storedAs({ version: 3 }), ...checking('state-clean')),
  'a state with odd objects': saidIn(
    storedAs({
      outputs: { a: { value: 'x', type: 'string' } },
      resources: [
        {
          ...role,
          instances: [
            { ...instance, deposed: 'a', status: 'tainted', index_key: 0, provider: 'p', skip_destroy: true },
            { schema_version: 0, attributes_flat: {}, depends_on: ['x'] }
          ]
        },
        { ...role },
        { ...role, module: 'module.m', name: 'other' },
        { ...role, type: 'aws_instance', name: 'web' },
        { ...role, mode: 'data', type: 'aws_ami', name: 'a' },
        {
          ...role,
          name: 'more',
          instances: [
            {
              schema_version: 0,
              attributes: {
                arn: 'arn:aws:s3:eu-west-1:999988887777:x',
                password: 'hunter2hunter2',
                owner_id: '999988887777',
                region: 'us-east-1'
              }
            }
          ]
        }
      ],
      check_results: [{ object_kind: 'output', config_addr: 'output.a', status: 'pass', objects: null }]
    }),
    ...checking('state-clean')
  )
})

test.run()
