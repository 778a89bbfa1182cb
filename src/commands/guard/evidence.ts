import { RoleArn } from '../../declaration/arn.ts'
import { SeenRole } from '../../caller/seen-role.ts'
import * as t from 'io-ts'
import { redactedJson } from '../../charter/redacted.ts'
import { AcceptedProof } from '../../declaration/versions.ts'
import { closedRecord } from '../../diagnostics/closed.ts'
import {
  AccountId,
  ClauseName,
  CommitId,
  EmittedPath,
  Instant,
  PackageHash,
  ProviderRelease,
  RegionCode,
  RuleId,
  sha256Of,
  StackName,
  VersionId
} from './forms.ts'
import { TofuUsed } from './saved-plan.ts'

export const EVIDENCE_SCHEMA = 'zenthea-foundation/evidence/4'

const orNull = <C extends t.Mixed>(codec: C) => t.union([t.null, codec])

/** Why a run ended. `NotCompleted` is written while the run is under way, and `NotUnderstood` is about a command line. */
const Reason = t.keyof({
  Done: null,
  NotClean: null,
  NotCompleted: null,
  Interrupted: null,
  NotUnderstood: null,
  NotEmitted: null,
  NotAllowed: null,
  NotProven: null,
  NoTofu: null,
  NotReadable: null,
  NotKept: null,
  PlanRefused: null,
  NotConfirmed: null,
  TofuFailed: null
})

const StateSeen = orNull(closedRecord({ serial: t.number, versionId: orNull(VersionId) }))

const outcome = t.keyof({ passed: null, failed: null })

/**
 * The document that a run leaves from its first moment on. It says who, which account, which commit, which file, which tofu,
 * which provider, which plan, what was found, how it ended, and the state before and after. It holds no secret and no name
 * of a person or of a session. Of a finding it holds only the rule and the outcome: the words of a finding may name the
 * person who holds a lock.
 */
export const Evidence = closedRecord({
  schema: t.literal(EVIDENCE_SCHEMA),
  /** The SHA-256 that names this program; `--version` prints it too. */
  program: sha256Of<'the program'>(),
  /** Whether it was a rehearsal (`npm run sandbox`). Then no account of AWS was asked, and it is not a proof of anything. */
  sandbox: t.boolean,
  /** Null where the command line named none of the three. */
  command: orNull(t.keyof({ init: null, plan: null, apply: null })),
  /** Whether the run came to its end. It is false as long as the run lasts, and for ever where it crashed or was killed. */
  completed: t.boolean,
  /** RFC 3339 in UTC; `ended` is null where it is not completed. */
  began: Instant,
  ended: orNull(Instant),
  /** As the command line names it; null where it names none. */
  stack: orNull(StackName),
  /** What the stack says of itself, not observed anywhere; null where the stack could not be emitted. */
  declared: orNull(
    closedRecord({
      account: AccountId,
      region: RegionCode,
      /** The release of the AWS provider, and how well it is known. */
      provider: closedRecord({
        version: ProviderRelease,
        proof: t.union([t.literal('proven by run'), AcceptedProof])
      })
    })
  ),
  /** The role that called: as AWS said it, without a session, and as the stack declares it. Null where it is not known. */
  caller: orNull(
    closedRecord({
      kind: t.keyof({ 'bootstrap principal': null, 'operator role': null }),
      seen: SeenRole,
      declared: RoleArn
    })
  ),
  /** The full id of the git commit. */
  commit: orNull(CommitId),
  /** `sha256` is null where the file was not read; the whole where there is none. */
  file: orNull(closedRecord({ path: EmittedPath, sha256: orNull(sha256Of<'the emitted file'>()) })),
  tofu: orNull(TofuUsed),
  /** Of `.terraform.lock.hcl`. */
  providers: orNull(closedRecord({ sha256: sha256Of<'the lock file'>(), hashes: t.readonlyArray(PackageHash) })),
  plan: orNull(closedRecord({ sha256: sha256Of<'the plan'>(), hasChanges: t.boolean })),
  /** The checks of preflight, in their order. */
  checks: t.readonlyArray(
    closedRecord({ check: RuleId, outcome: t.keyof({ Proven: null, Refused: null, NotRun: null }) })
  ),
  /** Of preflight, of the judge of the plan, and of the look afterwards. */
  findings: t.readonlyArray(
    closedRecord({
      of: t.keyof({ preflight: null, plan: null, afterwards: null }),
      id: RuleId,
      clause: ClauseName,
      outcome
    })
  ),
  /** Whether a person typed the name of the environment. */
  confirmed: t.boolean,
  /** Whether tofu was let loose on AWS. */
  applied: t.boolean,
  /** Each command of tofu that was run on the stack, with its exit code. */
  runs: t.readonlyArray(
    closedRecord({
      command: t.keyof({ init: null, plan: null, show: null, apply: null }),
      exitCode: t.number,
      interrupts: t.number,
      terminalGone: t.boolean
    })
  ),
  /** Why it ended, and the exit code of the guard. */
  outcome: closedRecord({ reason: Reason, objections: t.readonlyArray(RuleId), exitCode: t.number }),
  /** Serial and version id of the state; null where there is none or it is not known. Its lineage is a text of anybody. */
  state: closedRecord({ before: StateSeen, after: StateSeen })
})
export type Evidence = t.TypeOf<typeof Evidence>

/**
 * The evidence as it is stored, without anything that looks like a credential or a personal datum. It does not matter who
 * put that there. Evidence that is not of the form that it promises is a defect, and is written nowhere.
 */
export const writtenEvidence = (evidence: Evidence): string => {
  if (!Evidence.is(evidence)) throw new TypeError('the evidence is not of the form that it promises')
  return `${JSON.stringify(redactedJson(evidence), undefined, 2)}\n`
}
