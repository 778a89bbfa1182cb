import { guarded } from '../diagnostics/named.ts'

/**
 * The path below which IAM users are trusted: at least one name between slashes, since every user of an account is
 * below `/`. Source: IAM, "IAM identifiers", friendly names and paths.
 */
export const UsersPath = guarded<string>(
  'users-path',
  {
    rule: 'trust-mfa',
    clause: 'J.7.0 §7',
    expected: 'a path of IAM users that begins and ends with a slash, such as /operators/, without a wildcard',
    remedy: 'Write the path that the trusted users are below; every user of the account is below /.'
  },
  (value): value is string => typeof value === 'string' && value.length <= 512 && /^(?:\/[\w+=,.@-]+)+\/$/.test(value)
)
