import { roleName } from '../declaration/arn.ts'

/** What an ARN of IAM names, by what stands behind the account. Source: IAM, "IAM identifiers". */
const kinds: Readonly<Record<string, string>> = {
  'saml-provider': 'a SAML provider',
  'oidc-provider': 'an OpenID Connect provider',
  'instance-profile': 'an instance profile',
  policy: 'a policy',
  group: 'a group of users',
  mfa: 'an MFA device',
  u2f: 'a security key',
  'server-certificate': 'a server certificate',
  'signing-certificate': 'a signing certificate'
}

const arn = /^arn:aws[a-z-]{0,20}:([a-z][a-z0-9-]{0,40}):([a-z0-9-]{0,40}):([0-9]{12}|aws)?:([\w+=,.@:/-]{1,800})$/

/** What else than a role that can be assumed a whole ARN names, in words. Undefined for a text that is not an ARN. */
export const otherThanRole = (text: string): string | undefined => {
  if (roleName(text) !== undefined) return 'a role that AWS keeps for itself'
  const found = arn.exec(text)
  if (found === null) return undefined
  const [, service = '', , account, resource = ''] = found
  if (service !== 'iam') return `something of the service ${service}`
  const [kind = '', name = ''] = resource.split(/\/(.*)/)
  return account === undefined || name === '' || /^\/|\/\/|\/$/.test(name) || !Object.hasOwn(kinds, kind)
    ? undefined
    : kinds[kind]
}
