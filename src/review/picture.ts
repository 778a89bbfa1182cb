import { label } from './markdown.ts'
import type { Trusted } from './trusted.ts'

const groups: Readonly<Record<Trusted['kind'], (account: string) => string>> = {
  roles: (account) => `roles of ${account}`,
  users: (account) => `IAM users of ${account}, behind MFA`,
  others: () => 'others: see the table'
}

/**
 * Who becomes what and reaches what, as a diagram that GitHub draws. Principals stand there by account and kind, so that
 * one more role of an account changes the table alone.
 */
export const picture = (
  trusted: Readonly<Record<'operator' | 'automation', ReadonlyArray<Trusted>>>
): ReadonlyArray<string> => {
  const arrows = (['operator', 'automation'] as const).flatMap((role) =>
    trusted[role].map(({ kind, account }) => {
      const id = `${kind}_${account.replace(/[^0-9]/g, '')}_${role}`
      return `  ${id}[${label(groups[kind](account))}] -->|become| ${role}`
    })
  )
  return [
    '```mermaid',
    'flowchart LR',
    '  operator(["operator role"])',
    '  automation(["automation role"])',
    '  state[("state key in the bucket")]',
    '  lock[("lock table")]',
    ...new Set(arrows),
    '  operator -->|reads and writes| state',
    '  operator -->|takes and releases| lock',
    '  automation -->|reads| state',
    '  automation -->|takes and releases| lock',
    '```'
  ]
}
