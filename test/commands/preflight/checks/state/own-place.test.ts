import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { declaredAddresses, strangePlaces } from '../../../../../src/commands/preflight/checks/state/own-place.ts'
import { wantedOfStaging } from '../../../../support/wanted.ts'

const test = suite('what of a state is of the declared account and region')

const { declaration } = wantedOfStaging()
const strange = (value: unknown): ReadonlyArray<string> => strangePlaces(value, declaration)

/** A value of a state, and what is said of it. The declared account is 111122223333, the region eu-central-1. */
const values: ReadonlyArray<readonly [value: unknown, said: ReadonlyArray<string>]> = [
  ['arn:aws:s3:::bucket', []],
  ['arn:aws:iam::111122223333:role/a', []],
  ['arn:aws:iam::444455556666:role/a', ['of the account 444455556666']],
  ['arn:aws:iam::aws:policy/x', ['of the account aws']],
  ['arn:aws:dynamodb:eu-central-1:111122223333:table/a', []],
  ['arn:aws:dynamodb:eu-west-1:111122223333:table/a', ['in eu-west-1']],
  ['arn:aws:dynamodb:eu-west-1:444455556666:table/a', ['of the account 444455556666']],
  ['see arn:aws:iam::444455556666:role/a', []],
  ['arn:aws:iam::444455556666:', []],
  [{ region: 'eu-west-1' }, ['in eu-west-1']],
  [{ bucket_region: 'eu-west-1' }, ['in eu-west-1']],
  [{ region: 'eu-central-1', name: 'eu-west-1' }, []],
  [{ account_id: '444455556666' }, ['of the account 444455556666']],
  [{ owner_id: '444455556666' }, ['of the account 444455556666']],
  [{ account_id: '111122223333', owner_id: '' }, []],
  [{ owner_id: 'canonical-444455556666' }, []],
  [{ tags: { id: '444455556666' } }, []],
  [{ region: ['eu-central-1', 'eu-west-1', 'eu-west-1'] }, ['in eu-west-1']],
  [
    { a: { b: [{ account_id: '444455556666' }, { region: 'eu-west-1' }] } },
    ['of the account 444455556666', 'in eu-west-1']
  ],
  [7, []],
  [null, []]
]
test('whole ARNs and attributes that are a region or an account are looked at, however deep they stand', () => {
  for (const [value, said] of values) assert.equal(strange(value), said, JSON.stringify(value))
})

test('the addresses of a file are its resources by type and name; a file without one has none', () => {
  const addresses = (text: string) => [...declaredAddresses({ text })]
  assert.equal(addresses('{"resource": {"aws_s3_bucket": {"state": {}, "logs": {}}, "aws_iam_role": {"a": {}}}}'), [
    'aws_s3_bucket.state',
    'aws_s3_bucket.logs',
    'aws_iam_role.a'
  ])
  for (const text of ['{}', '{"resource": {"aws_s3_bucket": 1}}', '{', '{"resource": {}, "resource": {"a": {"b": 1}}}'])
    assert.equal(addresses(text), [], text)
})

test.run()
