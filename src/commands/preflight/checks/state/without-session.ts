import { lookedUp } from '../../../../diagnostics/record.ts'
import { isAddress } from '../../session-name.ts'
import type { StateResource } from './state-form.ts'

type Attributes = Readonly<Record<string, unknown>>

const forms: Readonly<Record<string, RegExp>> = {
  arn: /^(arn:[a-z-]+:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/)([\w+=,.@-]+)$/,
  user_id: /^(AROA[A-Z0-9]+:)([\w+=,.@-]+)$/
}

const without = (name: string, value: unknown): unknown => {
  const [, before, session] = (typeof value === 'string' ? lookedUp(forms, name)?.exec(value) : undefined) ?? []
  return before === undefined || session === undefined || isAddress(session) ? value : `${before}…`
}

const cleared = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, without(name, value)]))

/** Whether this is what OpenTofu keeps of its caller: no stack can leave it out. */
export const isCaller = ({ mode, type }: StateResource): boolean => mode === 'data' && type === 'aws_caller_identity'

/**
 * The instances without the name of the session that OpenTofu ran in, unless it is an address: session names hold numbers
 * at random, which look like those of persons. Source: AWS STS, GetCallerIdentity.
 */
export const withoutSession = (resource: StateResource): StateResource['instances'] =>
  isCaller(resource)
    ? resource.instances.map((instance) =>
        instance.attributes === undefined ? instance : { ...instance, attributes: cleared(instance.attributes) }
      )
    : resource.instances
