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
