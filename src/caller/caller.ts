import type { Declaration } from '../declaration/declaration.ts'

/** The principals that may act by hand on a stack. */
export type Principal = 'bootstrap principal' | 'operator role'

/** The part of a declaration that says who may act, and where. */
export type Expected = Pick<
  Declaration,
  'account' | 'bootstrapPrincipal' | 'nextBootstrapPrincipal' | 'operatorRole' | 'automationRole'
>

/** Who is calling, as STS names it. The path of a role is not part of it. Source: AWS STS, GetCallerIdentity. */
export type CallerIdentity = { readonly account: string; readonly arn: string }

/** The ARN of a caller, taken apart. The name of a session is left out: it is often a person's e-mail address. */
export type Caller = {
  readonly partition: string
  readonly account: string
  readonly kind: 'assumed role' | 'IAM user' | 'account root' | 'federated user'
  /** Of the role or the user; empty for the root. */
  readonly name: string
}

const form = /^arn:([a-z-]+):(iam|sts)::([0-9]{12}):(root|user|federated-user|assumed-role)(?:\/(.+))?$/s

/** The caller behind an ARN; undefined for an ARN that no caller has. */
export const callerOf = (arn: string): Caller | undefined => {
  const [, partition = '', service, account = '', type, rest = ''] = form.exec(arn) ?? []
  const found = (kind: Caller['kind'], name: string): Caller => ({ partition, account, kind, name })
  if (service === 'sts' && type === 'assumed-role') {
    const [role = '', session = ''] = rest.split('/')
    return role === '' || session === '' ? undefined : found('assumed role', role)
  }
  if (service === 'sts' && type === 'federated-user') return found('federated user', rest)
  if (service === 'iam' && type === 'root') return found('account root', '')
  if (service === 'iam' && type === 'user') return found('IAM user', rest.split('/').at(-1) ?? '')
  return undefined
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The account that an access key id was made for, where the id tells. AWS does not document it, so it is only ever a
 * reason to refuse. Undefined for ids of the older kind (fifth character I or J) and for anything else that tells nothing.
 */
export const accountOfKey = (accessKeyId: string): string | undefined => {
  if (!/^A[KS]IA[A-HK-Z2-7][A-Z2-7]{15}$/.test(accessKeyId)) return undefined
  const bits = [...accessKeyId.slice(4, 14)].reduce((sum, letter) => sum * 32n + BigInt(ALPHABET.indexOf(letter)), 0n)
  return (((bits >> 2n) & 0x7fffffffff80n) >> 7n).toString().padStart(12, '0')
}
