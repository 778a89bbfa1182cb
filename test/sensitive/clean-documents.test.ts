import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { emittedSample } from './emitted-sample.ts'
import { alphanumeric, base64, capitals, digits, hex } from './only-row.ts'

const test = suite('clean-documents')

const of = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: alphabet.length - 1 }), { minLength: length, maxLength: length })
    .map((places) => places.map((place) => alphabet[place]).join(''))

const account = of(digits, 12)
const environment = fc.constantFrom('staging', 'production', 'sandbox', 'qa1', 'prod-2')
const region = fc.constantFrom('eu-central-1', 'eu-west-1', 'eu-north-1', 'eusc-de-east-1')
const name = fc.constantFrom('operator', 'automation', 'ZentheaFoundationBootstrap', 'tfstate', 'boundary')
const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const number = fc.integer({ min: 0, max: 65_535 })

/** What stands in the texts of a stack and an emitted file. */
const ordinary: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'account ids': account,
  'ARNs of roles': fc
    .tuple(account, environment, name)
    .map(([a, e, n]) => `arn:aws:iam::${a}:role/zenthea-${e}-eu-${n}`),
  'ARNs of keys': fc.tuple(region, account, fc.uuid()).map(([r, a, u]) => `arn:aws:kms:${r}:${a}:key/${u}`),
  'ARNs of tables': fc.tuple(region, account, name).map(([r, a, n]) => `arn:aws:dynamodb:${r}:${a}:table/${n}-tflock`),
  'state keys': fc.tuple(account, environment).map(([a, e]) => `${a}/${e}/eu/terraform.tfstate-md5`),
  'SSO roles': of(hex, 16).map((id) => `AWSReservedSSO_AdministratorAccess_${id}`),
  'unique ids': of(`${capitals}234567`, 17).map((id) => `AROA${id}:session`),
  UUIDs: fc.uuid(),
  'SHA-1': of(hex, 40),
  'SHA-256': of(hex, 64),
  'SHA-256 in base64': of(base64, 43).map((text) => `sha256-${text}=`),
  'git revisions': of(hex, 7),
  versions: fc.tuple(number, number, number).map((parts) => parts.join('.')),
  'version bounds': fc.tuple(number, number).map(([a, b]) => `>= ${a}.${b}.0, < ${a + 1}.0.0`),
  'CIDR blocks': fc.ipV4().map((ip) => `${ip}/24`),
  'IPv6 addresses': fc.ipV6(),
  dates: date.map((at) => at.toISOString().slice(0, 10)),
  times: date.map((at) => at.toISOString()),
  'bucket names with a hash': of(hex, 8).map((text) => `zenthea-staging-eu-${text}`),
  'cost centres': of(digits, 6),
  'nine digits': of(digits, 9),
  tickets: of(digits, 5).map((text) => `ZEN-${text}`),
  'organisation ids': of(alphanumeric.toLowerCase(), 10).map((text) => `o-${text}`),
  expressions: name.map((text) => `\${aws_iam_role.${text}.arn}`)
}

for (const [what, texts] of Object.entries(ordinary))
  test(`no finding in ${what}`, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const json = {
          value: text,
          [text]: { Owner: 'platform-team', CostCentre: '4711' },
          list: [text, `a ${text} b`]
        }
        assert.equal(sensitiveData(json, []), [])
      }),
      { seed: 19, numRuns: 1_000 }
    )
  })

test('no finding in an emitted file, with any account, environment and region', () => {
  fc.assert(
    fc.property(account, environment, region, (a, e, r) => {
      assert.equal(sensitiveData(emittedSample(a, e, r), [a]), [])
      assert.equal(sensitiveData(emittedSample(a, e, r), []), [])
    }),
    { seed: 23, numRuns: 50 }
  )
})

test('one planted datum in an emitted file is one finding', () => {
  const sample = JSON.stringify(emittedSample('111122223333', 'staging', 'eu-central-1'))
  for (const planted of ['max@example.com', '4111111111111111', `AKIAIOSFODNN7${'EXAMPLE'}`]) {
    const json: unknown = JSON.parse(sample.replace('"platform-team"', JSON.stringify(planted)))
    assert.equal(
      sensitiveData(json, ['111122223333']).map(({ path }) => path),
      [['provider', 'aws', 'default_tags', 'tags', 'Owner']],
      planted
    )
  }
})

const out = new URL('../project/out/', import.meta.url)

test('no finding in emitted files', () => {
  const files = readdirSync(out).map((stack) => new URL(`${stack}/main.tf.json`, out))
  assert.ok(files.length > 0, 'out holds emitted files')
  for (const file of files) {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
    assert.equal(sensitiveData(json, []), [], file.pathname)
  }
})

test.run()
