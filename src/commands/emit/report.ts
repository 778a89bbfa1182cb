import type { AcceptedProof } from '../../declaration/versions.ts'
import type { FileFailure } from '../../outside/files/files.port.ts'
import type { Refusal } from '../../command-line/diagnostic-text.ts'

export type OutputStatus = 'written' | 'unchanged' | 'up to date' | 'differs' | 'missing' | 'belongs to no stack'

/** What came of one emitted file. A page has no resources; a file that belongs to no stack has no source and no digest either. */
export type OutputResult = {
  readonly path: string
  readonly status: OutputStatus
  readonly source: string | undefined
  readonly resources: number | undefined
  /** Of the UTF-8 bytes that the stack emits, 64 hexadecimal digits. */
  readonly sha256: string | undefined
  /** From the committed file to what the stack emits; only with the status `differs`. */
  readonly diff: string | undefined
}

/** What a stack accepts of a release of the provider that no end-to-end test was run with. */
export type Accepted = { readonly source: string; readonly awsProvider: string; readonly proof: AcceptedProof }

/** All that one run of emit found and did. With a refusal there are no results: nothing was read or written. */
export type Report = {
  readonly check: boolean
  readonly results: ReadonlyArray<OutputResult>
  readonly refusals: ReadonlyArray<Refusal>
  readonly failures: ReadonlyArray<FileFailure>
  /** Of the stacks that were named and are valid, those that accept a release which is not proven by run. */
  readonly accepted: ReadonlyArray<Accepted>
}

const AS_DECLARED: ReadonlySet<OutputStatus> = new Set(['written', 'unchanged', 'up to date'])

/** True for a file that now holds exactly what its stack declares. */
export const isAsDeclared = (result: OutputResult): boolean => AS_DECLARED.has(result.status)

/** 0 when every named stack is emitted as declared, 1 when anything blocks that. */
export const exitCode = (report: Report): 0 | 1 =>
  report.refusals.length === 0 && report.failures.length === 0 && report.results.every(isAsDeclared) ? 0 : 1
