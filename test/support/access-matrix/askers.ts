import type { Keys } from './circumstances.ts'

/** Somebody who would assume a role: the ARN and the condition keys that AWS gives to the request. */
export type Asker = {
  readonly principal: string
  readonly keys: Keys
  readonly identity: 'administrator' | 'no policy'
}

export const session = (account: string, role: string): Asker => ({
  principal: `arn:aws:sts::${account}:assumed-role/${role.replace(/^.*\//, '')}/session`,
  keys: {
    'aws:PrincipalArn': `arn:aws:iam::${account}:role/${role}`,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': 'AssumedRole'
  },
  identity: 'administrator'
})

/** A user, with the age of the MFA sign-in in seconds; `none` is a long-term access key, which carries neither key. */
export const user = (
  account: string,
  name: string,
  mfa: number | 'none',
  identity: Asker['identity'] = 'administrator'
): Asker => ({
  principal: `arn:aws:iam::${account}:user/${name}`,
  keys: {
    'aws:PrincipalArn': `arn:aws:iam::${account}:user/${name}`,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': 'User',
    ...(mfa !== 'none' && { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': String(mfa) })
  },
  identity
})

export const root = (account: string): Asker => ({
  principal: `arn:aws:iam::${account}:root`,
  keys: {
    'aws:PrincipalArn': `arn:aws:iam::${account}:root`,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': 'Account',
    'aws:MultiFactorAuthPresent': 'true',
    'aws:MultiFactorAuthAge': '60'
  },
  identity: 'administrator'
})

export const bare = (principal: string): Asker => ({ principal, keys: {}, identity: 'no policy' })

export const without = (asker: Asker, ...keys: ReadonlyArray<string>): Asker => ({
  ...asker,
  keys: Object.fromEntries(Object.entries(asker.keys).filter(([key]) => !keys.includes(key)))
})
