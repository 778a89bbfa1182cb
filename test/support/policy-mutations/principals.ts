import type { Statement } from '../../../src/iam/document.ts'
import { type Changed, eachLeftOut } from './mutation.ts'

/** Where the statement belongs to. */
type Own = { readonly account: string; readonly operator: string }

/** More who may, fewer whom a denial is for. */
export const principalChanges = (statement: Statement, { account, operator }: Own): ReadonlyArray<Changed> => {
  const { Principal, Effect, Condition } = statement
  if (Principal === undefined) return []
  const changed = (what: string, principal: Statement['Principal'], wider = true): Changed => ({
    what: `Principal ${what}`,
    wider,
    statement: { ...statement, ...(principal && { Principal: principal }) }
  })
  const root = `arn:aws:iam::${account}:root`
  const ownRole = `arn:aws:iam::${account}:role/${operator}`
  if (Effect === 'Deny') return [changed('is one account', { AWS: [root] }), changed('is one role', { AWS: [ownRole] })]
  const named = Principal === '*' ? [] : Principal.AWS
  return [
    changed('is everybody', '*'),
    ...eachLeftOut(named).map(([arn, rest]) => changed(`without ${arn}`, { AWS: rest }, false)),
    ...(Condition === undefined
      ? others(root, ownRole).map((arn) => changed(`with ${arn}`, { AWS: [...named, arn] }))
      : [])
  ]
}

/** Where conditions ask for users behind MFA, none of these would come through, so naming them changes nothing. */
const others = (root: string, ownRole: string): ReadonlyArray<string> => [
  root,
  ownRole,
  'arn:aws:iam::999988887777:role/ZentheaFoundationBootstrap',
  'arn:aws:iam::999988887777:root'
]
