import type { CommitId, Sha256 } from '../../diagnostics/kinds.ts'
import { type OriginDocument, type Sourced, originDocument } from '../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import { type Proof, pinnedRelease } from '../../declaration/versions.ts'
import { type CallingRole, callingRole } from '../../caller/seen-role.ts'
import type { CheckName } from './check-names.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type Finding, inDocument } from '../../diagnostics/finding.ts'
import { type Folded, folded } from '../../diagnostics/folded.ts'
import type { CheckResult, Preflight } from './result.ts'
import type { Subject } from './subject.ts'

/** What `--json` prints: evidence. Every key is always there; `null` means that there is nothing to say. */
export type PreflightDocument = {
  /** Of this shape: a new number when a key goes away or changes its meaning. */
  readonly version: 2
  readonly passed: boolean
  /** The one check that was asked for, or null for all. */
  readonly only: CheckName | null
  /** RFC 3339 in UTC. */
  readonly time: string
  readonly stack: string
  readonly source: string
  /** What the stack declares. The checks say whether that is true. */
  readonly declared: {
    readonly phase: string
    readonly account: string
    readonly environment: string
    readonly region: string
    readonly provider: { readonly version: string; readonly proof: Proof }
  }
  /** The digest is null where no check proved that the file holds what the stack emits. */
  readonly file: { readonly path: string; readonly sha256: Sha256<'the emitted file'> | null }
  readonly commit: CommitId | null
  /** Who asked, as AWS says it and as the stack declares it. The session's name is left out: it is often a person's address. */
  readonly caller: CallingRole | null
  readonly proxy: string | null
  readonly checks: ReadonlyArray<{
    readonly name: CheckName
    readonly outcome: 'proven' | 'refused' | 'not run'
    readonly because: CheckName | null
    readonly findings: ReadonlyArray<{
      readonly id: string
      readonly outcome: Finding['outcome']
      readonly clause: string
      readonly expected: string
      readonly actual: string
      /** Where it was seen: the answer of AWS by its call, a variable, a file and its line. */
      readonly from: OriginDocument
      readonly remedy: string | null
      /** What else was found that has the same cause and remedy, with its rule if another; at most 50. `more` counts those beyond. */
      readonly also: ReadonlyArray<string>
      readonly more: number
    }>
  }>
  /** What the guard would refuse of a plan or apply now, although all checks passed. Empty where one did not. */
  readonly guard: ReadonlyArray<{
    readonly id: string
    readonly clause: string
    readonly expected: string
    readonly actual: string
    readonly from: OriginDocument
    readonly remedy: string
  }>
  readonly state: { readonly serial: number; readonly lineage: string; readonly versionId: string | null } | null
}

const outcomes = { Proven: 'proven', Refused: 'refused', NotRun: 'not run' } as const

const findingOf = (finding: Folded<Finding>): PreflightDocument['checks'][number]['findings'][number] => ({
  id: finding.rule,
  outcome: finding.outcome,
  clause: finding.clause,
  expected: finding.expected,
  actual: inDocument(finding),
  from: originDocument(finding.from),
  remedy: finding.outcome === 'failed' ? finding.remedy : null,
  also: finding.also.map((other) =>
    other.rule === finding.rule ? inDocument(other) : `${other.rule}: ${inDocument(other)}`
  ),
  more: finding.more
})

const checkOf = (result: CheckResult): PreflightDocument['checks'][number] => ({
  name: result.check,
  outcome: outcomes[result._tag],
  because: result._tag === 'NotRun' ? result.because : null,
  findings: result._tag === 'NotRun' ? [] : folded(result.findings).map(findingOf)
})

type About = {
  readonly only: CheckName | undefined
  readonly time: string
  readonly sha256: Sha256<'the emitted file'>
  readonly guard: ReadonlyArray<Sourced<Diagnostic>>
}

/**
 * A run as a document: `time` is when it began, `sha256` that of the bytes that the stack emits. It stands there for those of
 * the file only where `reviewed-file` proved that they are the same.
 */
export const preflightDocument = (
  { wanted: { declaration }, file, source, route }: Subject,
  { results, verdict, commit, called, state }: Preflight,
  { only, time, sha256, guard }: About
): PreflightDocument => ({
  version: 2,
  passed: verdict !== 'refused',
  only: only ?? null,
  time,
  stack: file.stack,
  source,
  declared: {
    phase: declaration.phase,
    account: declaration.account,
    environment: declaration.environment,
    region: declaration.region.aws,
    provider: pinnedRelease(declaration.versions)
  },
  file: {
    path: file.path,
    sha256: results.some(({ check, _tag }) => check === 'reviewed-file' && _tag === 'Proven') ? sha256 : null
  },
  commit: O.toNullable(commit),
  caller: O.isNone(called) ? null : callingRole(declaration, called.value),
  proxy: route.proxy ?? null,
  checks: results.map(checkOf),
  guard: guard.map(({ rule: id, clause, expected, actual, unnamed, from, remedy }) => ({
    id,
    clause,
    expected,
    actual: inDocument({ actual, unnamed }),
    from: originDocument(from),
    remedy
  })),
  state: O.isNone(state)
    ? null
    : {
        serial: state.value.serial,
        lineage: state.value.lineage,
        versionId: state.value.versionId ?? null
      }
})
