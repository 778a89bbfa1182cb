import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Table, firstOf } from '../../src/sensitive/reading.ts'
import { otherTokens, tokens } from '../../src/sensitive/tokens.ts'
import { vendorRules } from '../../src/sensitive/vendor-rules.ts'
import { alphanumeric, base64, base64url, capitals, digits, drawn, hex } from './only-row.ts'

const test = suite('the shortest text that is a token')

/** A part that stands as it is, or an alphabet and the least number of its characters. */
type Part = string | readonly [alphabet: string, least: number]
type Shortest = readonly [kind: string, ...parts: ReadonlyArray<Part>]

const word = `${alphanumeric}_`

/**
 * The least of each form: all that a maker documents where its length is fixed, and the part that is enough to tell it where
 * the length grows. Written down apart from the patterns.
 */
const shortest: ReadonlyArray<Shortest> = [
  ['AWS access key id', 'AKIA', [capitals, 16]],
  ['AWS session token', 'IQoJb3JpZ2lu', [base64, 40]],
  ['AWS Bedrock API key', 'ABSK', [base64, 109]],
  ['private key in base64', 'LS0tLS1CRUdJTi', [base64, 40]],
  ['BitLocker recovery key', '240625-618156-639419-296450-249678-461120-625669-', [digits, 6]],
  ['age secret key', 'AGE-SECRET-', 'KEY-1', [`${capitals}${digits}`, 58]],
  ['JSON web token', 'ey', [base64url, 17], '.ey', [base64url, 17], '.', [base64url, 10]],
  ['JSON web token in base64', 'ZXlK', [base64, 60]],
  ['GitHub token', 'ghp_', [alphanumeric, 36]],
  ['GitHub token', 'github_pat_', [word, 82]],
  ['GitLab token', 'glpat-', [base64url, 20]],
  ['npm token', 'npm_', [alphanumeric, 36]],
  ['PyPI token', 'pypi-AgEIcHlwaS5vcmc', [base64url, 20]],
  ['Docker token', 'dckr_pat_', [base64url, 27]],
  ['HCP Terraform token', [alphanumeric, 14], '.atlasv1.', [base64url, 60]],
  ['Vault token', 'hvs.', [base64url, 24]],
  ['Vault token', 's.aB3', [alphanumeric, 21]],
  ['Pulumi token', 'pul-', [hex, 40]],
  ['Infracost key', 'ico-', [alphanumeric, 32]],
  ['Doppler token', 'dp.pt.', [alphanumeric, 40]],
  ['Google API key', 'AIza', [base64url, 35]],
  ['Google API key', 'GOCSPX-', [base64url, 28]],
  ['Google API key', 'ya29.', [base64url, 30]],
  ['Azure client secret', [base64url, 3], '8Q~', [base64url, 31]],
  ['Azure storage key', 'AccountKey=', [base64, 86], '=='],
  ['Slack token', 'xoxb-', [base64url, 10]],
  ['Slack token', 'xapp-1-', [base64url, 10]],
  ['Slack webhook', 'hooks.slack.com/services/', [word, 20]],
  ['Stripe key', 'sk_live_', [alphanumeric, 10]],
  ['Stripe key', 'whsec_', [alphanumeric, 24]],
  ['Twilio key', 'SK', [hex, 32]],
  ['SendGrid key', 'SG.', [base64url, 22], '.', [base64url, 43]],
  ['Mailgun key', 'key-', [hex, 32]],
  ['Mailchimp key', [hex, 32], '-us', [digits, 1]],
  ['OpenAI key', 'sk-', [base64url, 6], 'T3BlbkFJ', [base64url, 10]],
  ['OpenAI key', 'sk-proj-', [base64url, 40]],
  ['Anthropic key', 'sk-ant-api03-', [base64url, 40]],
  ['Hugging Face token', 'hf_', [alphanumeric, 30]],
  ['DigitalOcean token', 'dop_v1_', [hex, 64]],
  ['Databricks token', 'dapi', [hex, 32]],
  ['Grafana token', 'glsa_', [alphanumeric, 32], '_', [hex, 8]],
  ['Grafana token', 'glc_', [base64, 32]],
  ['New Relic key', 'NRAK-', [`${capitals}${digits}`, 27]],
  ['Atlassian token', 'ATATT3', [base64url, 40]],
  ['Shopify token', 'shpat_', [hex, 32]],
  ['New Relic key', 'NRII-', [base64url, 32]],
  ['New Relic key', 'NRJS-', [hex, 19]],
  ['CircleCI token', 'CCIPAT_', [alphanumeric, 22], '_', [hex, 40]],
  ['Buildkite token', 'bkua_', [hex, 40]],
  ['Render key', 'rnd_', [alphanumeric, 28]],
  ['Resend key', 're_', [alphanumeric, 8], '_', [alphanumeric, 24]],
  ['PostHog key', 'phx_', [alphanumeric, 43]],
  ['Amazon MWS token', 'amzn.mws.', [hex, 8], '-', [hex, 4], '-', [hex, 4], '-', [hex, 4], '-', [hex, 12]],
  ['Twilio account and token', 'AC', [hex, 32], ':', [hex, 32]],
  ['Netlify token', 'nfp_', [alphanumeric, 36]],
  ['Notion token', 'secret_', [alphanumeric, 43]],
  ['Notion token', 'ntn_', [alphanumeric, 40]],
  ['xAI or Groq key', 'xai-', [alphanumeric, 70]],
  ['xAI or Groq key', 'gsk_', [alphanumeric, 48]],
  ['OpenRouter key', 'sk-or-v1-', [hex, 64]],
  ['Replicate token', 'r8_', [alphanumeric, 37]],
  ['Figma token', 'figd_', [base64url, 40]],
  ['Supabase token', 'sbp_', [hex, 40]],
  ['Supabase token', 'sb_secret_', [base64url, 22]],
  ['Vercel token', 'vercel_blob_rw_', [alphanumeric, 16], '_', [alphanumeric, 30]],
  ['Tailscale key', 'tskey-auth-', [alphanumeric, 1], '-', [alphanumeric, 20]],
  ['Datadog key', 'ddp_', [alphanumeric, 34]],
  ['Cloudflare token', 'CFPAT-', [base64url, 43]],
  ['Sourcegraph token', 'sgp_', [hex, 40]],
  ['Sourcegraph token', 'sgp_local_', [hex, 40]],
  ['Typeform token', 'tfp_', [base64url, 59]],
  ['NuGet key', 'oy2', [`${hex}`, 43]],
  ['Airtable token', 'pat', [alphanumeric, 14], '.', [hex, 64]],
  ['Square secret', 'sq0csp-', [base64url, 43]],
  ['Square secret', 'EAAA', [base64url, 60]],
  ['Lob or Adyen key', 'live_', [hex, 35]],
  ['Google refresh token', '1//0', [base64url, 40]],
  ['Azure key', 'SharedAccessKey=', [base64, 43], '='],
  ['Discord token', 'M', [base64url, 23], '.', [base64url, 6], '.', [base64url, 27]],
  ['Discord webhook', 'discord.com/api/webhooks/', [digits, 15], '/', [base64url, 40]],
  ['Telegram token', [digits, 8], ':AA', [base64url, 33]],
  ['Zapier webhook', 'hooks.zapier.com/hooks/catch/', [digits, 1], '/', [word, 1]],
  ['Heroku key', 'HRKU-AA', [base64url, 58]],
  ['Heroku key', 'HRKU-', [hex, 8], '-', [hex, 4], '-', [hex, 4], '-', [hex, 4], '-', [hex, 12]],
  ['Artifactory key', 'AKCp', [alphanumeric, 60]],
  ['SonarQube token', 'squ_', [hex, 40]],
  ['Sentry token', 'sntryu_', [hex, 40]],
  ['Okta token', 'SSWS 00', [base64url, 36]],
  ['PagerDuty token', 'u+', [digits, 18]],
  ['Pinecone key', 'pcsk_', [word, 40]],
  ['LangSmith key', 'lsv2_pt_', [hex, 32], '_', [hex, 10]],
  ['Snyk token', 'snyk_uat.', [hex, 8], '.', [base64url, 30]],
  ['Fly.io token', 'fm2_', [base64, 40]],
  ['NVIDIA key', 'nvapi-', [base64url, 60]],
  ['Apify or Tavily token', 'apify_api_', [alphanumeric, 36]],
  ['Apify or Tavily token', 'tvly-', [base64url, 28]],
  ['Together or Jina key', 'tgp_v1_', [base64url, 40]],
  ['Together or Jina key', 'jina_', [hex, 32]]
]

