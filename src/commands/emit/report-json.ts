import type { Sha256 } from '../../diagnostics/kinds.ts'
import type { FileFailure } from '../../outside/files/files.port.ts'
import { failureRemedy, failureText, failureWords } from '../../command-line/failure-text.ts'
import { jsonText } from '../../command-line/printable.ts'
import { type Elsewhere, folded } from '../../diagnostics/folded.ts'
import { exitCode } from './report.ts'
import type { Refusal } from '../../command-line/diagnostic-text.ts'
import type { OutputResult, Report } from './report.ts'

/** What `--json` prints. Every key is always there; `null` means that there is nothing to say. */
export type ReportDocument = {
  /** Of this shape: a new number when a key goes away or changes its meaning. */
  readonly version: 1
  readonly mode: 'write' | 'check'
  readonly exitCode: 0 | 1
  readonly files: ReadonlyArray<{
    readonly path: string
    readonly status: OutputResult['status']
    readonly source: string | null
    readonly resources: number | null
    readonly sha256: Sha256<'the emitted file'> | null
    readonly diff: string | null
  }>
  readonly problems: ReadonlyArray<{
    /** The stack that is refused. */
    readonly source: string
    readonly rule: string
    readonly clause: string
    /** Names and indices into the declaration; null when the file could not be made into a stack. */
    readonly at: ReadonlyArray<string | number> | null
    /**
     * The file that could not be loaded, where that is the problem. `line` and `column` are the place in it, where one is
     * known.
     */
    readonly file: string | null
    readonly line: number | null
    readonly column: number | null
    readonly expected: string
    readonly actual: string
    readonly remedy: string
    /** Where else the same is to be done, at most 50, and how many places there are beyond them. */
    readonly also: ReadonlyArray<{
      readonly at: ReadonlyArray<string | number> | null
      readonly file: string | null
      readonly line: number | null
      readonly column: number | null
      readonly actual: string
    }>
    readonly more: number
  }>
  /** The stacks that accept a release of the provider which is not proven by run. */
  readonly accepted: ReadonlyArray<{ readonly source: string; readonly awsProvider: string; readonly proof: string }>
  readonly failures: ReadonlyArray<{
    readonly path: string
    readonly action: string | null
    readonly code: string | null
    readonly message: string
    readonly remedy: string
    /** What `explain` answers. */
    readonly word: string
  }>
}

const fileOf = (result: OutputResult): ReportDocument['files'][number] => ({
  path: result.path,
  status: result.status,
  source: result.source ?? null,
  resources: result.resources ?? null,
  sha256: result.sha256 ?? null,
  diff: result.diff ?? null
})

const whereOf = ({ at, source, place }: Elsewhere) => ({
  at: at ?? null,
  file: source ?? null,
  line: place?.line ?? null,
  column: place?.column ?? null
})

const problemsOf = ({ source, problems }: Refusal): ReportDocument['problems'] =>
  folded(problems).map((problem) => ({
    source,
    rule: problem.rule,
    clause: problem.clause,
    ...whereOf(problem),
    expected: problem.expected,
    actual: problem.actual,
    remedy: problem.remedy,
    also: problem.also.map((other) => ({ ...whereOf(other), actual: other.actual })),
    more: problem.more
  }))

const failureOf = (failure: FileFailure): ReportDocument['failures'][number] => ({
  path: failure.path,
  action: failure._tag === 'SystemRefused' ? failure.action : null,
  code: failure._tag === 'SystemRefused' ? failure.code : null,
  message: failureText(failure),
  remedy: failureRemedy(failure),
  word: failureWords[failure._tag]
})

const document = (report: Report): ReportDocument => ({
  version: 1,
  mode: report.check ? 'check' : 'write',
  exitCode: exitCode(report),
  files: report.results.map(fileOf),
  problems: report.refusals.flatMap(problemsOf),
  accepted: report.accepted.map(({ source, awsProvider, proof }) => ({ source, awsProvider, proof })),
  failures: report.failures.map(failureOf)
})

/** The report as one JSON document. */
export const reportJson = (report: Report): string => jsonText(document(report))
