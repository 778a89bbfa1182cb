import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessIn, readAccess } from '../../src/access/access-in-file.ts'
import type { JsonObject } from '../../src/terraform/json.ts'

const test = suite('who may do what, read from a file')

const document = { Version: '2012-10-17', Statement: [] }
const policy = '${jsonencode(local.document)}'

/** A file with one role, one bucket and these resources. */
const file = (resource: Readonly<Record<string, JsonObject>>, more: JsonObject = {}): JsonObject => ({
  provider: { aws: { allowed_account_ids: ['111122223333'], region: 'eu-central-1' } },
  locals: { document },
  ...more,
  resource: { aws_iam_role: { operator: { name: 'Operator', path: '/a/' } }, ...resource }
})

const operator = (resource: Readonly<Record<string, JsonObject>>) => accessIn(file(resource)).roles[0]

test('a role is told by its ARN, with the path / where none is written', () => {
  assert.is(operator({})?.arn, 'arn:aws:iam::111122223333:role/a/Operator')
  const plain = operator({ aws_iam_role: { operator: { name: 'Operator' } } })
  assert.is(plain?.arn, 'arn:aws:iam::111122223333:role/Operator')
  assert.equal([plain?.policies, plain?.boundary, plain?.trust], [[], undefined, undefined])
})

test('the partition of every ARN is that of the region', () => {
  const provider = { aws: { allowed_account_ids: ['111122223333'], region: 'eusc-de-east-1' } }
  const there = accessIn(file({ aws_s3_bucket: { state: { bucket: 'b' } } }, { provider }))
  assert.is(there.partition, 'aws-eusc')
  assert.is(there.roles[0]?.arn, 'arn:aws-eusc:iam::111122223333:role/a/Operator')
  assert.is(there.buckets[0]?.arn, 'arn:aws-eusc:s3:::b')
})

test('the order of policies in a file says nothing', () => {
  const [a, b] = [
    { role: 'Operator', policy: '{"Statement":["a"]}' },
    { role: 'Operator', policy: '{"Statement":["b"]}' }
  ]
  assert.equal(operator({ aws_iam_role_policy: { b, a } }), operator({ aws_iam_role_policy: { a, b } }))
  assert.equal(operator({ aws_iam_role_policy: { b, a } })?.policies, [{ Statement: ['a'] }, { Statement: ['b'] }])
})

test('a policy is of a role by its name, or by the whole reference to it and no part of one', () => {
  const policiesOf = (role: string) => operator({ aws_iam_role_policy: { one: { role, policy } } })?.policies
  for (const role of ['Operator', '${aws_iam_role.operator.name}', '${aws_iam_role.operator.id}'])
    assert.equal(policiesOf(role), [document], role)
  for (const role of [
    'operator',
    '${aws_iam_role.operator.arn}',
    '${aws_iam_role.automation.name}',
    'x${aws_iam_role.operator.name}',
    '${aws_iam_role.operator.name}x',
    '${aws_iam_role.operator.name_prefix}'
  ])
    assert.equal(policiesOf(role), [], role)
})

test('a list of attached policies is of a role by its name too, and each is read where the file has it', () => {
  const attached = operator({
    aws_iam_policy: { own: { policy } },
    aws_iam_role_policy_attachments_exclusive: {
      one: {
        role_name: '${aws_iam_role.operator.name}',
        policy_arns: [
          '${aws_iam_policy.own.arn}',
          'arn:aws:iam::aws:policy/ReadOnlyAccess',
          '${aws_iam_policy.own.arn}x'
        ]
      },
      none: { role_name: 'Operator' },
      other: { role_name: 'Another', policy_arns: ['x'] }
    }
  })
  assert.equal(attached?.policies, [
    document,
    'the managed policy arn:aws:iam::aws:policy/ReadOnlyAccess',
    'the managed policy ${aws_iam_policy.own.arn}x'
  ])
})

