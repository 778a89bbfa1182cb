import type { Sha256 } from '../../diagnostics/kinds.ts'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { AcceptedProof } from '../../declaration/versions.ts'
import type { FileFailure } from '../../outside/files/files.port.ts'
import type { Refusal } from '../../command-line/diagnostic-text.ts'

/** What every emitted file has. A page has no resources; the digest is of the UTF-8 bytes, 64 hexadecimal digits. */
type Emitted = {
  readonly path: string
  readonly source: string
  readonly resources: number | undefined
  readonly sha256: Sha256<'the emitted file'>
}

/** A file of which nothing else is said. */
type Settled = Emitted & {
  readonly status: 'written' | 'unchanged' | 'up to date' | 'missing'
  readonly diff: undefined
}

/** A file that is not what its stack emits. The difference leads from the committed file to it. */
type Differing = Emitted & { readonly status: 'differs'; readonly diff: string }

/**
 * What lies in `out/` and no stack emits. Its folder belongs to no stack, or it lies beside the files of one. It has no source
 * and no digest.
 */
export type Stray = {
  readonly path: string
  readonly status: 'belongs to no stack' | 'may not lie there'
  readonly source: undefined
  readonly resources: undefined
  readonly sha256: undefined
  readonly diff: undefined
}

/** What came of one file in `out/`. */
export type OutputResult = Settled | Differing | Stray

export type OutputStatus = OutputResult['status']

/** What a stack accepts of a release of the provider that no end-to-end test was run with. */
export type Accepted = { readonly source: string; readonly awsProvider: string; readonly proof: AcceptedProof }

/** A run that judged every named stack and refused none of them. */
export type Done = {
  readonly check: boolean
  readonly results: ReadonlyArray<OutputResult>
  readonly refusals: readonly []
  readonly failures: ReadonlyArray<FileFailure>
  /** The stacks of this run that accept a release which is not proven by run. */
  readonly accepted: ReadonlyArray<Accepted>
}

/** A run that refused a stack. No emitted file was read or written. */
export type Refused = {
  readonly check: boolean
  readonly results: readonly []
  readonly refusals: ReadonlyNonEmptyArray<Refusal>
  readonly failures: readonly []
  readonly accepted: readonly []
}

/** All that one run of emit found and did. */
export type Report = Done | Refused

const AS_DECLARED: ReadonlySet<OutputStatus> = new Set(['written', 'unchanged', 'up to date'])

/** True for a file that now holds exactly what its stack declares. */
export const isAsDeclared = (result: OutputResult): boolean => AS_DECLARED.has(result.status)

/** 0 when every named stack is emitted as declared, 1 when anything blocks that. */
export const exitCode = (report: Report): 0 | 1 =>
  report.refusals.length === 0 && report.failures.length === 0 && report.results.every(isAsDeclared) ? 0 : 1
