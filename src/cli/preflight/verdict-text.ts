import type { CheckResult, Preflight } from '../../preflight/result.ts'
import type { Subject } from '../../preflight/subject.ts'
import { routeExports } from '../../identity/route-exports.ts'
import { objectionLines } from '../text/objection-text.ts'
import type { Paint } from '../text/paint.ts'

const refusals = (paint: Paint, result: CheckResult): ReadonlyArray<string> =>
  result._tag === 'Refused'
    ? [
        paint('bold', result.check),
        ...result.findings.flatMap((finding) => (finding.outcome === 'failed' ? objectionLines(paint, finding) : []))
      ]
    : []

/** The commands that a person types next, in the folder of the stack. */
const next = ({ file: { stack }, route }: Subject): ReadonlyArray<string> => [
  'Next, by hand (J.7.0 §2), in this shell:',
  ...[...routeExports(route), `tofu -chdir=out/${stack} plan`, `tofu -chdir=out/${stack} apply`].map(
    (line) => `  ${line}`
  )
]

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
