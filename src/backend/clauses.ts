import type { Clause } from '../diagnostics/problem.ts'

/** Each setting that seed makes, and the clause that demands it. */
export const clauses = {
  region: 'J.7.0 §7',
  ownership: 'J.6.2 §6',
  tags: 'J.6.2 §7',
  'public access': 'J.6.2 §6',
  encryption: 'J.7.0 §3.2',
  versioning: 'J.6.2 §7',
  policy: 'J.7.0 §7',
  lifecycle: 'J.6.2 §7',
  replication: 'J.7.0 §7',
  key: 'J.6.2 §5',
  billing: 'J.6.2 §7',
  'deletion protection': 'J.6.2 §7',
  recovery: 'J.6.2 §7',
  replicas: 'J.7.0 §7',
  'streams and indexes': 'J.7.0 §5'
} as const satisfies Readonly<Record<string, Clause>>

/** The name of a setting, as it is shown everywhere. */
export type SettingName = keyof typeof clauses
