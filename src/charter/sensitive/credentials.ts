import { looksRandom } from './looks-random.ts'
import { tokens } from './tokens.ts'
import { firstOf, row } from './table.ts'

const anywhere = {
  needs: /-----BEGIN|PuTTY|:\/\//,
  before: '',
  after: '',
  flags: '',
  rows: [
    row('private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d/),
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

const assignments = {
  needs: /=|["'] ?:/,
  before: '',
  after: '',
  flags: 'i',
  rows: [
    row(
      'assignment of a password or token',
      /(?:passw(?:or)?d|passphrase|pwd|secret|token|(?:api|access|private)[_-]?key)(?:["']?\s*=\s*["']?|["'] ?: ?["'])(?!\$\{)[^\s"'=<>]{6}/
    )
  ]
} as const

/**
 * The kind of the first credential that a text holds, or nothing. Never the credential itself. The example keys of the
 * AWS documentation are refused like any other: what stands in their place today is a real key tomorrow. IAM unique ids
 * (`AIDA…`, `AROA…`) name a principal and are no credentials.
 */
export const credentialIn = firstOf([tokens, anywhere, secretAccessKeys, assignments])
