import { ownerOf, roleName } from '../declaration/arn.ts'
import type { Path } from '../diagnostics/diagnostic.ts'
import { type Json, asList, isList, isObject } from '../terraform/json.ts'

/** What a principal of a trust policy is. Source: IAM, "AWS JSON policy elements: Principal". */
export type PrincipalKind = 'role' | 'account' | 'user' | 'wildcard' | 'service' | 'federated' | 'unknown'

/** A principal of a trust policy, and where in the document it stands. */
export type Principal = {
  readonly at: Path
  readonly kind: PrincipalKind
  readonly text: string
  readonly partition: string
  readonly account: string
  /** The index of its statement, and the statement. */
  readonly statement: Json
}

const rootArn = /^arn:([a-z-]+):iam::([0-9]{12}):root$/
const userArn = /^arn:([a-z-]+):(?:iam|sts)::([0-9]{12}):(?:user|federated-user|assumed-role)\//

/**
 * The kind of principal that a role is, by its owner. A service-linked role acts for the service that its path names. From any
 * other role that AWS keeps for itself, no principal can assume a role.
 */
const kinds = { customer: 'role', 'sign-in': 'role', service: 'service', reserved: 'unknown' } as const

/** Every principal of a trust policy, also those in forms that this project would not write. */
export const principalsOf = (document: Json): ReadonlyArray<Principal> => {
  const statements = isObject(document) && isList(document['Statement']) ? document['Statement'] : []
  return statements.flatMap((statement, index) => {
    const at: Path = ['Statement', index, 'Principal']
    const principal = isObject(statement) ? statement['Principal'] : undefined
    if (!isObject(principal)) return principal === undefined ? [] : [classified(principal, at, statement)]
    return Object.entries(principal).flatMap(([type, value]) =>
      asList(value).map((item, position) => classified(item, [...at, type, position], statement, type))
    )
  })
}

const classified = (value: Json, at: Path, statement: Json, type = 'AWS'): Principal => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const of = (kind: PrincipalKind, [, partition = '', account = '']: ReadonlyArray<string> = []): Principal => ({
    at,
    kind,
    text,
    partition,
    account,
    statement
  })
  if (type === 'Service') return of('service')
  if (type === 'Federated') return of('federated')
  if (type !== 'AWS') return of('unknown')
  if (/[*?]/.test(text)) return of('wildcard')
  const role = roleName(text)
  if (role !== undefined) return of(kinds[ownerOf(role)], ['', role.partition, role.account])
  const [root, user] = [rootArn.exec(text), userArn.exec(text)]
  if (root !== null) return of('account', root)
  return user === null ? of('unknown') : of('user', user)
}
