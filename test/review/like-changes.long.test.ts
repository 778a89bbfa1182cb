import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type LikeChange, comparedStacks, likeChanges } from '../../src/review/like-changes.ts'
import type { Json, JsonObject } from '../../src/terraform/json.ts'
import { accessCorpus } from '../support/access/corpus/access.ts'
import { type Corpus, edited } from '../support/access/corpus/change.ts'
import { settingsCorpus } from '../support/access/corpus/settings.ts'
import { emittedStaging } from '../support/wanted.ts'

const text = emittedStaging().text

type Names = readonly [stack: string, account: string, environment: string, prefix: string]

/** The same text with the names of another stack. */
const renamed = (of: string, [, account, environment, prefix]: Names): string =>
  of
    .replaceAll('111122223333', account)
    .replaceAll('zenthea-staging', `${prefix}-${environment}`)
    .replaceAll('staging', environment)
    .replaceAll('Staging', `${environment.slice(0, 1).toUpperCase()}${environment.slice(1)}`)

const stacks: ReadonlyArray<Names> = [
  ['staging-eu', '111122223333', 'staging', 'zenthea'],
  ['prod-eu', '222233334444', 'prod', 'zenthea'],
  ['dev-eu', '333344445555', 'dev', 'other']
]

type Files = Parameters<typeof comparedStacks>[0]

const filesOf = (edit: Corpus['edit']): Files =>
  stacks.map((names) => {
    const after = edit.reduce<Json>((root, [path, value]) => edited(root, path, value), JSON.parse(text) as JsonObject)
    return [
      names[0],
      JSON.parse(renamed(text, names)) as JsonObject,
      JSON.parse(renamed(JSON.stringify(after), names)) as JsonObject
    ]
  })

/** Each stack compared by itself, and what they say put together. */
const apart = (files: Files): ReadonlyArray<LikeChange> => likeChanges(files.flatMap((one) => comparedStacks([one])))

const test = suite('like changes')

for (const { what, edit } of [...settingsCorpus, ...accessCorpus])
  test(`${what}: three stacks compared once say what each says by itself`, () => {
    const files = filesOf(edit)
    assert.equal(likeChanges(comparedStacks(files)), apart(files))
  })

const bucket = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const allowed = (resource: string, action = 's3:DeleteObject'): Corpus['edit'] => [
  [
    'locals.state_bucket_policy.Statement.4',
    { Sid: 'x', Effect: 'Allow', Principal: '*', Action: action, Resource: resource }
  ]
]

/** The same text in each stack, which means another thing where the stack is called otherwise. */
const tricky: Readonly<Record<string, Corpus['edit']>> = {
  'a pattern that begins like one of the buckets': allowed('arn:aws:s3:::zenthea-*'),
  'a pattern that ends like one of the buckets': allowed('arn:aws:s3:::*-prod-eu-tfstate/*'),
  'a pattern with a place for one letter': allowed('arn:aws:s3:::zenthea-???-eu-tfstate/*'),
  'a pattern within the name': allowed(`${bucket.slice(0, -4)}*`),
  'the name of another stack': allowed('arn:aws:s3:::zenthea-prod-eu-tfstate/*'),
  'the account of another stack': [['locals.automation_trust.Statement.0.Principal.AWS', ['222233334444']]],
  'a number that is an account': [
    ['locals.operator_trust.Statement.0.Condition.NumericLessThan.aws:MultiFactorAuthAge', '222233334444']
  ]
}

for (const [what, edit] of Object.entries(tricky))
  test(`${what}: is not taken for the same in a stack where it is not`, () => {
    const files = stacks.map((names): Files[number] => {
      const before = JSON.parse(renamed(text, names)) as JsonObject
      const own = edit.reduce<Json>((root, [path, value]) => edited(root, path, value), before) as JsonObject
      return [names[0], before, own]
    })
    assert.equal(likeChanges(comparedStacks(files)), apart(files))
    assert.ok(apart(files).length > 0)
  })

test('100 stacks with one change are compared once', () => {
  const edit = accessCorpus.find(({ what }) => what === 'a boundary without its region')?.edit ?? []
  const many = Array.from({ length: 100 }, (_, index): Names => [
    `env${index}-eu`,
    String(200_000_000_000 + index * 7919),
    `env${index}`,
    'zenthea'
  ])
  const after = JSON.stringify(
    edit.reduce<Json>((root, [path, value]) => edited(root, path, value), JSON.parse(text) as Json)
  )
  const compared = comparedStacks(
    many.map((names): Files[number] => [names[0], JSON.parse(renamed(text, names)), JSON.parse(renamed(after, names))])
  )
  assert.is(compared.length, 100)
  assert.is(new Set(compared.map(({ changes }) => changes)).size, 1)
  for (const { stacks: of } of likeChanges(compared)) assert.is(of.length, 100)
})

test.run()
