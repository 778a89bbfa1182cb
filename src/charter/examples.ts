import { iamName, roleIdentity } from '../declaration/arn.ts'
import { euRegions } from '../declaration/aws-region.ts'
import type { Declaration } from '../declaration/declaration.ts'
import type { Diagnostic, Path } from '../diagnostics/diagnostic.ts'

/** The ARN in a message that stands for one of the stack's own: `arn:aws:iam::<account>:role/Name`. */
const example = /arn:aws:iam::<account>:(role|policy)\/Name/g

/** What the role or policy of a field is called in an example. */
const kinds: Readonly<Record<string, string>> = {
  bootstrapPrincipal: 'Bootstrap',
  nextBootstrapPrincipal: 'NextBootstrap',
  operatorRole: 'Operator',
  automationRole: 'Automation',
  permissionsBoundary: 'Boundary'
}

/** What a role that each of the two may trust is called. It is one that the stack does not make. */
const trusted: Readonly<Record<string, string>> = { operatorRole: 'Engineer', automationRole: 'Planner' }

const roles = ['bootstrapPrincipal', 'nextBootstrapPrincipal', 'operatorRole', 'automationRole'] as const

const inCapitals = (name: string): string =>
  name
    .split(/[^a-z0-9]+/i)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('')

type Known = Partial<Declaration>

const partitionOf = ({ region, bootstrapPrincipal }: Known): string =>
  euRegions.get(region?.aws ?? '')?.partition ??
  (bootstrapPrincipal === undefined ? 'aws' : iamName(bootstrapPrincipal).partition)

/** The account of an example. A trusted role is of one that the stack trusts. */
const accountOf = ({ account, trustedAccounts = [] }: Known, isTrusted: boolean): string =>
  (isTrusted && !trustedAccounts.some((one) => one === account) ? trustedAccounts[0] : account) ??
  account ??
  '<account>'

/** The ARN of an example for a field. No other field of the stack names that role. */
const exampleFor = (declaration: Known, stackName: string, at: Path, kind: string): string => {
  const field = String(at[0])
  const isTrusted = at[1] === 'trust'
  const taken = roles.filter((one) => isTrusted || one !== field).map((one) => roleIdentity(declaration[one] ?? ''))
  const name = `Zenthea${inCapitals(stackName)}${(isTrusted ? trusted : kinds)[field] ?? ''}`
  const begin = `arn:${partitionOf(declaration)}:iam::${accountOf(declaration, isTrusted)}:${kind}/zenthea/foundation/`
  const free = [name, `${name}2`, `${name}3`, `${name}4`, `${name}5`].find(
    (one) => !taken.includes(roleIdentity(begin + one))
  )
  return begin + (free ?? name)
}

/** The same problem with examples of the stack's own partition, account and name, as far as they are known. */
export const withOwnExamples =
  (declaration: Known, stackName: string) =>
  (problem: Diagnostic): Diagnostic => {
    if (!/^[a-z0-9-]{1,60}$/.test(stackName)) return problem
    const own = (words: string): string =>
      words.replace(example, (_, kind: string) => exampleFor(declaration, stackName, problem.at ?? [], kind))
    return { ...problem, expected: own(problem.expected), remedy: own(problem.remedy) }
  }