/** Forms that end where a letter or digit more makes them another text. */
const closed = new Set(
  [
    'AWS access key id, Twilio key, Mailgun key, Mailchimp key, Notion token, Datadog key, NuGet key',
    'Lob or Adyen key, Telegram token, PagerDuty token'
  ].flatMap((line) => line.split(', '))
)
/** The most that is behind the mark where a form is closed and its length is not fixed. */
const most: Readonly<Record<string, number>> = { 'Datadog key': 40, 'Mailchimp key': 2 }

const tables: ReadonlyArray<Table> = [tokens, otherTokens]

/** Whether rows of this kind, and no others, find the text. */
const finds = (kind: string): ((text: string) => boolean) => {
  const find = firstOf(tables.map((table) => ({ ...table, rows: table.rows.filter((row) => row.kind === kind) })))
  return (text) => find(text) !== undefined
}
const built = (parts: ReadonlyArray<Part>, shorter = -1): string =>
  parts
    .map((part, index) =>
      typeof part === 'string'
        ? part
        : drawn(part[0], Math.max(0, part[1] - (index === shorter ? 1 : 0)), 1, 5).join('')
    )
    .join('')

test('each kind has its shortest text', () => {
  const kinds = new Set(tables.flatMap(({ rows }) => rows.map(({ kind }) => kind)))
  assert.equal([...new Set(shortest.map(([kind]) => kind))].toSorted(), [...kinds].toSorted())
})

