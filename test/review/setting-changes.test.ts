import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deletesPolicy, settingChanges } from '../../src/review/setting-changes.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { type Screen, readsAs } from '../support/screens.ts'

const test = suite('what else changes between two emitted files')

const text = readFileSync(new URL('../project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')

type Body = Record<string, unknown>
type Edit = (root: Body & { resource: Record<string, Body>; import: Array<unknown>; locals: Body }) => unknown

const edited = (edit: Edit): JsonObject => {
  const root = JSON.parse(text) as Parameters<Edit>[0]
  edit(root)
  return root as unknown as JsonObject
}
const whole = edited(() => undefined)

/** What is said where the file becomes so, and where it was so. */
const both =
  (edit: Edit, from: JsonObject = whole): Screen =>
  () => {
    const other = edited(edit)
    return [
      [from, other],
      [other, from]
    ].flatMap(([before = {}, after = {}]) => [
      '→',
      ...settingChanges(before, after).map(
        ({ turn, sentence, applier, apply, clause }) =>
          `${turn}: ${sentence.slice(0, 200)} (${applier}, ${apply}, ${clause})`
      )
    ])
  }

const take =
  (type: string, name: string): Edit =>
  ({ resource }) =>
    delete resource[type]?.[name]

readsAs(test, new URL('setting-changes.txt', import.meta.url), {
  'a protection is gone': both(take('aws_s3_bucket_versioning', 'state')),
  'a table is gone, and with it its import': both((root) => {
    delete root.resource['aws_dynamodb_table']
    root.import = root.import.filter((one) => !JSON.stringify(one).includes('aws_dynamodb_table'))
  }),
  'a table is gone, and its import stays': both(take('aws_dynamodb_table', 'lock')),
  'an import is gone': both((root) => void root.import.shift()),
  'imports without a target': both(
    (root) => void (root.import = [{ id: 'x' }, { id: 'y' }]),
    edited((root) => void (root.import = [{ id: 'x' }]))
  ),
  'an import of another thing': both((root) => void root.import.push({ to: 'aws_s3_bucket.other', id: 'x' })),
  'the imports in another order': both((root) => void root.import.reverse()),
  'another resource': both(({ resource }) => void (resource['aws_vpc'] = { main: { cidr_block: '10.0.0.0/8' } })),
  'a local that no policy reads': both(({ locals }) => void (locals['other'] = { a: 1 })),
  'a tag of the bucket': both(({ resource }) =>
    Object.assign(resource['aws_s3_bucket']?.['state'] as Body, { tags: { Purpose: 'OpenTofu state', Owner: 'x' } })
  ),
  'a setting that has no rule': both(({ resource }) =>
    Object.assign(resource['aws_s3_bucket']?.['state'] as Body, { force_destroy: true, acl: ['a', { b: 1 }] })
  ),
  'a protection, and a setting without a rule, in one block': both(({ resource }) =>
    Object.assign(resource['aws_s3_bucket']?.['state'] as Body, { lifecycle: { prevent_destroy: false, other: 1 } })
  )
})

test('a policy is deleted where a resource goes that says who may do what, and no other', () => {
  const isDeleted = (type: string, name: string): boolean => deletesPolicy(whole, edited(take(type, name)))
  for (const [type, name] of [
    ['aws_iam_role', 'operator'],
    ['aws_iam_role_policy', 'automation'],
    ['aws_iam_policy', 'boundary'],
    ['aws_s3_bucket_policy', 'state']
  ] as const)
    assert.ok(isDeleted(type, name), type)
  for (const [type, name] of [
    ['aws_s3_bucket', 'state'],
    ['aws_s3_bucket_versioning', 'state'],
    ['aws_dynamodb_table', 'lock']
  ] as const)
    assert.not.ok(isDeleted(type, name), type)
  const beside = edited(({ resource }) => void (resource['aws_s3_bucket_policy_copy'] = { state: {} }))
  assert.not.ok(deletesPolicy(beside, whole))
  assert.not.ok(deletesPolicy(edited(take('aws_iam_role', 'operator')), whole))
})

test.run()
