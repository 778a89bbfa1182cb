import type { CheckName } from '../../src/commands/preflight/check-names.ts'
import type { RunSentence, Sentence } from '../charter/clauses.ts'
import type { EmittedGuard } from './defence-places.ts'

/** What defends a sentence in one line; a text says why there is nothing. */
type Line<Name extends string> = ReadonlyArray<Name> | string

/** The lines of defence behind the offline rules: the emitted file's own, preflight's checks, and the guard's rules. */
export type Defence = {
  readonly emitted: Line<EmittedGuard>
  readonly preflight: Line<CheckName>
  readonly guard: Line<string>
}

const nothingOfIt = 'a file cannot say it of itself'
const wholeFile = ['plan-nothing-more', 'plan-configuration']
const noType: Defence = {
  emitted: 'the file is what was allowed; what it lacks needs no guard in it',
  preflight: ['working-directory', 'state-clean'],
  guard: ['plan-types', 'plan-of-this-file', ...wholeFile]
}
const identity: Defence = {
  emitted: ['account'],
  preflight: ['environment', 'identity', 'bucket', 'lock-table'],
  guard: ['plan-account', 'plan-own-account', 'plan-checks']
}
const lock: Defence = {
  emitted: ['lock'],
  preflight: ['lock-table', 'lock-works', 'lock-free'],
  guard: ['run-alone', 'flags-known', 'plan-not-overtaken']
}
const isolation: Defence = {
  emitted: ['account', 'role policies'],
  preflight: ['working-directory', 'state-clean'],
  guard: ['plan-same-stack', 'plan-own-account', 'plan-of-this-file']
}

