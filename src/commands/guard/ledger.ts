import { pinnedRelease } from '../../declaration/versions.ts'
import { callingRole } from '../../caller/seen-role.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { GuardEvent } from './event.ts'
import { VersionId } from './forms.ts'
import type { Evidence } from './evidence.ts'
import type { GuardSubject } from './ports.ts'
import { type StateAt, stateAt } from './saved-plan.ts'

/** What is known of a run at any moment: its evidence, but for what only its end tells. */
export type Ledger = Omit<Evidence, 'schema' | 'program' | 'sandbox' | 'completed' | 'began' | 'ended' | 'outcome'>

/** What is known before anything was done: what the command line names. */
export const emptyLedger = ({ command, stack }: Pick<Ledger, 'command' | 'stack'>): Ledger => ({
  command,
  stack,
  declared: null,
  caller: null,
  commit: null,
  file: null,
  tofu: null,
  providers: null,
  plan: null,
  checks: [],
  findings: [],
  confirmed: false,
  applied: false,
  runs: [],
  state: { before: null, after: null }
})

/** The same once the stack was emitted. */
export const emitted = (ledger: Ledger, { subject: { file, wanted } }: Pick<GuardSubject, 'subject'>): Ledger => {
  const { account, region, versions } = wanted.declaration
  return {
    ...ledger,
    stack: file.stack,
    declared: { account, region: region.aws, provider: pinnedRelease(versions) },
    file: { path: file.path, sha256: null }
  }
}

type Of = Ledger['findings'][number]['of']

const found = (of: Of, findings: ReadonlyArray<Finding>): Ledger['findings'] =>
  findings.map(({ rule, clause, outcome }) => ({ of, id: rule, clause, outcome }))

/** A state without its lineage; a version id of another form than S3's is left out. */
const seen = (state: StateAt): Ledger['state']['after'] =>
  state === null ? null : { serial: state.serial, versionId: VersionId.is(state.versionId) ? state.versionId : null }

type Recorded = Ledger['runs'][number]['command']

const isRecorded = (command: string): command is Recorded =>
  ['init', 'plan', 'show', 'apply'].some((known) => known === command)

/** What is known after a moment more. Of two preflights the later one counts. */
export const noted = (ledger: Ledger, event: GuardEvent, { subject }: Pick<GuardSubject, 'subject'>): Ledger => {
  switch (event._tag) {
    case 'Preflighted':
      return {
        ...ledger,
        checks: event.results.map(({ check, _tag }) => ({ check, outcome: _tag })),
        findings: [
          ...event.results.flatMap((result) => (result._tag === 'NotRun' ? [] : found('preflight', result.findings))),
          ...ledger.findings.filter(({ of }) => of !== 'preflight')
        ]
      }
    case 'Proven': {
      const before = seen(stateAt(event.proven.state))
      return {
        ...ledger,
        caller: callingRole(subject.wanted.declaration, event.proven),
        commit: event.proven.commit,
        state: { before, after: before }
      }
    }
    case 'Equipped':
      return { ...ledger, tofu: event.tofu, file: { path: subject.file.path, sha256: event.fileSha256 } }
    case 'Locked':
      return { ...ledger, providers: event.providers }
    case 'Judged':
      return { ...ledger, findings: [...ledger.findings, ...found('plan', event.judged.findings)] }
    case 'Planned':
      return { ...ledger, plan: { sha256: event.planSha256, hasChanges: event.hasChanges } }
    case 'Confirmed':
      return { ...ledger, confirmed: true }
    case 'Applying':
      return { ...ledger, applied: true, state: { ...ledger.state, after: null } }
    case 'Ran': {
      const { command, end } = event
      if (!isRecorded(command)) return ledger
      const run = { command, exitCode: end.code, interrupts: end.interrupts, terminalGone: end.isTerminalGone }
      return { ...ledger, runs: [...ledger.runs, run] }
    }
    case 'After':
      return {
        ...ledger,
        findings: [...ledger.findings, ...found('afterwards', event.findings)],
        state: event.state === undefined ? ledger.state : { ...ledger.state, after: seen(event.state) }
      }
    case 'Running':
    case 'NotPlanned':
    case 'Saved':
      return ledger
    default:
      return event satisfies never
  }
}
