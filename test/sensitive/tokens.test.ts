import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { credentialIn } from '../../src/sensitive/credentials.ts'
import { tokens } from '../../src/sensitive/tokens.ts'
import { alphanumeric, base64, base64url, capitals, digits, drawn, hex, letters } from './only-row.ts'

const test = suite('tokens')

const base32 = `${capitals}234567`
const word = `${alphanumeric}_`
const encoded = (text: string): string => Buffer.from(text).toString('base64')
const header = encoded('{"alg":"HS256","typ":"JWT"}').replaceAll('=', '')
const payload = encoded('{"sub":"1234567890","iat":1516239022}').replaceAll('=', '')

/** Parts that stand for random ones: an alphabet and how many of its characters. Other parts stand as they are. */
type Recipe = ReadonlyArray<string | readonly [alphabet: string, length: number]>

/** How each kind is built, by its maker's documentation or gitleaks. Nothing here looks like a token until it is built. */
const recipes: Readonly<Record<string, ReadonlyArray<Recipe>>> = {
  'AWS access key id': [
    ...['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3TX'].map((mark): Recipe => [mark, [base32, 16]]),
    ['AKIAIOSFODNN7', 'EXAMPLE'],
    ['AKIAI44QH8DHB', 'EXAMPLE']
  ],
  'AWS session token': [
    ['IQoJb3JpZ2lu', [base64, 300]],
    ['FwoGZXIvYXdz', [base64, 300]],
    ['FQoGZXIvYXdz', [base64, 300]]
  ],
  'AWS Bedrock API key': [['ABSK', [base64, 132]]],
  'private key in base64': ['RSA', 'EC', 'OPENSSH'].map((name): Recipe => [
    encoded(`-----BEGIN ${name} ${'PRIVATE'} KEY-----\n${'MIIEow'.repeat(12)}`)
  ]),
  'BitLocker recovery key': [['240625-618156-639419-296450-249678-461120-625669-', [digits, 6]]],
  'age secret key': [['AGE-SECRET-', 'KEY-1', [`${capitals}${digits}`, 58]]],
  'JSON web token': [[header, '.', payload, '.', [base64url, 43]]],
  'JSON web token in base64': [[encoded(`${header}.${payload}.`), [base64, 57]]],
  'GitHub token': [
    ...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map((mark): Recipe => [mark, '_', [alphanumeric, 36]]),
    ['github', '_pat_', [word, 82]]
  ],
  'GitLab token': ['pat', 'rt', 'dt', 'ptt', 'ft', 'agent'].map((mark): Recipe => ['gl', mark, '-', [base64url, 20]]),
  'npm token': [['npm', '_', [alphanumeric, 36]]],
  'PyPI token': [['pypi-', 'AgEIcHlwaS5vcmc', [base64url, 150]]],
  'Docker token': [['dckr', '_pat_', [base64url, 27]]],
  'HCP Terraform token': [[[alphanumeric, 14], '.atlasv1.', [base64url, 67]]],
  'Vault token': [
    ['hvs', '.', [base64url, 95]],
    ['hvb', '.', [base64url, 150]],
    ['hvr', '.', [base64url, 95]],
    ['s', '.', 'aB3', [alphanumeric, 21]]
  ],
  'Pulumi token': [['pul', '-', [hex, 40]]],
  'Infracost key': [['ico', '-', [alphanumeric, 32]]],
  'Doppler token': [
    ['dp', '.pt.', [alphanumeric, 43]],
    ['dp', '.st.', 'prd.', [alphanumeric, 43]]
  ],
  'Google API key': [
    ['AIza', [base64url, 35]],
    ['GOCSPX', '-', [base64url, 28]],
    ['ya29', '.', [base64url, 60]]
  ],
  'Azure client secret': [['abc', '8Q~', [base64url, 34]]],
  'Azure storage key': [['DefaultEndpointsProtocol=https;AccountName=a;AccountKey=', [base64, 86], '==']],
  'Slack token': [
    ...['b', 'p', 'a', 'r', 's', 'e', 'o'].map((mark): Recipe => ['xox', mark, '-', [digits, 11], '-', [digits, 11]]),
    ['xapp', '-1-', [`${capitals}${digits}`, 11], '-', [digits, 13]]
  ],
  'Slack webhook': [
    ['https://hooks.slack', '.com/services/T', [capitals, 8], '/B', [capitals, 8], '/', [alphanumeric, 24]]
  ],
  'Stripe key': [
    ['sk', '_live_', [alphanumeric, 24]],
    ['rk', '_test_', [alphanumeric, 24]],
    ['whsec', '_', [alphanumeric, 32]]
  ],
  'Twilio key': [['SK', [hex, 32]]],
  'SendGrid key': [['SG', '.', [base64url, 22], '.', [base64url, 43]]],
  'Mailgun key': [['key', '-', [hex, 32]]],
  'Mailchimp key': [[[hex, 32], '-us12']],
  'OpenAI key': [
    ['sk', '-', [alphanumeric, 20], 'T3Blbk', 'FJ', [alphanumeric, 20]],
    ['sk', '-proj-', [base64url, 74], 'T3Blbk', 'FJ', [base64url, 74]]
  ],
  'Anthropic key': [['sk', '-ant-api03-', [base64url, 93], 'AA']],
  'Hugging Face token': [['hf', '_', [letters, 34]]],
  'DigitalOcean token': [['dop', '_v1_', [hex, 64]]],
  'Databricks token': [['dapi', [hex, 32]]],
  'Grafana token': [
    ['glsa', '_', [alphanumeric, 32], '_', [hex, 8]],
    ['glc', '_', [base64, 60]]
  ],
  'New Relic key': [['NRAK', '-', [`${capitals}${digits}`, 27]]],
  'Atlassian token': [['ATATT3', [base64url, 186]]],
  'Shopify token': [['shpat', '_', [hex, 32]]]
}