/** What defends each sentence of the governing documents beside the offline rules. */
export const defences: Readonly<Record<Sentence | RunSentence, Defence>> = {
  'J.6.2 §3 remote': {
    emitted: ['remote backend'],
    preflight: ['working-directory'],
    guard: ['flags-known', 'state-stored']
  },
  'J.6.2 §4 boundary': isolation,
  'J.6.2 §4 mapping': { ...isolation, preflight: ['working-directory', 'identity', 'state-clean'] },
  'J.6.2 §5 lock': lock,
  'J.6.2 §5 halt': { ...lock, guard: [...lock.guard, 'nothing-left'] },
  'J.6.2 §5 concurrent': lock,
  'J.6.2 §6 access': {
    emitted: ['role policies', 'trust policies', 'boundary'],
    preflight: ['identity', 'bucket'],
    guard: ['plan-iam', 'plan-within-role', 'plan-same-principal']
  },
  'J.6.2 §7 ambiguity': {
    emitted: ['account', 'lock'],
    preflight: ['working-directory', 'environment', 'lock-works', 'state-whole'],
    guard: ['plan-readable', 'plan-known', 'plan-whole']
  },
  'J.6.2 §7 defaults': {
    emitted: ['one release'],
    preflight: ['reviewed-file', 'working-directory', 'environment'],
    guard: ['plan-as-declared', 'provider-bound', 'flags-known']
  },
  'J.6.2 §7 history': {
    emitted: ['prevent_destroy', 'protection', 'bucket policy', 'role policies'],
    preflight: ['bucket', 'lock-table', 'state-whole'],
    guard: ['plan-actions', 'three-commands', 'flags-known', 'state-moved', 'nothing-left']
  },
  'J.6.2 §8 mutation': {
    emitted: 'it has no variable and no expression but references to itself',
    preflight: ['reviewed-file', 'working-directory', 'environment'],
    guard: ['file-unchanged', 'flags-known', 'plan-same-file', 'plan-same-commit']
  },
  'J.7.0 §2 tool': {
    emitted: ['one release'],
    preflight: 'preflight runs no tofu',
    guard: ['tofu-itself', 'tofu-outside', 'tofu-unchanged-by-others', 'tofu-version', 'plan-same-tofu']
  },
  'J.7.0 §2 person': {
    emitted: ['trust policies'],
    preflight: ['reviewed-file', 'identity'],
    guard: ['by-hand', 'terminal', 'plan-as-shown']
  },
  'J.7.0 §2 commands': {
    emitted: ['prevent_destroy', 'role policies'],
    preflight: 'preflight prints the commands and runs none',
    guard: ['three-commands', 'flags-known']
  },
  'J.7.0 §3.1 provider': {
    emitted: ['account', 'one release'],
    preflight: ['working-directory', 'environment'],
    guard: ['provider-bound', 'plan-configuration', 'plan-same-providers', 'plan-account']
  },
  'J.7.0 §3.2 storage': {
    emitted: ['remote backend'],
    preflight: ['working-directory', 'bucket'],
    guard: ['flags-known', 'state-stored']
  },
  'J.7.0 §3.2 lock': lock,
  'J.7.0 §3.2 security': {
    emitted: ['lock', 'encryption', 'bucket policy'],
    preflight: ['bucket', 'lock-table', 'lock-works', 'state-whole'],
    guard: ['flags-known', 'nothing-left', 'state-digest']
  },
  'J.7.0 §3.3 identifiers': {
    emitted: ['account'],
    preflight: ['bucket', 'lock-table'],
    guard: ['plan-imports', 'plan-as-declared']
  },
  'J.7.0 §3.4 isolation': isolation,
  'J.7.0 §4 backend': { emitted: ['remote backend'], preflight: ['working-directory'], guard: ['flags-known'] },
  'J.7.0 §4 lock': lock,
  'J.7.0 §4 ambiguity': identity,
  'J.7.0 §5 backend': noType,
  'J.7.0 §5 roles': { ...noType, emitted: ['boundary', 'exclusive policies'] },
  'J.7.0 §5 other': noType,
  'J.7.0 §6 application': noType,
  'J.7.0 §6 databases': noType,
  'J.7.0 §6 networking': noType,
  'J.7.0 §6 pipelines': {
    emitted: ['trust policies'],
    preflight: ['identity', 'state-clean'],
    guard: ['by-hand', 'terminal', 'plan-types']
  },
  'J.7.0 §6 unattended': {
    emitted: ['role policies', 'trust policies'],
    preflight: ['reviewed-file', 'identity'],
    guard: ['by-hand', 'terminal', 'flags-known', 'plan-provisioners', 'plan-fresh', 'plan-as-shown']
  },
  'J.7.0 §6 observability': noType,
  'J.7.0 §6 secrets': {
    emitted: nothingOfIt,
    preflight: ['environment', 'state-clean'],
    guard: ['plan-types', 'plan-outputs', 'flags-known']
  },
  'J.7.0 §6 flags': {
    emitted: nothingOfIt,
    preflight: ['working-directory', 'environment'],
    guard: ['flags-known', ...wholeFile]
  },
  'J.7.0 §6 inference': {
    emitted: ['account'],
    preflight: ['environment', 'working-directory'],
    guard: ['plan-known', 'plan-as-declared', 'flags-known']
  },
  'J.7.0 §6 privacy': {
    emitted: nothingOfIt,
    preflight: ['identity', 'state-clean'],
    guard: ['plan-outputs', 'plan-planned-values', 'plan-nothing-more']
  },
  'J.7.0 §7 access': {
    emitted: ['role policies', 'trust policies', 'boundary', 'exclusive policies', 'bucket policy'],
    preflight: ['identity', 'bucket'],
    guard: ['plan-iam', 'plan-within-role', 'plan-drift', 'checkout-unchanged-by-others']
  },
  'J.7.0 §7 separation': {
    emitted: ['trust policies', 'role policies'],
    preflight: ['identity'],
    guard: ['plan-iam', 'plan-same-principal']
  },
  'J.7.0 §7 residency': {
    emitted: ['one region', 'role policies'],
    preflight: ['bucket', 'lock-table'],
    guard: ['plan-own-account', 'plan-as-declared']
  },
  'J.7.0 §7 place': {
    emitted: ['trust policies', 'bucket policy'],
    preflight: ['identity', 'environment'],
    guard: ['plan-iam', 'plan-as-declared']
  },
  'J.7.0 §8 phases': noType,
  'J.7.0 §9 scope': {
    emitted: nothingOfIt,
    preflight: ['reviewed-file', 'working-directory', 'state-clean'],
    guard: ['plan-as-declared', 'plan-of-this-file', 'plan-of-the-whole-file', ...wholeFile]
  },
  'J.7.0 §9 execution': {
    emitted: nothingOfIt,
    preflight: 'preflight changes nothing',
    guard: ['three-commands', 'flags-known', 'plan-provisioners', 'applied-whole']
  }
}
