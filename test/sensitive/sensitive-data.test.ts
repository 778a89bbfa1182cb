import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData, sensitiveProblems } from '../../src/sensitive/sensitive-data.ts'

const test = suite('sensitive-data')

const account = '111122223333'
const places = (json: unknown, declared: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  sensitiveData(json, declared).map(({ path, kind, what }) => `${path.join('/')}: ${kind}, ${what}`)

test('a finding says where, what kind, and how long the text is', () => {
  assert.equal(sensitiveData({ resource: { tags: [{ Contact: 'max@example.com' }] } }, []), [
    { path: ['resource', 'tags', 0, 'Contact'], kind: 'personal-data', what: 'e-mail address (15 characters)' }
  ])
})

test('everything is found at once, in the order of the document, credentials and personal data of one text both', () => {
  assert.equal(
    places({
      b: ['4111111111111111', 'fine', `AKIAIOSFODNN7${'EXAMPLE'} of max@example.com`],
      a: { deep: { er: 'DE89370400440532013000' } }
    }),
    [
      'b/0: personal-data, payment card number (16 characters)',
      'b/2: credential, AWS access key id (39 characters)',
      'b/2: personal-data, e-mail address (39 characters)',
      'a/deep/er: personal-data, IBAN (22 characters)'
    ]
  )
})

test('all that lies under the name of a group counts, in any case, and what lies under a longer name does not', () => {
  const groups = {
    credential: ['credential', 'credentials', 'password', 'passwords', 'secret', 'secrets', 'token', 'Tokens'],
    'personal fact': ['diagnosis', 'diagnoses', 'patient', 'PATIENTS']
  }
  for (const [what, names] of Object.entries(groups))
    for (const name of names) {
      const told = `personal-data, literal value under the name of a ${what} (1 characters)`
      assert.equal(places({ [name]: { a: { b: 'x' } } }), [
        `${name}/a/b: ${what === 'credential' ? told.replace('personal-data', 'credential') : told}`
      ])
      assert.equal(places({ [`my${name}`]: { a: 'x' }, [`${name}x`]: { a: 'x' } }), [], name)
    }
})

test('numbers are judged as the texts that they are, other values of JSON are nothing', () => {
  assert.equal(
    places({
      taxpayer: { personalCode: 44051401359 },
      m: 3600,
      t: true,
      f: false,
      nothing: null,
      list: [],
      object: {}
    }),
    ['taxpayer/personalCode: personal-data, literal value under the name of a personal number (11 characters)']
  )
  assert.equal(places('max@example.com'), [': personal-data, e-mail address (15 characters)'])
  assert.equal(places(undefined), [])
})

test('a sensitive key is found, and stands in no path', () => {
  assert.equal(places({ tags: { 'max@example.com': { inner: '4111111111111111', other: 'x' } } }), [
    'tags/(a key of 15 characters): personal-data, e-mail address (15 characters)',
    'tags/(a key of 15 characters)/inner: personal-data, payment card number (16 characters)'
  ])
})

test('any literal under the name of a credential is one', () => {
  for (const key of ['password', 'DB_PASSWORD', 'clientSecret', 'secret_key', 'api-key', 'ApiKey', 'session_token'])
    assert.equal(places({ [key]: 'x7' }), [
      `${key}: credential, literal value under the name of a credential (2 characters)`
    ])
  assert.equal(places({ tokens: ['one', 'two'] }).length, 2)
  assert.equal(places({ pin_token: 1234 }).length, 1)
})

test('a group of credentials or patients names all that is in it', () => {
  assert.equal(places({ credentials: { who: 'someone', of: [{ what: 'x7' }] }, patient: { name: 'Max' } }), [
    'credentials/who: credential, literal value under the name of a credential (7 characters)',
    'credentials/of/0/what: credential, literal value under the name of a credential (2 characters)',
    'patient/name: personal-data, literal value under the name of a personal fact (3 characters)'
  ])
})

test('each name of a group counts for all below it, and no longer name', () => {
  const names =
    'credential credentials diagnosis diagnoses password passwords patient patients secret secrets token tokens'.split(
      ' '
    )
  for (const name of names) {
    assert.is(places({ [name]: { one: { two: ['Zq 7'] } } }).length, 1, name)
    for (const other of [`${name}x`, `my${name}`]) assert.equal(places({ [other]: { one: 'Zq 7' } }), [], other)
  }
})

test('of one value 20,000 texts are judged, and of more it is said that the others were not', () => {
  assert.equal(places(Array.from({ length: 20_000 }, () => '')), [])
  const said = 'personal-data, more than 20000 texts, of which the others were not judged'
  assert.equal(places(Array.from({ length: 20_002 }, () => '')), [`20000: ${said}`])
  assert.equal(places(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`k${index}`, 0]))), [
    `(a key of 6 characters): ${said}`
  ])
})

