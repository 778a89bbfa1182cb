import type { GuardEvent } from './event.ts'
import { PLAN_MINUTES } from './may-apply.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import { counted } from '../../command-line/counted.ts'
import { objectionLines } from '../../command-line/objection-text.ts'
import type { Paint } from '../../command-line/paint.ts'
import { printable } from '../../command-line/printable.ts'

const refusals = (paint: Paint, findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  findings.flatMap((finding) => (finding.outcome === 'failed' ? objectionLines(paint, finding) : []))

const judgedLines = (paint: Paint, findings: ReadonlyArray<Finding>): ReadonlyArray<string> => {
  const failed = findings.filter(({ outcome }) => outcome === 'failed')
  return failed.length === 0
    ? [paint('green', `the plan passes: ${counted(findings.length, 'finding')}, none refuses`), '']
    : [...refusals(paint, findings)]
}

const afterLines = (paint: Paint, findings: ReadonlyArray<Finding>): ReadonlyArray<string> => [
  '',
  ...findings
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ id, actual }) => `  ${paint('green', 'proven')}  ${id}: ${printable(actual)}`),
  ...refusals(paint, findings)
]

/** The lines that a moment of a run is worth; none for those that are shown otherwise. */
export const eventLines = (paint: Paint, event: GuardEvent, source: string): ReadonlyArray<string> => {
  switch (event._tag) {
    case 'Preflighted':
      return event.results.flatMap((result) => (result._tag === 'Refused' ? refusals(paint, result.findings) : []))
    case 'Equipped':
      return [
        `  tofu      ${printable(event.path)}, OpenTofu ${event.tofu.version}`,
        `            sha256 ${event.tofu.sha256}`
      ]
    case 'Running':
      return [paint('dim', `  running   tofu ${event.command}`)]
    case 'Judged':
      return ['', ...event.judged.table, '', ...judgedLines(paint, event.judged.findings)]
    case 'Planned':
      return event.hasChanges ? [] : [paint('green', 'there is nothing to apply')]
    case 'Saved':
      return [
        '',
        `The plan is kept for ${PLAN_MINUTES} minutes. When you have read it, apply it by hand (J.7.0 §2):`,
        `  npm run tofu -- ${source} apply`
      ]
    case 'After':
      return afterLines(paint, event.findings)
    case 'Proven':
    case 'Locked':
    case 'Ran':
    case 'Confirmed':
    case 'Applying':
      return []
    default:
      return event satisfies never
  }
}
