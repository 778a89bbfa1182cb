import { type Finding, judged } from '../../diagnostics/finding.ts'

/** Whether the name of a session is somebody's address. Whether a word is somebody's name cannot be told. */
export const isAddress = (session: string): boolean => session.includes('@')

/**
 * The name of the session says nothing about a person, as far as that can be told: every plan asks who is calling, and
 * OpenTofu keeps the answer in the state, session included (J.7.0 §6). The name itself is not shown.
 */
export const judgeSession = (arn: string): Finding =>
  judged(!isAddress(arn.split('/').at(-1) ?? ''), {
    id: 'caller-session',
    clause: 'J.7.0 §6',
    expected: 'a session whose name is no address of a person: the state keeps it',
    actual: isAddress(arn) ? 'its name is an address' : 'its name is none',
    remedy: [
      'take a session with another name, such as day-0: role_session_name in the profile, or --role-session-name;',
      'a session of IAM Identity Center is named after its user, so assume the declared role from it'
    ].join(' ')
  })
