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
  ['URL with a password', 'postgres://app:PASSWORD1@db'],
  ['URL with a password', 'postgres://app:password@db'],
  ['key in base64', 'WireGuard private kQ2vXm9RtLwZ4nP8sYd1HfGcJe3UaVoKi5Tq8Xb7zK0='],
  ['user and password of a database', 'jdbc:oracle:thin:scott/tiger@db:1521'],
  ['user and password of a database', 'sqlplus scott/tiger@db'],
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
  'postgres://USER:PASSWORD@HOST:5432/DB',
  'postgres://<user>:<password>@host',
  'postgres://user:*****@host',
  'PublicKey = kQ2vXm9RtLwZ4nP8sYd1HfGcJe3UaVoKi5Tq8Xb7zK0=',
  'public key: kQ2vXm9RtLwZ4nP8sYd1HfGcJe3UaVoKi5Tq8Xb7zK0=',
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

test('looks-random: up to 18 small letters in rows of three or more', () => {
  const of = (rows: ReadonlyArray<string>): string => `${rows.join('')}0123456789ABCDEFGHIJKLMN`.slice(0, 40)
  assert.ok(looksRandom(of(['abcO', 'defP', 'ghiQ', 'jklR', 'mnoS', 'pqrT'])))
  assert.not.ok(looksRandom(of(['abcO', 'defP', 'ghiQ', 'jklR', 'mnoS', 'pqrsT'])))
})

/** As they stand on letters and forms, in the languages of the EU. */
const pins = [
  ...['PIN: 4711', 'pin 471', 'Pin=47110815', 'PIN#4711', 'PIN 4711', 'PIN4711', 'TAN 471100', 'PUK 47110815'],
  ...['OTP: 471100', 'CVV 471', 'CVC: 471', 'PIN kod: 4711', 'PIN-kods 4711', 'PIN kood 4711', 'PIN koodi: 4711'],
  ...['PINkód 4711', 'PIN-kód: 4711', 'PIN Kodi 4711', 'ПИН 4711', 'ΠΙΝ: 4711', 'pin code 4711', 'Pincode: 4711'],
  ...['Geheimzahl 4711', 'code PIN 4711', 'código PIN: 4711', 'Código PIN 4711', 'codice PIN 4711', 'Codice PIN: 4711']
]
test('a code to sign in with has three to eight digits and stands behind its name', () => {
  for (const text of pins) assert.is(credentialIn(text), 'PIN or code to sign in with', text)
  for (const text of ['PIN 47', 'PIN 471108150', 'x-PIN 4711', 'PIN 4711-5', 'PIN 4711.5', 'spin 4711', 'PINS 4711'])
    assert.is(credentialIn(text), undefined, text)
})

test('a key in a path is found: behind folders, before an ending, and as a folder', () => {
  const [aws, fernet] = [
    `a1Z${'kQ2vXm9RtLwZ4nP8sYd1HfGcJe3UaVoKi5Tq8'}`,
    `kQ2vXm9RtLwZ4nP8sYd1HfGcJe3UaVoKi5Tq8X-_zK0=`
  ]
  const ed25519 = `MC4CAQAwBQYDK2VwBCIEIKQ2vXm9RtLwZ4nP8sYd1HfGcJe3`
  for (const key of [aws, fernet, ed25519])
    for (const path of [
      `./${key}`,
      `../${key}`,
      `stacks/${key}`,
      `./a/b-c/d.e/${key}.ts`,
      `import '../${key}/x'`,
      `${key}.mjs`
    ])
      assert.ok(credentialIn(path) !== undefined, path)
  const behindACapital = `Keys/${ed25519}`
  assert.ok(credentialIn(behindACapital) !== undefined, behindACapital)
  for (const path of [
    `./${aws.slice(1)}`,
    `./${aws}a`,
    `sha512-${'a/'.repeat(20)}`,
    './stacks/staging-eu.ts',
    `A/${aws}`
  ])
    assert.is(credentialIn(path), undefined, path)
})

test.run()
