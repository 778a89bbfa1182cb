import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { redacted, redactedJson, unshown } from '../../src/charter/redacted.ts'
import type { Path } from '../../src/diagnostics/diagnostic.ts'
import { shown } from '../../src/diagnostics/shown.ts'
import { asName, assignedIn, sensitiveInside } from '../../src/sensitive/sensitive-inside.ts'

const test = suite('what is sensitive inside of words')

test('in words that quote JSON each text is judged as it was before it was quoted', () => {
  const kinds = (name: string, words: string) => sensitiveInside([name], words).map(({ what }) => what)
  const mail = ['e-mail address']
  assert.equal(kinds('password', '"none"'), [])
  assert.equal(kinds('password', '"x7"'), ['literal value under the name of a credential'])
  assert.equal(kinds('owner', String.raw`"max\u0040example.com"`), mail)
  assert.equal(kinds('tags', String.raw`{"Contact":"max\u0040example.com"}`), mail)
  assert.equal(kinds('list', String.raw`["fine","max\u0040example.com"]`), mail)
  // Where the end is cut away the last text has no closing quote.
  assert.equal(kinds('list', String.raw`["fine","max\u0040example.com`), mail)
  assert.equal(kinds('tags', String.raw`{"Contact":"max\u0040example.com`), mail)
  assert.equal(kinds('tags', '{"dbPassword":["x7"]}'), ['values under the name of a credential'])
  assert.equal(kinds('tags', '{"dateOfBirth":{"y":1980}}'), ['values under the name of a personal fact'])
  assert.equal(kinds('tags', '{"mode":["x7"]}'), [])
})

/** Names of credentials and of facts about a person, in many writings and some languages, and with letters that look alike. */
const names =
  'db_password db.pwd userPwd kennwort Kennwort_alt passwort2 data_urodzenia fechaNacimiento patient_in Patient*in dob ' +
  'd.o.b. geburtstag geb_dat syntymäaika datumNarozeni dataNascita hasło haslo contraseña motDePasse mot-de-passe mdp ' +
  'wachtwoord salasana lösenord adgangskode jelszó парола κωδικός slaptazodis zaporka geslo x-api-key clientSecret ' +
  'SECRET accessToken refresh_token private-key-pem PassPhrase pinCode totpSecret sshKey pаssword pass\u200bword ' +
  'ｐａｓｓｗｏｒｄ p_a_s_s_w_o_r_d PASSWORD1 oldPassword passwordHash credentials Authorization diagnosis icd10 mrn ' +
  'patientName nachname surname homeAddress2Diagnosis religion bloodType'

const SECRET = 'hunter2kangaroo'
const problemOf = (at: Path, value: unknown): string =>
  JSON.stringify(unshown({ rule: 'x', clause: 'J.7.0 §6', at, expected: 'y', actual: shown(value), remedy: 'z' }))

/** Where a value can stand so that a name leads to it. */
const shapes: Readonly<Record<string, (name: string) => string>> = {
  'under the name': (name) => problemOf(['tags', name], SECRET),
  'in a list under the name': (name) => problemOf(['tags', name, 0], SECRET),
  'deep below the name': (name) => problemOf(['tags', name, 'at', 2, 'value'], SECRET),
  'in an object with the name': (name) => problemOf(['versions'], { a: [{ [name]: SECRET }] }),
  'in a list in an object with the name': (name) => problemOf(['versions'], { [name]: [SECRET] }),
  'in a group of the name': (name) => problemOf(['versions'], { [name]: { value: SECRET } }),
  'as AWS writes tags': (name) => problemOf(['tags'], [{ Key: name, Value: SECRET }]),
  'as variables of a container': (name) => problemOf(['tags'], { env: [{ value: SECRET, name }] }),
  'as an entry': (name) => problemOf(['tags'], [[name, SECRET]]),
  'in JSON in a text': (name) => problemOf(['tags', 'Note'], JSON.stringify({ [name]: SECRET })),
  'in JSON in JSON in a text': (name) =>
    problemOf(['tags', 'Note'], JSON.stringify({ a: JSON.stringify({ [name]: SECRET }) })),
  'in an assignment': (name) => problemOf(['tags', 'Note'], `with ${name}=${SECRET}`),
  'in words of AWS': (name) => redacted(`InvalidRequest: ${name}: ${SECRET} was refused`),
  'in a document': (name) => JSON.stringify(redactedJson({ list: [{ [name]: [{ value: SECRET }] }] }))
}

for (const [where, form] of Object.entries(shapes))
  test(`a value ${where} is not told, under each of the names`, () => {
    assert.equal(
      names.split(' ').filter((name) => form(name).includes(SECRET)),
      []
    )
  })

test('a harmless value is told in each of these shapes', () => {
  const harmless = [
    'Owner',
    'costCentre',
    'Purpose',
    'passwordPolicy',
    'tokenTtl',
    'patientPortal',
    'backend',
    'sha256'
  ]
  for (const [where, form] of Object.entries(shapes))
    assert.equal(
      harmless.filter((name) => !form(name).includes(SECRET)),
      [],
      where
    )
})

