import { commitId, digest, instant } from './kinds.ts'
import { EVIDENCE_SCHEMA, type Evidence } from '../../src/commands/guard/evidence.ts'
import { declaredAs, seenAs } from './seen.ts'

/** The evidence of an apply, with every field filled. */
export const whole: Evidence = {
  schema: EVIDENCE_SCHEMA,
  program: digest('b'.repeat(64)),
  sandbox: false,
  command: 'apply',
  completed: true,
  began: instant('2026-01-31T12:00:00.000Z'),
  ended: instant('2026-01-31T12:01:00.000Z'),
  stack: 'staging-eu',
  declared: {
    account: '111122223333',
    region: 'eu-central-1',
    provider: { version: '5.100.0', proof: 'proven by run' }
  },
  caller: {
    kind: 'operator role',
    seen: seenAs('ZentheaStagingEuOperator'),
    declared: declaredAs('arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator')
  },
  commit: commitId('a'.repeat(40)),
  file: { path: 'out/staging-eu/main.tf.json', sha256: digest('b'.repeat(64)) },
  tofu: { version: '1.12.6', sha256: digest('c'.repeat(64)) },
  providers: { sha256: digest('d'.repeat(64)), hashes: [`h1:${'A'.repeat(43)}=`] },
  plan: { sha256: digest('e'.repeat(64)), hasChanges: true },
  checks: [{ check: 'identity', outcome: 'Proven' }],
  findings: [{ of: 'plan', id: 'plan-actions', clause: 'J.6.2 §7', outcome: 'passed' }],
  confirmed: true,
  applied: true,
  runs: [{ command: 'apply', exitCode: 0, interrupts: 0, terminalGone: false }],
  outcome: { reason: 'Done', objections: [], exitCode: 0 },
  state: { before: null, after: { serial: 1, versionId: 'v1' } }
}

/** Every text in a document, as a path of keys. */
export const textsOf = (value: unknown, at: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> => {
  if (typeof value === 'string') return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, [...at, key]))
}
/** The document with another text in one place. */
export const replaced = (value: unknown, [key, ...rest]: ReadonlyArray<string>, by: string): unknown => {
  if (key === undefined) return by
  const copy: Record<string, unknown> = { ...(value as object) }
  copy[key] = replaced(copy[key], rest, by)
  return Array.isArray(value) ? Object.values(copy) : copy
}
