import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EmittedForm } from '../../src/backend/emitted-form.ts'
import { type Json, isObject, valueAt } from '../../src/terraform/json.ts'
import { changed, gone } from '../support/changed.ts'
import { emittedStaging } from '../support/wanted.ts'

/** Seed makes what it knows in full, or nothing: a setting that it left out would be made by no command. */
const test = suite('the part of an emitted file that seed makes')

const file = JSON.parse(emittedStaging().text) as Json
const types = `aws_s3_bucket aws_s3_bucket_ownership_controls aws_s3_bucket_public_access_block aws_s3_bucket_policy
  aws_s3_bucket_server_side_encryption_configuration aws_s3_bucket_versioning aws_dynamodb_table`.split(/\s+/)

type Path = ReadonlyArray<string>
const pathsIn = (value: Json | undefined, at: Path): ReadonlyArray<Path> => [
  at,
  ...(isObject(value) ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...at, key])) : [])
]
const paths = [
  ...types.flatMap((type) => pathsIn(valueAt(file, 'resource', type), ['resource', type])),
  ...pathsIn(valueAt(file, 'provider', 'aws', 'default_tags'), ['provider', 'aws', 'default_tags'])
]
const isTaken = (path: Path, value: unknown): boolean => E.isRight(EmittedForm.decode(changed(file, path, value)))

/** What a stack chooses: its names, its tags, and for how many days the table can be restored. */
const isFree = (path: Path): boolean =>
  /\.(?:state\.bucket|lock\.name|tags(?:\.\w+)?|recovery_period_in_days)$/.test(`.${path.slice(2).join('.')}`)

test('the committed file is taken, and its seven resources are found in it', () => {
  assert.ok(E.isRight(EmittedForm.decode(file)))
  assert.ok(paths.length > 50, String(paths.length))
  for (const path of paths) assert.is.not(valueAt(file, ...path), undefined, path.join('.'))
})

test('only one of several tags may be left out, and no key may be added', () => {
  for (const path of paths) {
    const isTag = path.at(-2) === 'tags' && Object.keys(valueAt(file, ...path.slice(0, -1)) ?? {}).length > 1
    if (!isTag) assert.is(isTaken(path, gone), false, `without ${path.join('.')}`)
    if (isObject(valueAt(file, ...path)) && path.at(-1) !== 'tags')
      assert.is(isTaken([...path, 'more'], 'x'), false, `more in ${path.join('.')}`)
  }
})

test('only the names, the tags and the days that a stack chooses may differ', () => {
  for (const path of paths) {
    const value = valueAt(file, ...path)
    if (isObject(value)) continue
    const other = typeof value === 'boolean' ? !value : typeof value === 'string' ? `${value}x` : 34
    const isOfBucket = path.join('.') === 'resource.aws_s3_bucket.state.bucket'
    const isChosen = isFree(path) && (path.at(-1) !== 'bucket' || isOfBucket)
    assert.is(isTaken(path, other), isChosen, path.join('.'))
    for (const odd of ['${local.x}', '%{if x}', ['x'], { x: 'y' }])
      if (path.at(-1) !== 'name' || typeof odd !== 'string')
        assert.is(isTaken(path, odd), false, `${path.join('.')} ${JSON.stringify(odd)}`)
  }
})

test('a policy with an expression of either kind is refused', () => {
  const id = ['locals', 'state_bucket_policy', 'Id']
  assert.is(isTaken(id, 'plain $ % {}'), true)
  for (const odd of ['${local.x}', '%{if x}', '$${escaped}']) assert.is(isTaken(id, odd), false, odd)
})

/** A statement is shown by its Sid wherever the policy is told, so each must have one. */
const policies: Readonly<Record<string, readonly [policy: Json, isRight: boolean]>> = {
  'of statements with names': [{ Version: '2012-10-17', Statement: [{ Sid: 'A' }, { Sid: 'B' }] }, true],
  'with a statement without a name': [{ Version: '2012-10-17', Statement: [{ Sid: 'A' }, { Effect: 'Deny' }] }, false],
  'with a name that is not a text': [{ Version: '2012-10-17', Statement: [{ Sid: 1 }] }, false],
  'of one statement without its list': [{ Version: '2012-10-17', Statement: { Sid: 'A' } }, false],
  'without statements': [{ Version: '2012-10-17' }, false],
  'of the version before': [{ Version: '2008-10-17', Statement: [{ Sid: 'A' }] }, false],
  'of no version': [{ Statement: [{ Sid: 'A' }] }, false]
}
for (const [what, [policy, isRight]] of Object.entries(policies))
  test(`a policy ${what} is ${isRight ? 'taken' : 'refused'}`, () =>
    assert.is(isTaken(['locals', 'state_bucket_policy'], policy), isRight))

test.run()
