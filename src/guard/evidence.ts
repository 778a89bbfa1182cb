import * as t from 'io-ts'
import { closed } from '../domain/closed.ts'
import { StateAt, TofuUsed } from './saved-plan.ts'

export const EVIDENCE_SCHEMA = 'zenthea-foundation/evidence/1'

const orNull = <C extends t.Mixed>(codec: C) => t.union([t.null, codec])
const Sha256Text = t.refinement(t.string, (text) => /^[0-9a-f]{64}$/.test(text), 'a SHA-256')
const outcome = t.keyof({ passed: null, failed: null })

/**
 * The document that a run leaves: who, which account, which commit, which file, which tofu, which provider, which plan, what
 * was found, how it ended, and the state before and after. It holds no secret, no name of a person or of a session, and of
 * a finding only which rule it is of and how it came out: its words may name whoever holds a lock.
 */
export const Evidence = closed('the evidence of a run', {
  schema: t.literal(EVIDENCE_SCHEMA),
  /** The SHA-256 that names this program; `--version` prints it too. */
  program: Sha256Text,
  command: t.keyof({ init: null, plan: null, apply: null }),
  /** RFC 3339 in UTC. */
  began: t.string,
  ended: t.string,
  stack: t.string,
  account: t.string,
  region: t.string,
  /** The role by its ARN, without a session; null where it is not known. */
  role: orNull(t.string),
  /** The full id of the git commit. */
  commit: orNull(t.string),
  /** `sha256` is null where the file was not read. */
  file: closed('the emitted file', { path: t.string, sha256: orNull(t.string) }),
  tofu: orNull(TofuUsed),
  /** Of `.terraform.lock.hcl`. */
  providers: orNull(closed('the lock file', { sha256: t.string, hashes: t.readonlyArray(t.string) })),
  plan: orNull(closed('a plan', { sha256: t.string, hasChanges: t.boolean })),
  /** The checks of preflight, in their order. */
  checks: t.readonlyArray(
    closed('a check', { check: t.string, outcome: t.keyof({ Proven: null, Refused: null, NotRun: null }) })
  ),
  /** Of preflight, of the judge of the plan, and of the look afterwards. */
  findings: t.readonlyArray(
    closed('a finding', {
      of: t.keyof({ preflight: null, plan: null, afterwards: null }),
      id: t.string,
      clause: t.string,
      outcome
    })
  ),
  /** Whether a person typed the name of the environment. */
  confirmed: t.boolean,
  /** Whether tofu was let loose on AWS. */
  applied: t.boolean,
  /** Each command of tofu that was run on the stack, with its exit code. */
  runs: t.readonlyArray(
    closed('a run of tofu', {
      command: t.string,
      exitCode: t.number,
      interrupts: t.number,
      terminalGone: t.boolean
    })
  ),
  /** Why it ended, and the exit code of the guard. */
  outcome: closed('an outcome', { reason: t.string, objections: t.readonlyArray(t.string), exitCode: t.number }),
  /** Serial, lineage and version id of the state; null where there is none or it is not known. */
  state: closed('the state', { before: StateAt, after: StateAt })
})
export type Evidence = t.TypeOf<typeof Evidence>

/** As it is stored. */
export const writtenEvidence = (evidence: Evidence): string => `${JSON.stringify(evidence, undefined, 2)}\n`
