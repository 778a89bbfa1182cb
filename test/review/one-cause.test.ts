import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { ReviewedChange } from '../../src/review/consequence.ts'
import { stackChanges } from '../../src/review/stack-changes.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { emittedStaging } from '../support/wanted.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const { text } = emittedStaging()
const emitted: Raw = JSON.parse(text)
const changesAfter = (edit: (file: Raw) => void, isBackwards = false): ReadonlyArray<ReviewedChange> => {
  const file: Raw = JSON.parse(text)
  edit(file)
  const [before, after] = (isBackwards ? [file, emitted] : [emitted, file]) as [JsonObject, JsonObject]
  return stackChanges(before, after)
}
const textOf = (told: ReadonlyArray<ReviewedChange>): string =>
  told.map(({ turn, sentence }) => `${turn}: ${sentence}`).join('\n')

/** Takes a resource away, as a hand would: with its import, and with the documents in `locals` that it alone reads. */
const without =
  (type: string, name: string, locals: ReadonlyArray<string>) =>
  (file: Raw): void => {
    delete file.resource[type][name]
    if (Object.keys(file.resource[type] as object).length === 0) delete file.resource[type]
    file.import = file.import.filter((one: Raw) => one.to !== `${type}.${name}`)
    for (const local of locals) delete file.locals[local]
  }

/** The documents of a resource, and how many things its going says of access: at most one for each statement that goes. */
const documents: Readonly<Record<string, readonly [locals: ReadonlyArray<string>, most: number]>> = {
  'aws_s3_bucket_policy.state': [['state_bucket_policy'], 6],
  'aws_iam_policy.boundary': [['boundary_policy'], 3],
  'aws_iam_role_policy.operator': [['operator_policy'], emitted.locals.operator_policy.Statement.length],
  'aws_iam_role_policy.automation': [['automation_policy'], emitted.locals.automation_policy.Statement.length],
  'aws_iam_role.operator': [['operator_trust'], 1 + emitted.locals.operator_policy.Statement.length],
  'aws_iam_role.automation': [['automation_trust'], 1 + emitted.locals.automation_policy.Statement.length],
  'aws_s3_bucket.state': [[], 6]
}
/** Each of these protects something by itself, so its going widens for certain. */
const protections = ['aws_s3_bucket_', 'aws_s3_bucket.', 'aws_dynamodb_table.']
const isProtection = (address: string): boolean =>
  protections.some((one) => address.startsWith(one)) && !/policy|server_side_encryption/.test(address)

const all = Object.entries(emitted.resource as object).flatMap(([type, named]) =>
  Object.keys(named as object).map((name) => [type, name] as const)
)

const test = suite('one cause is one sentence')

for (const [type, name] of all) {
  const address = `${type}.${name}`
  const [locals, most] = documents[address] ?? [[], 0]
  for (const [how, gone] of [
    ['with', locals],
    ['without', []]
  ] as const)
    test(`${address} is gone ${how} its documents: one sentence, and ${most} of access at most`, () => {
      const told = changesAfter(without(type, name, gone))
      const own = told.filter(({ sentence }) => sentence === `the resource ${address} is gone`)
      assert.equal(
        own.map(({ turn, applier, apply, clause }) => [turn, applier, apply, clause]),
        [[isProtection(address) ? 'widens' : 'may widen', 'nobody', 'refused as a deletion', 'J.6.2 §7']]
      )
      assert.ok(told.length - 1 <= most, textOf(told))
      const others = told.filter((one) => !own.includes(one)).map(({ sentence }) => sentence)
      assert.not.ok(
        others.some((one) => /resource\.|locals\.|import\./.test(one)),
        textOf(told)
      )
    })

  test(`${address} is new: one sentence, and ${most} of access at most`, () => {
    const told = changesAfter(without(type, name, locals), true)
    const own = told.filter(({ sentence }) => sentence.startsWith(`the resource ${address} is new: {`))
    assert.is(own.length, 1, textOf(told))
    const isImported = emitted.import.some(({ to }: Raw) => to === address) as boolean
    assert.is(own[0]?.apply, isImported ? 'adopted as it is found' : 'not known before the plan')
    assert.ok(told.length - 1 <= most + 1, textOf(told))
  })
}

type Case = readonly [what: string, edit: (file: Raw) => void, told: ReadonlyArray<string>]

const cases: ReadonlyArray<Case> = [
  [
    'a block of four values',
    ({ resource }) => {
      resource.aws_s3_bucket.state.replication = { role: 'r', rules: { id: 'x', status: 'Enabled', to: 'b' } }
    },
    [
      'may widen: resource.aws_s3_bucket.state.replication is {"role":"r","rules":{"id":"x","status":"Enabled","to":"b"}}; it was not there'
    ]
  ],
  [
    'recovery to a point in time is gone',
    ({ resource }) => delete resource.aws_dynamodb_table.lock.point_in_time_recovery,
    ['widens: the protection aws_dynamodb_table.lock.point_in_time_recovery.enabled is off']
  ],
  [
    'the setting of versions is gone',
    ({ resource }) => delete resource.aws_s3_bucket_versioning.state.versioning_configuration,
    ['widens: the protection aws_s3_bucket_versioning.state.versioning_configuration.status is off']
  ],
  [
    'a protection that comes with what is not known',
    ({ resource }) => {
      resource.aws_iam_role.operator.lifecycle = { prevent_destroy: true, ignore_changes: ['assume_role_policy'] }
    },
    [
      'may widen: resource.aws_iam_role.operator.lifecycle is {"prevent_destroy":true,"ignore_changes":["assume_role_policy"]}; it was not there'
    ]
  ],
  [
    'a module',
    (file) => {
      file.module = { x: { source: 'example.com/x', a: 1, b: [1, 2] } }
    },
    ['may widen: module is {"x":{"source":"example.com/x","a":1,"b":[1,2]}}; it was not there']
  ],
  [
    'an import is gone',
    (file) => file.import.shift(),
    [
      'may widen: import.aws_dynamodb_table.lock was {"id":"zenthea-staging-eu-tflock","to":"aws_dynamodb_table.lock"} and is gone'
    ]
  ],
  [
    'a document that nothing reads',
    ({ locals }) => {
      locals.other = { Statement: [{ Effect: 'Allow', Action: ['*'] }] }
    },
    ['may widen: locals.other, which is read as no policy, is new']
  ],
  [
    'a role takes another way to its policy, which says the same',
    ({ resource, locals }) => {
      resource.aws_iam_role_policy.operator.policy = JSON.stringify(locals.operator_policy)
    },
    ['moves: the file is written otherwise']
  ]
]

for (const [what, edit, sentences] of cases)
  test(`${what}: ${sentences.length} sentence`, () => {
    assert.equal(textOf(changesAfter(edit)), sentences.join('\n'))
  })

test('a document that nothing reads, and that is another one', () => {
  const other = { Statement: [{ Effect: 'Deny', Action: ['*'] }] }
  const before: Raw = { ...emitted, locals: { ...emitted.locals, other: {} } }
  const after: Raw = { ...emitted, locals: { ...emitted.locals, other } }
  assert.equal(
    stackChanges(before as JsonObject, after as JsonObject).map(({ sentence }) => sentence),
    ['locals.other, which is read as no policy, is another one']
  )
})

test.run()
