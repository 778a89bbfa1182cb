import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { createHash } from 'node:crypto'
import type { TableSettings } from '../../src/outside/aws/table.port.ts'
import { EMPTY_STATE, type PreflightWorld, awsFailure, healthyWorld, lockOf } from './preflight-world.ts'

const lock = JSON.stringify({
  ...{ ID: 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10', Operation: 'OperationTypeApply', Info: 'x', Who: 'amara@laptop' },
  ...{ Version: '1.12.6', Created: '2026-01-31T11:00:00Z', Path: 'x' }
})
const state = JSON.stringify({
  ...(JSON.parse(EMPTY_STATE) as object),
  outputs: { x: { value: 'x', type: 'string' } },
  resources: [
    {
      ...{ mode: 'managed', type: 'aws_s3_bucket', name: 'state' },
      provider: 'provider["registry.opentofu.org/hashicorp/aws"]',
      instances: [{ schema_version: 0, attributes: { bucket: 'x', tags: { Owner: 'x' } }, dependencies: ['x'] }]
    }
  ]
})
const failure = (call: string) => E.left(awsFailure({ call, region: 'eu-west-1' }))
const tableWith = (more: Partial<TableSettings>): Partial<PreflightWorld> => {
  const { table } = healthyWorld()
  return E.isRight(table) && O.isSome(table.right) ? { table: E.right(O.some({ ...table.right.value, ...more })) } : {}
}

/** Answers of AWS that differ from those of a healthy world, each with texts that only it has. */
export const answersToPlant: Readonly<Record<string, Partial<PreflightWorld>>> = {
  'a lock is held': { items: new Map([...healthyWorld().items, lockOf(lock)]) },
  'a state has resources': { state: E.right(O.some(state)) },
  'a table has replicas and limits': tableWith({ replicas: ['eu-west-1'], limits: ['MaxReadRequestUnits 5'] }),
  'STS fails': { caller: failure('STS GetCallerIdentity') },
  'credentials fail': { credentials: E.left('no credentials were found') },
  'the bucket fails': { region: failure('S3 HeadBucket') },
  'its settings fail': { bucket: failure('S3 GetBucketPolicy') },
  'the table fails': { table: failure('DynamoDB DescribeTable') },
  'its backups fail': { recovery: failure('DynamoDB DescribeContinuousBackups') },
  'a question about it fails': {
    undeclared: { ...healthyWorld().undeclared, expiry: failure('DynamoDB DescribeTimeToLive') }
  },
  'its key fails': { managedKey: failure('KMS DescribeKey') },
  'the state fails': { state: failure('S3 GetObject') },
  'the lock fails': { noItems: awsFailure({ call: 'DynamoDB GetItem' }) },
  'IAM fails': { iam: failure('IAM GetRole') }
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** The world with the digest of its state, so that no other reason than the state itself refuses it. */
export const consistent = (world: PreflightWorld): PreflightWorld => {
  const text = E.isRight(world.state) && O.isSome(world.state.right) ? world.state.right.value : undefined
  const items = new Map(world.items)
  if (text !== undefined) items.set([...healthyWorld().items.keys()][0] ?? '', { info: undefined, digest: md5(text) })
  return { ...world, items }
}
