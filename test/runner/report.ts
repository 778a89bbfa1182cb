/** What one test file came to. Green only with no fault, no failure, nothing skipped and at least one test passed. */
export type FileReport = {
  readonly file: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What uvu says of its failed tests: names, messages, diffs. */
  readonly failures: ReadonlyArray<string>
  /** What is wrong with the file beyond a failed test: a suite that never ran, an error that uvu swallowed. */
  readonly faults: ReadonlyArray<string>
  /** What the file's code wrote while it ran, uvu's own marks included. */
  readonly output: string
}

/** What a process says when a file is done; one that is spent takes no other file. */
export type Answer = { readonly report: FileReport; readonly spent: boolean }

/** The report on a file whose process ended, or was ended, before it could report. */
export const lost = (file: string, why: string): FileReport => ({
  file,
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [],
  faults: [why],
  output: ''
})

export const isGreen = (report: FileReport): boolean =>
  report.faults.length === 0 && report.failed === 0 && report.skipped === 0 && report.passed > 0

export type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** The sum over all files. A red file in which no test failed counts as one failure. */
export const total = (reports: ReadonlyArray<FileReport>): Totals => ({
  passed: reports.reduce((sum, { passed }) => sum + passed, 0),
  failed: reports.reduce((sum, report) => sum + failuresOf(report), 0),
  skipped: reports.reduce((sum, { skipped }) => sum + skipped, 0)
})

const failuresOf = (report: FileReport): number =>
  report.failed === 0 && report.skipped === 0 && !isGreen(report) ? 1 : report.failed

/** One line for a green file; for a red one all that is known. */
export const describe = (report: FileReport, seconds: number): string =>
  isGreen(report)
    ? `ok    ${report.file} (${report.passed} passed, ${seconds.toFixed(1)} s)`
    : [
        `FAIL  ${report.file} (${report.passed} passed, ${failuresOf(report)} failed, ${report.skipped} skipped)`,
        ...report.faults.map((fault) => indent(`! ${fault}`)),
        ...report.failures.map((failure) => indent(failure.trimEnd())),
        ...(report.output.trim() === '' ? [] : [indent(`output: ${report.output.trim()}`)])
      ].join('\n')

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '      ')