test('a name alone is told, and so is a word that says that there is nothing', () => {
  assert.equal(sensitiveInside(['tags', 'Purpose'], '"password"'), [])
  assert.equal(sensitiveInside(['tags', 'Purpose'], '["staging","password"]').length, 1)
  for (const text of ['password: none', 'token=disabled', 'password: see the wiki', 'secret: required'])
    assert.equal(assignedIn(text), [], text)
})

test('a name and a value beside it: the name has 60 characters at most, and only signs of a name', () => {
  for (const [words, count] of [
    [`["${'a'.repeat(51)} password","x"]`, 1],
    [`["${'a'.repeat(52)} password","x"]`, 0],
    ['["x","staging_password-1"]', 1],
    ['["staging","password!"]', 0],
    ['["staging","!password"]', 0],
    ['["password"]', 0]
  ] as const)
    assert.is(sensitiveInside(['tags', 'Purpose'], words).length, count, words)
})

test('four texts in texts are opened, and no fifth', () => {
  const within = (depth: number): string =>
    depth === 0 ? JSON.stringify({ dbPassword: SECRET }) : JSON.stringify([`x ${within(depth - 1)}`])
  for (const depth of [0, 1, 2, 3, 4, 5])
    assert.is(sensitiveInside(['tags', 'Note'], JSON.stringify(within(depth))).length > 0, depth < 5, String(depth))
})

test('each finding says its kind, and what stands under which name', () => {
  for (const [words, kind, what] of [
    ['{"dbPassword":["x7"]}', 'credential', 'values under the name of a credential'],
    ['{"patientName":["x7"]}', 'personal-data', 'values under the name of a personal fact'],
    ['{"phone":{"a":1}}', 'personal-data', 'values under the name of a personal number'],
    ['{"phone":4711}', 'personal-data', 'literal value under the name of a personal number']
  ] as const)
    assert.equal(sensitiveInside(['tags'], words), [{ kind, what }], words)
  assert.equal(sensitiveInside(['tags'], '{"phone":471}'), [])
})

test('a text in single quotes is judged without the words around it, which may speak of a machine', () => {
  assert.ok(sensitiveInside(['tags'], "the server 'a' beside 'Diagnose F32.2' is there").length > 0)
  assert.equal(sensitiveInside(['tags'], 'the server Diagnose F32.2 is there'), [])
})

test('words behind a name are a value where a digit or a mark is in them', () => {
  assert.equal(assignedIn('dbPassword: regenherbst'), [])
  assert.equal(assignedIn('dbPassword: rg7'), [])
  assert.is(assignedIn('dbPassword "re&g').length, 1)
  for (const mark of '7!$%*?@^~#')
    for (const text of [
      `dbPassword: re${mark}g`,
      `dbPassword="re${mark}g"`,
      `dbPassword "re${mark}g`,
      `dbPassword is not re${mark}g`
    ])
      assert.is(assignedIn(text).length > 0, true, text)
})

test('a name of three letters counts, in each way to write a value behind it', () => {
  for (const text of ['pwd=re7g', 'pwd: re7g', '"pwd": "re7g"', 'pwd "re7g"', 'pwd ["re7g"]', 'pwD is not re7g'])
    assert.is(assignedIn(text).length, 1, text)
  for (const text of ['pwd: re7', 'pwd "re7"', 'pwD is not re7', 'pwd is not re7g', 'xpwd/pwd re7g'])
    assert.equal(assignedIn(text), [], text)
})

test('the name that a path ends with is without its folders and its ending', () => {
  for (const [path, name] of [
    ['./Patient 4711.ts', 'Patient 4711'],
    ['out/a b/main.json', 'main'],
    ['/x.tf', 'x'],
    ['x.a', 'x.a'],
    ['x.abcde', 'x.abcde'],
    ['x.ts y', 'x.ts y'],
    ['a b/x', 'a b/x'],
    ['v1.2', 'v1.2']
  ] as const)
    assert.is(asName(path), name)
})

test('a value behind the name of a credential is not told, however a condition or a block of it is written', () => {
  for (const words of [
    'dbPassword "Regen-Herbst-41"',
    'dbpassword ["Regen-Herbst-41"]',
    'StringEquals dbPassword {"Regen-Herbst-41"',
    'if dbPassword is not Regen-Herbst-41 and aws:RequestedRegion is eu-central-1',
    'if aws:PrincipalTag/dbPassword is not Regen-Herbst-41',
    'password "hunter2hunter"'
  ])
    assert.not.match(redacted(`it depends on what cannot be decided: ${words}`), /Regen|hunter/, words)
})

test('words with an assignment that is none are told', () => {
  for (const text of [
    'npm run seed -- stacks/staging-eu.ts --ca-bundle=FILE',
    'key = "111122223333/staging/eu/terraform.tfstate"',
    'dynamodb:LeadingKeys=zenthea-staging-eu-tfstate/111122223333/staging',
    'https://registry.opentofu.org/hashicorp/aws:5.100.0',
    'the session token of ASIA: expired 2026-11-27T12:00:00Z',
    'export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled',
    'the tag key "Owner1" is not "cost-centre-1"',
    'access-key-last-used is not read-only',
    'the key is not RSA-2048',
    'aws s3api get-object --key "staging/eu/2"'
  ])
    assert.is(redacted(text), text)
})

test.run()
