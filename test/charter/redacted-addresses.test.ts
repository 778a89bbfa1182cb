import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { redacted, unshown } from '../../src/charter/redacted.ts'
import type { Diagnostic, Path } from '../../src/diagnostics/diagnostic.ts'

const test = suite('addresses of Terraform in what is told')

const provider: {
  readonly all_resource_types: ReadonlyArray<string>
  readonly all_data_source_types: ReadonlyArray<string>
} = JSON.parse(readFileSync(new URL('../support/aws-5.100.0-schema.json', import.meta.url), 'utf8'))

const refused = (at: Path, actual: string): Diagnostic =>
  unshown({
    rule: 'authorised-blocks',
    clause: 'J.7.0 §6',
    at,
    expected: `nothing of type ${at.join(' ')}`,
    actual,
    remedy: `Remove ${at.at(-1)}.`
  })

/** Names of a block that say nothing, and some that would lead to a secret if they were the name of a value. */
const names = ['this', 'alerts_2024', 'db_password', 'tokens', 'patient_portal', 'sns', 'pin']

test('each type of the provider is told in the address of a block, in the path and in the remedy', () => {
  for (const type of provider.all_resource_types)
    for (const name of names) {
      const told = refused(['block', type, name], `${type}.${name}`)
      assert.equal([told.actual, told.at], [`${type}.${name}`, ['block', type, name]])
      assert.is(redacted(`${type}.${name} is destroyed`), `${type}.${name} is destroyed`)
    }
  for (const type of provider.all_data_source_types)
    assert.is(refused(['block', 'data', type, 'this'], `data.${type}.this`).actual, `data.${type}.this`)
})

test('other providers and blocks without a type are told by their labels too', () => {
  for (const [at, actual] of [
    [['block', 'random_password', 'this'], 'random_password.this'],
    [['block', 'ephemeral', 'tls_private_key', 'pin'], 'ephemeral.tls_private_key.pin'],
    [['block', 'output', 'db_password'], 'output db_password'],
    [['block', 'module', 'tokens'], 'module tokens']
  ] as const)
    assert.is(refused(at, actual).actual, actual)
})

test('what stands in a block is not named by its type', () => {
  for (const type of provider.all_resource_types)
    assert.is(refused(['block', type, 'this', 'name'], '"orders-2024-17"').actual, '"orders-2024-17"', type)
  for (const type of provider.all_data_source_types)
    assert.is(refused(['block', 'data', type, 'this', 'name'], '"orders-2024-17"').actual, '"orders-2024-17"', type)
})

test('a name that leads to a value is one in a block as well', () => {
  for (const [at, actual] of [
    [['block', 'aws_sns_topic', 'this', 'dbPassword'], '"winter"'],
    [['block', 'aws_sns_topic', 'this', 'tags', 'Patient'], '"Jane Doe"'],
    [['block', 'aws_ssm_parameter', 'db_password', 'value'], '"winter"'],
    [['block', 'aws_sns_topic', 'this', 'sns'], '"123456789"'],
    [['block', 'data', 'aws_kms_secrets', 'this', 'secret', 'payload'], '"winter"'],
    [['block', 'output', 'db_password', 'value'], '"winter"'],
    [['block', 'aws_secret_access_key', 'this', 'value'], '"winter"'],
    [['block', 'random_password', 'this', 'value'], '"winter"'],
    [['block', 'aws_sns_topic'], '"123456789"'],
    [['tags', 'aws_sns_topic', 'x'], '"123456789"'],
    [['tags', 'aws_secret_access_key'], '"winter"'],
    [['block', 'aws_iam_access_key', 'password'], '"winter"'],
    [['block', 'aws_iam_access_key', 'password'], 'winter']
  ] as const)
    assert.match(refused(at, actual).actual, /^a value that is not shown: /, `${at.join('.')} ${actual}`)
})

test('a name of a block that is sensitive by its look is not told', () => {
  for (const name of ['AKIAIOSFODNN7EXAMPLA', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'])
    assert.not.match(JSON.stringify(refused(['block', 'aws_sns_topic', name], `aws_sns_topic.${name}`)), name)
})

test.run()
