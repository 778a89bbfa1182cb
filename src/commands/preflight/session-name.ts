import { answerOf } from '../../diagnostics/origin.ts'
import { type Finding, judged } from '../../diagnostics/finding.ts'
import { lookedUp } from '../../diagnostics/record.ts'
import type { StateResource } from './checks/state/state-form.ts'

/** Whether the name of a session is a person's address. Whether a word is a person's name cannot be told. */
const isAddress = (session: string): boolean => session.includes('@')

/**
 * Whether the name of the session says nothing about a person, as far as that can be told. Every plan asks who is calling, and
 * OpenTofu keeps the answer in the state, session included (J.7.0 §6). The name itself is not shown.
 */
export const judgeSession = (arn: string): Finding => {
  const isPersonal = isAddress(arn.split('/').at(-1) ?? '')
  return judged(!isPersonal, {
    rule: 'caller-session',
    clause: 'J.7.0 §6',
    from: answerOf('STS GetCallerIdentity'),
    expected: 'a session name that is not an address of a person, because the state keeps it',
    actual: isPersonal ? 'its name is an address' : 'its name is not an address',
    remedy: [
      'Take a session with another name, such as day-0: role_session_name in the profile, or --role-session-name.',
      'From a session of IAM Identity Center, which is named after its user, assume the declared role.'
    ].join(' ')
  })
}

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

/** Whether a resource of the state is the record that OpenTofu keeps of its caller. No stack can leave that record out. */
export const isCaller = ({ mode, type }: StateResource): boolean => mode === 'data' && type === 'aws_caller_identity'

/**
 * The instances without the name of the session that OpenTofu ran in, unless the name is an address. Session names hold numbers
 * at random, which look like those of persons. Source: AWS STS, GetCallerIdentity.
 */
export const withoutSession = (resource: StateResource): StateResource['instances'] =>
  isCaller(resource)
    ? resource.instances.map((instance) =>
        instance.attributes === undefined ? instance : { ...instance, attributes: cleared(instance.attributes) }
      )
    : resource.instances
