import type { CheckResult, Preflight } from './result.ts'
import type { Subject } from './subject.ts'
import { nextCommands } from '../../command-line/route.ts'
import { objectionLines } from '../../command-line/problem-text.ts'
import type { Paint } from '../../command-line/terminal.ts'

const refusals = (paint: Paint, result: CheckResult): ReadonlyArray<string> =>
  result._tag === 'Refused'
    ? [
        paint('bold', result.check),
        ...result.findings.flatMap((finding) => (finding.outcome === 'failed' ? objectionLines(paint, finding) : []))
      ]
    : []

const next = ({ source, file: { stack }, route }: Subject): ReadonlyArray<string> =>
  nextCommands({ source, stack, route }, ['plan', 'apply'])

/** What is said below the table: what refuses and what to do about it, or the commands to type next. */
export const verdictLines = (
  paint: Paint,
  subject: Subject,
  { results, isPassed }: Preflight,
  isWhole: boolean
): ReadonlyArray<string> => {
  const refused = results.flatMap((result) => refusals(paint, result))
  if (!isPassed) return ['', ...refused, paint('red', `refused: ${subject.source}`)]
  return isWhole
    ? ['', paint('green', `everything is proven: ${subject.source}`), ...next(subject)]
    : ['', paint('green', 'proven'), 'This is one check; before an apply run all of them.']
}
