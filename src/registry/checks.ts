import { type Defending, isolation, locking, unauthorised } from './clauses.ts'

/** What each check of preflight proves, and the sentences that it defends. */
export const checks = {
  'reviewed-file': {
    says: 'The emitted file equals the output of its stack, and both are committed.',
    defends: ['J.6.2 §7 defaults', 'J.6.2 §8 mutation', 'J.7.0 §2 person', 'J.7.0 §6 unattended', 'J.7.0 §9 scope']
  },
  'working-directory': {
    says: 'OpenTofu would read that file and nothing else, with its remote state and its own provider.',
    defends: [
      ...unauthorised,
      ...isolation,
      'J.6.2 §3 remote',
      'J.6.2 §7 ambiguity',
      'J.6.2 §7 defaults',
      'J.6.2 §8 mutation',
      'J.7.0 §3.1 provider',
      'J.7.0 §3.2 storage',
      'J.7.0 §4 backend',
      'J.7.0 §6 flags',
      'J.7.0 §6 inference',
      'J.7.0 §9 scope'
    ]
  },
  environment: {
    says: 'Nothing in the environment names another place, loads code or changes what OpenTofu does.',
    defends: [
      'J.6.2 §7 ambiguity',
      'J.6.2 §7 defaults',
      'J.6.2 §8 mutation',
      'J.7.0 §3.1 provider',
      'J.7.0 §4 ambiguity',
      'J.7.0 §6 secrets',
      'J.7.0 §6 flags',
      'J.7.0 §6 inference',
      'J.7.0 §7 place'
    ]
  },
  identity: {
    says: 'The caller is the declared operator role or bootstrap principal of the declared account.',
    defends: [
      'J.6.2 §4 mapping',
      'J.6.2 §6 access',
      'J.7.0 §2 person',
      'J.7.0 §4 ambiguity',
      'J.7.0 §6 pipelines',
      'J.7.0 §6 unattended',
      'J.7.0 §6 privacy',
      'J.7.0 §7 access',
      'J.7.0 §7 separation',
      'J.7.0 §7 place'
    ]
  },
  bucket: {
    says: 'The bucket belongs to the account, lies in the region and is hardened as declared.',
    defends: [
      'J.6.2 §6 access',
      'J.6.2 §7 history',
      'J.7.0 §3.2 storage',
      'J.7.0 §3.2 security',
      'J.7.0 §3.3 identifiers',
      'J.7.0 §4 ambiguity',
      'J.7.0 §7 access',
      'J.7.0 §7 residency'
    ]
  },
  'lock-table': {
    says: 'The lock table is active, protected, restorable, and in the declared account and region.',
    defends: [
      ...locking,
      'J.6.2 §7 history',
      'J.7.0 §3.2 security',
      'J.7.0 §3.3 identifiers',
      'J.7.0 §4 ambiguity',
      'J.7.0 §7 residency'
    ]
  },
  'lock-works': {
    says: 'A lock is accepted, excludes others and is released without a trace.',
    defends: [...locking, 'J.6.2 §7 ambiguity', 'J.7.0 §3.2 security']
  },
  'lock-free': { says: 'The lock is free; if not, who holds it, since when and for what.', defends: [...locking] },
  'state-whole': {
    says: 'The stored state is the one that was written, in the form that OpenTofu writes.',
    defends: ['J.6.2 §7 ambiguity', 'J.6.2 §7 history', 'J.7.0 §3.2 security']
  },
  'state-clean': {
    says: 'The state holds only what is authorised, declared, and neither secret nor personal.',
    defends: [
      ...unauthorised,
      ...isolation,
      'J.7.0 §6 pipelines',
      'J.7.0 §6 secrets',
      'J.7.0 §6 privacy',
      'J.7.0 §9 scope'
    ]
  }
} as const satisfies Readonly<Record<string, Defending>>