const build = (recipe: Recipe, seed: number): string =>
  recipe.map((part) => (typeof part === 'string' ? part : drawn(part[0], part[1], 1, seed).join(''))).join('')

const kinds = [...new Set(tokens.rows.map(({ kind }) => kind))]

test('every kind has a recipe, and every recipe its kind', () => {
  assert.equal(kinds.toSorted(), Object.keys(recipes).toSorted())
})

for (const kind of kinds)
  test(`${kind}: alone, in a text, in a path, behind an equals sign`, () => {
    const built = (recipes[kind] ?? []).flatMap((recipe) => [1, 2, 3].map((seed) => build(recipe, seed)))
    assert.ok(built.length > 0, `a recipe for ${kind}`)
    for (const token of built)
      for (const text of [token, `use ${token} here`, `a/${token}/b`, `x=${token}`, `"${token}"`, `a_${token}`])
        assert.is(credentialIn(text), kind, text)
  })

test('a mark in the middle of a word, or with too little behind it, is not a token', () => {
  for (const [kind, list] of Object.entries(recipes))
    for (const recipe of list) {
      const mark = recipe.filter((part) => typeof part === 'string').join('')
      if (/^(?:JSON web token|private key)/.test(kind) || mark.includes('EXAMPLE')) continue
      assert.is(credentialIn(mark), undefined, mark)
    }
  for (const text of [
    `zghp_${'a1'.repeat(18)}`,
    `ghp_${'a1'.repeat(17)}`,
    `xAKIA${'ABCD'.repeat(4)}`,
    `AKIA${'ABCD'.repeat(4)}A`,
    `AKIA${'ABC'.repeat(5)}`,
    `dapi${'0'.repeat(31)}`,
    `SK${'0'.repeat(31)}`,
    `SK${'0'.repeat(33)}`
  ])
    assert.is(credentialIn(text), undefined, text)
})

test('unique ids of IAM principals are not credentials', () => {
  for (const mark of ['AIDA', 'AROA', 'AGPA', 'AIPA', 'ANPA', 'ANVA', 'APKA', 'ASCA'])
    for (const id of drawn(base32, 17, 50)) assert.is(credentialIn(`${mark}${id}:session`), undefined, mark + id)
})

test('a certificate in base64 and a public key are not private keys', () => {
  for (const name of ['CERTIFICATE', 'PUBLIC KEY']) {
    const pem = `-----BEGIN ${name}-----\n${'MIIB'.repeat(20)}\n-----END ${name}-----`
    assert.is(credentialIn(pem), undefined)
    assert.is(credentialIn(encoded(pem)), undefined)
  }
})

test.run()
