import { fold } from './fold.ts'
import { labelledCredentialIn } from './labelled.ts'
import { looksRandom } from './looks-random.ts'
import { otherTokens } from './other-tokens.ts'
import { firstOf, row } from './table.ts'
import { tokens } from './tokens.ts'
import { vendorTokenIn } from './vendor-tokens.ts'

const anywhere = {
  needs: /-----BEGIN|PuTTY|:\/\/|[Uu]thorization|curl |M[CGHI]|b3Bl|sig=/,
  before: '',
  after: '',
  flags: '',
  rows: [
    row('private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d/),
    row('Azure signature', /[?&;]sig=[A-Za-z0-9%+/]{30}/),
    row(
      'private key without its header',
      /(?<![\w+/])(?:MII[A-Za-z0-9+/]{2}[A-Za-z]IBA(?:AKC|DANBgkqhkiG9w0BAQEF)|MI[GH][A-Za-z0-9+/]AgEAMBMGByqGSM49|MHcCAQEE|MIGkAgEB|MIHcAgEB|MC4CAQAwBQYDK2Vw|MFECAQEwBQYDK2Vw|MII[A-Za-z0-9+/]{5}BgkqhkiG9w0BBQ0|b3BlbnNzaC1rZXkt)[A-Za-z0-9+/]{16}/
    ),
    row(
      'authorization header',
      /[Aa]uthorization["']?\s?[:=]\s?["']?(?:[Bb]asic|[Bb]earer|[Tt]oken)\s[^\s"']{8}|curl\s.{0,80}?(?:-u|--user)[\s=]["']?[^\s"':]+:[^\s"']{3}/
    ),
    row('URL with a password', /:\/\/[^\s/?#:@]*:(?!\$\{)[^\s/?#@]+@/)
  ]
} as const

const secretAccessKeys = {
  needs: /(?:^|[^\w/+=.-])[A-Za-z0-9/+]{40}/,
  before: '(?<![\\w/+=.-])',
  after: '(?![\\w/+=.-])',
  flags: '',
  rows: [row('AWS secret access key', /[A-Za-z0-9/+]{40}/, looksRandom)]
} as const

const asWritten = firstOf([tokens, otherTokens, anywhere, secretAccessKeys])

/** The kind of the first credential in a text that its own look tells, without a name before it. */
export const credentialByItself = (text: string): string | undefined => asWritten(text) ?? vendorTokenIn(text)

/**
 * The kind of the first credential that a text holds, or nothing. Never the credential itself. The example keys of the
 * AWS documentation are refused like any other: what stands in their place today is a real key tomorrow. IAM unique ids
 * (`AIDA…`, `AROA…`) name a principal and are no credentials.
 */
export const credentialIn = (text: string): string | undefined =>
  credentialByItself(text) ?? labelledCredentialIn(fold(text))
