import type { Table } from './table.ts'
import { row } from './table.ts'

/** Marks of vendors that gitleaks does not know, or knows only behind a name, by the documentation of each. */
export const otherTokens: Table = {
  needs: /[^]{15}/,
  before: '(?<![A-Za-z0-9])',
  after: '',
  flags: '',
  rows: [
    row('New Relic key', /NRII-[\w-]{32}|NRJS-[0-9a-f]{19}/),
    row('Notion token', /secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])/),
    row('xAI or Groq key', /(?:xai-[A-Za-z0-9]{70}|gsk_[A-Za-z0-9]{48})/),
    row('OpenRouter key', /sk-or-v1-[0-9a-f]{64}/),
    row('Replicate token', /r8_[A-Za-z0-9]{37}/),
    row('Figma token', /fig[dour]_[\w-]{40}/),
    row('Supabase token', /sb[ps]_[0-9a-f]{40}|sb_secret_[\w-]{22}/),
    row('Vercel token', /vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{30}/),
    row('Tailscale key', /tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]+-[A-Za-z0-9]{20}/),
    row('Datadog key', /dd[pa]p?_[A-Za-z0-9]{34,40}(?![A-Za-z0-9])/),
    row('Cloudflare token', /CFPAT-[\w-]{43}/),
    row('Sourcegraph token', /sgp_(?:[a-f0-9]{16}_|local_)?[a-f0-9]{40}/),
    row('Typeform token', /tfp_[\w.=-]{59}/),
    row('NuGet key', /oy2[a-z0-9]{43}(?![A-Za-z0-9])/),
    row('Airtable token', /pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/),
    row('Square secret', /sq0csp-[\w-]{43}|EAAA[\w-]{60}/),
    row('Lob or Adyen key', /(?:live|test)_[0-9a-f]{35}(?![A-Za-z0-9])/),
    row('Google refresh token', /1\/\/0[\w-]{40}/),
    row('Azure key', /SharedAccessKey=[A-Za-z0-9+/]{43}=/),
    row('Discord token', /[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27}/),
    row('Discord webhook', /discord(?:app)?\.com\/api\/webhooks\/\d{15,20}\/[\w-]{60}/),
    row('Telegram token', /\d{8,10}:A[A-Za-z][\w-]{33}(?![\w-])/),
    row('Zapier webhook', /hooks\.zapier\.com\/hooks\/catch\/\d+\/\w+/),
    row('Heroku key', /HRKU-AA[\w-]{58}/)
  ]
}
