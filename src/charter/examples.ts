import { iamName } from '../declaration/arn.ts'
import { euRegions } from '../declaration/aws-region.ts'
import type { Declaration } from '../declaration/declaration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** The ARN in a message that stands for one of the stack's own: `arn:aws:iam::<account>:role/Name`. */
const example = /arn:aws:iam::<account>:(role|policy)\/Name/g

/** What the role or policy of a field is called in an example. */
const kinds: Readonly<Record<string, string>> = {
  bootstrapPrincipal: 'Bootstrap',
  operatorRole: 'Operator',
  automationRole: 'Automation',
  permissionsBoundary: 'Boundary'
}

const inCapitals = (name: string): string =>
  name
    .split(/[^a-z0-9]+/i)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('')

type Known = Pick<Partial<Declaration>, 'account' | 'region' | 'bootstrapPrincipal'>

const partitionOf = ({ region, bootstrapPrincipal }: Known): string =>
  euRegions.get(region?.aws ?? '')?.partition ??
  (bootstrapPrincipal === undefined ? 'aws' : iamName(bootstrapPrincipal).partition)

/** The same problem with examples of the stack's own partition, account and name, as far as they are known. */
export const withOwnExamples =
  (declaration: Known, stackName: string) =>
  (problem: Diagnostic): Diagnostic => {
    const { account = '<account>' } = declaration
    if (!/^[a-z0-9-]{1,60}$/.test(stackName)) return problem
    const name = `Zenthea${inCapitals(stackName)}${kinds[String(problem.at?.[0])] ?? ''}`
    const own = (words: string): string =>
      words.replace(
        example,
        (_, kind: string) => `arn:${partitionOf(declaration)}:iam::${account}:${kind}/zenthea/foundation/${name}`
      )
    return { ...problem, expected: own(problem.expected), remedy: own(problem.remedy) }
  }
