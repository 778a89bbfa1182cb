import type { Finding } from '../../diagnostics/finding.ts'

/** A plan that was judged, and how it is shown. One that has a failed finding is refused. */
export type Judged = {
  readonly findings: ReadonlyArray<Finding>
  /** What the plan's JSON says of the OpenTofu that wrote it. */
  readonly tofuVersion: unknown
  readonly hasChanges: boolean
  /** What it will change, for a person. */
  readonly table: ReadonlyArray<string>
  /** Its numbers in one line, for the question: `Plan: 0 to add, 1 to change, 0 to destroy.` */
  readonly counts: string
}
