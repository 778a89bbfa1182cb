import { type Request, nobody } from '../simulate.ts'
import type { Cell } from './cell.ts'
import { type Keys, circumstances } from './circumstances.ts'
import { type Pair, foreignAccount } from './names.ts'
import type { Who } from './row.ts'
import { things } from './things.ts'

const roleOf = (who: Exclude<Who, 'nobody'>, { own }: Pair): { readonly account: string; readonly role: string } => {
  const here = own.account
  switch (who) {
    case 'operator':
      return { account: here, role: own.operator }
    case 'automation':
      return { account: here, role: own.automation }
    case 'bootstrap':
      return { account: here, role: own.bootstrap }
    case 'stranger':
      return { account: here, role: 'OrganizationAccountAccessRole' }
    case 'outsider':
      return { account: foreignAccount, role: own.bootstrap }
    default:
      return who satisfies never
  }
}

/** The session of somebody, and the condition keys that it brings. */
export const principalOf = (who: Who, pair: Pair): { readonly principal: string; readonly keys: Keys } => {
  if (who === 'nobody') return { principal: nobody, keys: {} }
  const { account, role } = roleOf(who, pair)
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${role.replace(/^.*\//, '')}/session`,
    keys: {
      'aws:PrincipalArn': `arn:aws:iam::${account}:role/${role}`,
      'aws:PrincipalAccount': account,
      'aws:PrincipalType': 'AssumedRole'
    }
  }
}

const usual = (action: string, { own }: Pair): Keys => ({
  'aws:RequestedRegion': action.startsWith('iam:') ? 'us-east-1' : own.region,
  'aws:SecureTransport': 'true',
  ...(action.startsWith('s3:') && { 's3:TlsVersion': '1.3' }),
  ...(action === 's3:PutObject' && { 's3:x-amz-server-side-encryption': 'AES256' })
})

/** The request that a cell stands for, with the condition keys that AWS would give it. */
export const requestOf = (pair: Pair, { row, action, on, when }: Cell): Request => {
  const resource = things[on](pair)
  const { principal, keys } = principalOf(row.who, pair)
  const context: Keys = {
    ...keys,
    'aws:ResourceAccount': resource.account,
    ...usual(action, pair),
    ...circumstances[when](pair)
  }
  return {
    principal,
    action,
    resource: resource.arn,
    account: resource.account,
    context: contextOf(context)
  }
}

/** Keys as a request carries them: those that are there. */
export const contextOf = (keys: Keys): Request['context'] =>
  Object.fromEntries(Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
