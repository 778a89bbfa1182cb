import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { credentialIn, looksRandom } from '../../src/sensitive/credentials.ts'
import { base64, drawn, hex } from './only-row.ts'

const test = suite('credentials')

const pem = (name: string): string => `-----BEGIN ${name}-----`

const found: ReadonlyArray<[string, string]> = [
  ...['PRIVATE', 'RSA PRIVATE', 'EC PRIVATE', 'OPENSSH PRIVATE', 'ENCRYPTED PRIVATE'].map((name): [string, string] => [
    'private key',
    `${pem(`${name} KEY`)}\nMIIB`
  ]),
  ['private key', pem('PGP PRIVATE KEY BLOCK')],
  ['private key', 'PuTTY-User-Key-File-3: ssh-ed25519'],
  ['URL with a password', 'https://user:hunter2@example.com/'],
  ['URL with a password', 'postgres://app:s3cret@db.internal:5432/app'],
  ['URL with a password', 'redis://:s3cret@cache.internal'],
  ['AWS secret access key', `wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`],
  ['AWS secret access key', `je7MtGbClwBF/2Zp9Utk/h3yCo8nvb${'EXAMPLEKEY'}`],
  ['assignment of a password or token', 'export DB_PASSWORD=hunter2'],
  ['assignment of a password or token', 'dbPassword = "hunter2"'],
  ['assignment of a password or token', '{"password":"hunter2"}'],
  ['assignment of a password or token', "{ 'api_key': 'abcdef' }"],
  ['assignment of a password or token', 'aws_secret_access_key = abcdefg'],
  ['assignment of a password or token', 'https://example.com/?token=abcdefg']
]

for (const [kind, text] of found)
  test(`${kind}: ${text.slice(0, 24)}`, () => {
    assert.is(credentialIn(text), kind)
  })

const clean = [
  'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap',
  'arn:aws:secretsmanager:eu-central-1:111122223333:secret:*',
  'secretsmanager:GetSecretValue',
  'sts:GetSessionToken',
  'token.actions.githubusercontent.com:aud',
  'https://example.com:8080/a@b',
  'ssh://git@example.com/org/repo',
  'postgres://app:${var.password}@db',
  'password = ${data.x.y}',
  'The secret: nobody may write here.',
  'sk',
  'sk-',
  'skip_credentials_validation',
  'task_live_migration',
  'key-value',
  's.zentheaFoundationBootstrap',
  'registry.opentofu.org/hashicorp/aws',
  '/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Operator_0123456789abcdef',
  'zenthea/Foundation/StateBucket/Policy2024',
  'ZentheaFoundationStagingEuCentral1Role01',
  'PlatformTeamOperatorRoleForStagingEu2024'
]

for (const text of clean)
  test(`clean: ${text}`, () => {
    assert.is(credentialIn(text), undefined)
  })

test('credentials: 40 random characters of base64 are a secret key, 39, 41 and 44 are not, nor is a git hash', () => {
  const keys = drawn(base64, 40, 1_000)
  const missed = keys.filter((key) => credentialIn(key) === undefined)
  assert.ok(missed.length <= 10, `${missed.length} of 1,000 random keys are missed`)
  for (const length of [39, 41, 43])
    for (const text of drawn(base64, length, 200)) assert.is(credentialIn(text), undefined, text)
  for (const text of drawn(base64, 43, 200)) assert.is(credentialIn(`${text}=`), undefined, text)
  for (const text of drawn(hex, 40, 500)) assert.is(credentialIn(text), undefined, text)
})

test('looks-random: the secret keys of the AWS documentation', () => {
  assert.ok(looksRandom(`wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`))
  assert.ok(looksRandom(`je7MtGbClwBF/2Zp9Utk/h3yCo8nvb${'EXAMPLEKEY'}`))
})

test('looks-random: few different characters', () => {
  assert.not.ok(looksRandom('aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3a'))
})

test('looks-random: words in camel case', () => {
  for (const name of [
    'ZentheaFoundationStagingEuCentral1Role01',
    'PlatformTeamOperatorRoleForStagingEu2024',
    'zenthea/Foundation/StateBucket/Policy2024'
  ])
    assert.not.ok(looksRandom(name), name)
})

test('looks-random: no digit, no capitals, no small letters', () => {
  const mixed = 'aBc3dEf/gHi4jKl+mNo5pQr6sTu7vWx8yZa9bCd0'
  assert.ok(looksRandom(mixed))
  assert.not.ok(looksRandom(mixed.replace(/\d/g, 'X')))
  assert.not.ok(looksRandom(mixed.toLowerCase()))
  assert.not.ok(looksRandom(mixed.toUpperCase()))
})

test.run()
