import type { CheckName } from '../../src/commands/preflight/check-names.ts'

/** The file that holds a defence, and the test that fails without it. */
export type Place = { readonly source: string; readonly test: string }

/** The guards that every emitted file carries, by the words of the clause page. */
export const emittedGuards = {
  'remote backend': { source: 'src/stack/parts/foundation.ts', test: 'test/stack/parts/foundation.test.ts' },
  lock: { source: 'src/stack/parts/foundation.ts', test: 'test/e2e/life-cycle.test.ts' },
  account: { source: 'src/stack/parts/foundation.ts', test: 'test/e2e/wrong-account.test.ts' },
  'one region': { source: 'src/stack/parts/foundation.ts', test: 'test/stack/parts/foundation.test.ts' },
  'one release': { source: 'src/stack/parts/foundation.ts', test: 'test/stack/parts/foundation.test.ts' },
  encryption: { source: 'src/stack/parts/state-bucket.ts', test: 'test/stack/parts/state-bucket.test.ts' },
  prevent_destroy: { source: 'src/stack/parts/state-bucket.ts', test: 'test/e2e/life-cycle.test.ts' },
  protection: { source: 'src/stack/parts/lock-table.ts', test: 'test/stack/parts/lock-table.test.ts' },
  'bucket policy': { source: 'src/iam/state-bucket-policy.ts', test: 'test/iam/access-matrix.test.ts' },
  'role policies': { source: 'src/iam/operator-policy.ts', test: 'test/iam/access-matrix.test.ts' },
  'trust policies': { source: 'src/iam/trust-policy.ts', test: 'test/iam/trust.test.ts' },
  boundary: { source: 'src/iam/boundary-policy.ts', test: 'test/iam/escalations.test.ts' },
  'exclusive policies': { source: 'src/stack/parts/role.ts', test: 'test/stack/parts/role.test.ts' }
} as const satisfies Readonly<Record<string, Place>>

export type EmittedGuard = keyof typeof emittedGuards

const checks = 'src/commands/preflight/checks'
const wire = 'test/wire/preflight'

/** Where each check of preflight is, and the test that sees it refuse. */
export const checkPlaces: Readonly<Record<CheckName, Place>> = {
  'reviewed-file': {
    source: `${checks}/reviewed-file.ts`,
    test: 'test/commands/preflight/checks/reviewed-file.process.test.ts'
  },
  'working-directory': {
    source: `${checks}/working-directory.ts`,
    test: 'test/commands/preflight/checks/working-directory.process.test.ts'
  },
  environment: { source: `${checks}/environment.ts`, test: 'test/commands/preflight/checks/environment.test.ts' },
  identity: { source: `${checks}/identity.ts`, test: `${wire}/identity.test.ts` },
  bucket: { source: `${checks}/bucket.ts`, test: `${wire}/backend.test.ts` },
  'lock-table': { source: `${checks}/lock-table.ts`, test: `${wire}/backend.test.ts` },
  'lock-works': { source: `${checks}/lock-works/lock-works.ts`, test: `${wire}/lock-works.test.ts` },
  'lock-free': { source: `${checks}/lock-free.ts`, test: `${wire}/state.test.ts` },
  'state-whole': { source: `${checks}/state/state-whole.ts`, test: `${wire}/state.test.ts` },
  'state-clean': { source: `${checks}/state/state-clean.ts`, test: `${wire}/state.test.ts` }
}

/** The test that sees a rule of the guard refuse, by the file of the rule; those of a plan are taken away one by one. */
const guardTests: Readonly<Record<string, string>> = {
  'src/plan/rules/': 'test/plan/rules-removed.test.ts',
  'src/plan/': 'test/plan/read-plan.test.ts',
  'src/caller/by-hand.ts': 'test/caller/by-hand.test.ts',
  'src/commands/guard/may-apply.ts': 'test/commands/guard/may-apply.test.ts',
  'src/commands/guard/commands.ts': 'test/commands/guard/arguments.test.ts',
  'src/commands/guard/refused-flags.ts': 'test/commands/guard/arguments.test.ts',
  'src/commands/guard/found-program.ts': 'test/commands/guard/found-program.test.ts',
  'src/commands/guard/tofu-': 'test/commands/guard/found-program.test.ts',
  'src/commands/guard/afterwards.ts': 'test/commands/guard/look-afterwards.test.ts',
  'src/commands/guard/bound-provider.ts': 'test/commands/guard/moments.process.test.ts',
  'src/commands/guard/alone.ts': 'test/commands/guard/moments.process.test.ts',
  'src/commands/guard/admitted.ts': 'test/commands/guard/moments.process.test.ts',
  'src/commands/guard/still-so.ts': 'test/commands/guard/moments.process.test.ts',
  'src/commands/preflight/': 'test/commands/guard/look-afterwards.test.ts'
}

/** The test of a rule that the guard prints. */
export const guardTestOf = (source: string): string =>
  Object.entries(guardTests).find(([beginning]) => source.startsWith(beginning))?.[1] ??
  'test/commands/guard/plan-and-apply.test.ts'