test('no literal value: references, ARNs, nothing at all, objects, booleans, what is only about a credential', () => {
  const clean = {
    password: '${var.password}',
    secret: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:x',
    token: '',
    api_key: 'none',
    private_key: false,
    access_key: null,
    aws_secretsmanager_secret: { example: { name: 'x' } },
    secret_arn: 'x',
    secret_name: 'x',
    token_ttl: '3600',
    password_policy: 'strict',
    kms_key_id: 'alias/x',
    key: '111122223333/staging/eu/terraform.tfstate',
    hash_key: 'LockID',
    skip_credentials_validation: true,
    'aws:TokenIssueTime': '2024-01-01T00:00:00Z',
    'dynamodb:LeadingKeys': ['x'],
    's3:x-amz-server-side-encryption-aws-kms-key-id': 'x',
    ContainsPatientData: 'no',
    PatientData: 'false',
    Diagnosis: 'n/a',
    Phone: 'none',
    Mobile: 'see the wiki'
  }
  assert.equal(places(clean), [])
  assert.equal(places({ password: 'x${var.password}' }).length, 1)
  assert.equal(places({ password: '${"x"}' }).length, 1)
})

test('declared texts may stand anywhere, and what is left of a text is judged', () => {
  assert.equal(places({ a: 'DE89370400440532013000' }, ['DE89370400440532013000']), [])
  assert.equal(places({ a: `${account}:max@example.com` }, [account]), [
    'a: personal-data, e-mail address (28 characters)'
  ])
  assert.equal(places({ ssn: account }, [account]), [])
  assert.equal(places({ ssn: account }).length, 1)
  assert.equal(places({ a: 'max@example.com' }, ['', 'unused']).length, 1)
})

test('a declared text inside a longer declared text does not cut it in two', () => {
  assert.equal(places({ a: 'mail.max@example.com' }, ['mail', 'mail.max@example.com']), [])
})

test('full-width digits, invisible characters and odd dashes hide nothing', () => {
  assert.equal(places({ a: 'DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000' }).length, 1)
  assert.equal(places({ a: '\uff14\uff111111111111\u200b1111' }).length, 1)
  assert.equal(places({ a: '131052\u2011308T' }).length, 1)
})

test('no finding holds any part of what it found', () => {
  const secrets = ['max.mustermann@example.com', '4111111111111111', `AKIAIOSFODNN7${'EXAMPLE'}`, '86 095 742 719']
  fc.assert(
    fc.property(
      fc.constantFrom(...secrets),
      fc.constantFrom('Owner', 'password', 'Diagnosis', 'x'),
      fc.boolean(),
      fc.string({ unit: fc.constantFrom('ä', 'b', ' ', '-', '\n') }),
      (secret, key, asKey, around) => {
        const text = `${around} ${secret} ${around}`
        const found = sensitiveData(asKey ? { a: { [text]: 'x' } } : { a: [{ [key]: text }] }, [account])
        assert.ok(found.length > 0)
        assert.not.ok(JSON.stringify(found).includes(secret))
      }
    ),
    { seed: 5, numRuns: 500 }
  )
})

test('the same verdict the first and the hundredth time', () => {
  const json = { a: 'max@example.com', b: ['fine', '4111 1111 1111 1111'] }
  const first = places(json)
  for (let time = 0; time < 100; time += 1) assert.equal(places(json), first)
})

test('a text that is too long to be judged is refused by its length, even with a key at its end', () => {
  const long = 'lorem ipsum dolor '.repeat(60_000)
  assert.equal(
    sensitiveData({ Purpose: `${long}AKIAIOSFODNN7REALKEY` }, []).map(({ path, what }) => [path, what]),
    [[['Purpose'], `a text of ${long.length + 20} characters, which is too long to be judged`]]
  )
})

test('the end of a long text is judged as its beginning is', () => {
  const pad = 'lorem ipsum dolor '.repeat(5_000)
  for (const text of ['AKIAIOSFODNN7REALKEY', 'erika.mustermann@clinic.example', 'Steuer-ID 86095742719'])
    assert.is(sensitiveData({ Purpose: `${pad}${text}` }, []).length, 1, text)
})

test('what is wrong, and what is to do, is another thing for a credential than for a personal datum', () => {
  const problems = sensitiveProblems({ Contact: 'max@example.com', dbPassword: 'x7' }, ['tags'], {})
  const rule = { rule: 'sensitive-values', clause: 'J.7.0 §6' }
  assert.equal(problems, [
    {
      ...rule,
      at: ['tags', 'Contact'],
      expected: 'no personal or clinical data',
      actual: 'e-mail address (15 characters)',
      remedy:
        'Remove it; name a team or a role instead of a person. The number of an order or a ticket passes with letters right before it, such as PO4711.'
    },
    {
      ...rule,
      at: ['tags', 'dbPassword'],
      expected: 'no credential',
      actual: 'literal value under the name of a credential (2 characters)',
      remedy: 'Remove it and revoke it. Others may have read it in this file.'
    }
  ])
})

test.run()