test('a boundary is read where the file has it, and else it is a text that nothing understands', () => {
  const boundaryOf = (permissions_boundary: string) =>
    operator({
      aws_iam_policy: { own: { policy } },
      aws_iam_role: { operator: { name: 'Operator', permissions_boundary } }
    })?.boundary
  assert.equal(boundaryOf('${aws_iam_policy.own.arn}'), document)
  for (const arn of ['x${aws_iam_policy.own.arn}', '${aws_iam_policy.other.arn}', 'arn:aws:iam::1:policy/x'])
    assert.is(boundaryOf(arn), `the boundary ${arn}`)
})

test('a document is a local value or JSON text; with anything around it, it stands for itself', () => {
  const trustOf = (assume_role_policy: string) =>
    operator({ aws_iam_role: { operator: { name: 'Operator', assume_role_policy } } })?.trust
  assert.equal(trustOf(policy), document)
  assert.equal(trustOf(JSON.stringify(document)), document)
  for (const other of [`x${policy}`, `${policy}x`, '${jsonencode(local.other)}', '${jsonencode(local.toString)}', '{'])
    assert.is(trustOf(other), other)
})

test('a document that is written as an object is the same as its text, and any other value is told', () => {
  const trustOf = (assume_role_policy: JsonObject | string) =>
    operator({ aws_iam_role: { operator: { name: 'Operator', assume_role_policy } } })?.trust
  assert.equal(trustOf(document), trustOf(JSON.stringify(document)))
  const attached = { one: { role_name: 'Operator', policy_arns: [5, { a: 'b' }] } }
  assert.equal(operator({ aws_iam_role_policy_attachments_exclusive: attached })?.policies, [
    'the managed policy 5',
    'the managed policy {"a":"b"}'
  ])
})

test('the policy of a bucket is understood where its name is known before a plan', () => {
  const policyOf = (bucket: string, of = '${aws_s3_bucket.state.id}') =>
    accessIn(file({ aws_s3_bucket: { state: { bucket } }, aws_s3_bucket_policy: { one: { bucket: of, policy } } }))
      .buckets[0]
  const known = policyOf('a.bucket-1')
  assert.equal([known?.arn, known?.account, known?.policy], ['arn:aws:s3:::a.bucket-1', '111122223333', document])
  assert.equal(policyOf('a-bucket', 'a-bucket')?.policy, document)
  assert.is(policyOf('a-bucket', 'another')?.policy, undefined)
  for (const name of ['${local.name}-state', 'state-${local.name}', 'a b', ''])
    assert.is(policyOf(name)?.policy, `a policy of the bucket ${name}: ${JSON.stringify(document)}`)
})

test('what was read is known by its path, and what was not is left to others', () => {
  const { isRead } = readAccess(
    file({
      aws_iam_role: { operator: { name: 'Operator', assume_role_policy: policy, tags: { a: 'b' } } },
      aws_iam_role_policy: { one: { role: 'Operator', policy } },
      aws_iam_role_policy_attachments_exclusive: { all: { role_name: 'Operator', policy_arns: [] } }
    })
  )
  for (const path of [
    ['locals', 'document', 'Statement'],
    ['resource', 'aws_iam_role', 'operator', 'assume_role_policy'],
    ['resource', 'aws_iam_role', 'operator', 'permissions_boundary'],
    ['resource', 'aws_iam_role_policy', 'one', 'role'],
    ['resource', 'aws_iam_role_policy', 'one', 'policy'],
    ['resource', 'aws_iam_role_policy_attachments_exclusive', 'all', 'policy_arns'],
    ['resource', 'aws_iam_role_policy_attachments_exclusive', 'all', 'role_name']
  ])
    assert.ok(isRead(path), path.join('.'))
  for (const path of [[], ['locals'], ['resource', 'aws_iam_role', 'operator', 'tags'], ['locals', 'documents']])
    assert.not.ok(isRead(path), path.join('.'))
})

test.run()