for (const [kind, ...parts] of shortest)
  test(`${kind}, ${built(parts).length} characters: found, and not with one less in any part`, () => {
    const isFound = finds(kind)
    const whole = built(parts)
    for (const text of [whole, `x ${whole}`, `(${whole})`]) assert.ok(isFound(text), text)
    assert.not.ok(isFound(`x${whole}`) && typeof parts[0] === 'string', 'a letter before the mark')
    for (const [index, part] of parts.entries())
      if (typeof part !== 'string')
        assert.not.ok(isFound(` ${built(parts, index)}`), `${kind}: one character less in part ${index}`)
  })

for (const kind of closed)
  test(`${kind}: a character more makes it another text`, () => {
    const [, ...parts] = shortest.find(([of]) => of === kind) ?? ['']
    const last = parts.findLast((part) => typeof part !== 'string')
    const [alphabet = '', least = 0] = typeof last === 'object' ? last : []
    const isFound = finds(kind)
    const longest = `${built(parts)}${alphabet.slice(-1).repeat((most[kind] ?? least) - least)}`
    assert.ok(isFound(longest), longest)
    assert.not.ok(isFound(`${longest}${alphabet.slice(-1)}`), longest)
  })

// The digest is of what `npm run vendor-rules` writes from config/gitleaks.toml of gitleaks v8.30.1.
test('the rules of vendors are those that were written from gitleaks, none changed by hand', () => {
  assert.is(vendorRules.length, 112)
  assert.is(
    createHash('sha256').update(JSON.stringify(vendorRules)).digest('hex'),
    '08bed9ddc6325867cbc10223860b381b644f15fe7a2dd5551ea8cfc6f76b31a1'
  )
})

test.run()
