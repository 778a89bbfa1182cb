import { type Guarding, isolation, locking } from './clauses.ts'

/**
 * The guards in the emitted file, which work under plain tofu too. Each says where it is made and seen, and what it
 * defends.
 */
export const emittedGuards = {
  'remote backend': {
    source: 'src/stack/parts/foundation.ts',
    test: 'test/stack/parts/foundation.test.ts',
    defends: ['J.6.2 §3 remote', 'J.7.0 §3.2 storage', 'J.7.0 §4 backend']
  },
  lock: {
    source: 'src/stack/parts/foundation.ts',
    test: 'test/e2e/life-cycle.test.ts',
    defends: [...locking, 'J.6.2 §7 ambiguity', 'J.7.0 §3.2 security']
  },
  account: {
    source: 'src/stack/parts/foundation.ts',
    test: 'test/e2e/wrong-account.test.ts',
    defends: [
      ...isolation,
      'J.6.2 §7 ambiguity',
      'J.7.0 §3.1 provider',
      'J.7.0 §3.3 identifiers',
      'J.7.0 §4 ambiguity',
      'J.7.0 §6 inference'
    ]
  },
  'one region': {
    source: 'src/stack/parts/foundation.ts',
    test: 'test/stack/parts/foundation.test.ts',
    defends: ['J.7.0 §7 residency']
  },
  'one release': {
    source: 'src/stack/parts/foundation.ts',
    test: 'test/stack/parts/foundation.test.ts',
    defends: ['J.6.2 §7 defaults', 'J.7.0 §2 tool', 'J.7.0 §3.1 provider']
  },
  encryption: {
    source: 'src/stack/parts/state-bucket.ts',
    test: 'test/stack/parts/state-bucket.test.ts',
    defends: ['J.7.0 §3.2 security']
  },
  prevent_destroy: {
    source: 'src/stack/parts/state-bucket.ts',
    test: 'test/e2e/life-cycle.test.ts',
    defends: ['J.6.2 §7 history', 'J.7.0 §2 commands']
  },
  protection: {
    source: 'src/stack/parts/lock-table.ts',
    test: 'test/stack/parts/lock-table.test.ts',
    defends: ['J.6.2 §7 history']
  },
  'bucket policy': {
    source: 'src/iam/state-bucket-policy.ts',
    test: 'test/iam/access-matrix.long.test.ts',
    defends: ['J.6.2 §7 history', 'J.7.0 §3.2 security', 'J.7.0 §7 access', 'J.7.0 §7 place']
  },
  'role policies': {
    source: 'src/iam/operator-policy.ts',
    test: 'test/iam/access-matrix.long.test.ts',
    defends: [
      ...isolation,
      'J.6.2 §6 access',
      'J.6.2 §7 history',
      'J.7.0 §2 commands',
      'J.7.0 §6 unattended',
      'J.7.0 §7 access',
      'J.7.0 §7 separation',
      'J.7.0 §7 residency'
    ]
  },
  'trust policies': {
    source: 'src/iam/trust-policy.ts',
    test: 'test/iam/trust.test.ts',
    defends: [
      'J.6.2 §6 access',
      'J.7.0 §2 person',
      'J.7.0 §6 pipelines',
      'J.7.0 §6 unattended',
      'J.7.0 §7 access',
      'J.7.0 §7 separation',
      'J.7.0 §7 place'
    ]
  },
  boundary: {
    source: 'src/iam/boundary-policy.ts',
    test: 'test/iam/escalations.long.test.ts',
    defends: ['J.6.2 §6 access', 'J.7.0 §5 roles', 'J.7.0 §7 access']
  },
  'exclusive policies': {
    source: 'src/stack/parts/role.ts',
    test: 'test/stack/parts/role.test.ts',
    defends: ['J.7.0 §5 roles', 'J.7.0 §7 access']
  }
} as const satisfies Readonly<Record<string, Guarding>>
