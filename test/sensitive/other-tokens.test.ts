import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { credentialIn } from '../../src/sensitive/credentials.ts'
import { otherTokens } from '../../src/sensitive/tokens.ts'
import { alphanumeric, base64, base64url, digits, drawn, hex } from './only-row.ts'

const test = suite('other-tokens')

type Recipe = ReadonlyArray<string | readonly [alphabet: string, length: number]>

const small = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** How each kind is built, by its maker's documentation. Nothing here looks like a token until it is built. */
const recipes: Readonly<Record<string, Recipe>> = {
  'New Relic key': ['NRII', '-', [base64url, 32]],
  'CircleCI token': ['CCIP', 'AT_', [alphanumeric, 22], '_', [hex, 40]],
  'Buildkite token': ['bk', 'ua_', [hex, 40]],
  'Render key': ['rnd', '_', [alphanumeric, 28]],
  'Resend key': ['re', '_', [alphanumeric, 8], '_', [alphanumeric, 24]],
  'PostHog key': ['ph', 'x_', [alphanumeric, 43]],
  'Amazon MWS token': ['amzn', '.mws.', [hex, 8], '-', [hex, 4], '-', [hex, 4], '-', [hex, 4], '-', [hex, 12]],
  'Twilio account and token': ['AC', [hex, 32], ':', [hex, 32]],
  'Netlify token': ['nfp', '_', [alphanumeric, 36]],
  'Notion token': ['secret', '_', [alphanumeric, 43]],
  'xAI or Groq key': ['gsk', '_', [alphanumeric, 52]],
  'OpenRouter key': ['sk', '-or-v1-', [hex, 64]],
  'Replicate token': ['r8', '_', [alphanumeric, 37]],
  'Figma token': ['figd', '_', [base64url, 40]],
  'Supabase token': ['sbp', '_', [hex, 40]],
  'Vercel token': ['vercel_blob', '_rw_', [alphanumeric, 16], '_', [alphanumeric, 30]],
  'Tailscale key': ['tskey', '-auth-', [alphanumeric, 12], '-', [alphanumeric, 32]],
  'Datadog key': ['ddp', '_', [alphanumeric, 36]],
  'Cloudflare token': ['CFPAT', '-', [base64url, 43]],
  'Sourcegraph token': ['sgp', '_', [hex, 40]],
  'Typeform token': ['tfp', '_', [alphanumeric, 59]],
  'NuGet key': ['oy', '2', [small, 43]],
  'Airtable token': ['pat', [alphanumeric, 14], '.', [hex, 64]],
  'Square secret': ['sq0csp', '-', [base64url, 43]],
  'Lob or Adyen key': ['live', '_', [hex, 35]],
  'Google refresh token': ['1//', '0', [base64url, 60]],
  'Azure key': ['SharedAccess', 'Key=', [base64, 43], '='],
  'Discord token': ['MTA', [alphanumeric, 21], '.G', [alphanumeric, 5], '.', [base64url, 38]],
  'Discord webhook': ['https://discord', '.com/api/webhooks/', [digits, 18], '/', [base64url, 68]],
  'Telegram token': [[digits, 10], ':A', 'A', [base64url, 33]],
  'Zapier webhook': ['https://hooks.zapier', '.com/hooks/catch/', [digits, 7], '/', [small, 7]],
  'Pinecone key': ['pcsk', '_', [alphanumeric, 64]],
  'LangSmith key': ['lsv2', '_pt_', [hex, 32], '_', [hex, 10]],
  'Snyk token': ['snyk', '_uat.', [hex, 8], '.', [base64url, 64]],
  'Fly.io token': ['fm2', '_', [base64, 80]],
  'NVIDIA key': ['nvapi', '-', [base64url, 64]],
  'Apify or Tavily token': ['apify_api', '_', [alphanumeric, 36]],
  'Together or Jina key': ['tgp_v1', '_', [base64url, 43]],
  'Heroku key': ['HRKU', '-AA', [base64url, 58]],
  'Artifactory key': ['AKCp', '8', [alphanumeric, 68]],
  'SonarQube token': ['sqp', '_', [hex, 40]],
  'Sentry token': ['sntrys', '_eyJ', [base64url, 90]],
  'Okta token': ['SSWS', ' 00', [base64url, 40]],
  'PagerDuty token': ['u', '+7', [base64url, 17]]
}

const build = (recipe: Recipe, seed: number): string =>
  recipe.map((part) => (typeof part === 'string' ? part : drawn(part[0], part[1], 1, seed).join(''))).join('')

const kinds = otherTokens.rows.map(({ kind }) => kind)

test('every kind has a recipe, and every recipe its kind', () => {
  assert.equal(kinds.toSorted(), Object.keys(recipes).toSorted())
})

for (const kind of kinds)
  test(`${kind}: alone, in a text, behind an equals sign`, () => {
    for (const seed of [1, 2, 3]) {
      const token = build(recipes[kind] ?? [], seed)
      for (const text of [token, `use ${token} here`, `x=${token}`, `"${token}"`])
        assert.is(credentialIn(text), kind, text)
    }
  })

test('a mark with too little behind it is not a token', () => {
  for (const recipe of Object.values(recipes)) {
    const mark = recipe.filter((part) => typeof part === 'string').join('')
    assert.is(credentialIn(mark), undefined, mark)
  }
})

test.run()
