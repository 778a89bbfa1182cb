import type { FileFailure } from '../../ports/output-files.ts'
import { failureRemedy, failureText } from '../text/failure-text.ts'
import type { Paint } from '../text/paint.js'
import { printable } from '../text/printable.ts'
import { problemText } from '../text/problem-text.ts'
import { isAsDeclared } from './report.ts'
import type { OutputResult, Report } from './report.ts'
import { resultLine } from './result-line.js'

const diffLine =
  (paint: Paint) =>
  (line: string): string => {
    const text = printable(line, 2000)
    if (text.startsWith('+')) return paint('green', text)
    return text.startsWith('-') ? paint('red', text) : text
  }

const diffLines =
  (paint: Paint) =>
  ({ diff }: OutputResult): ReadonlyArray<string> =>
    diff === undefined ? [] : ['', ...diff.replace(/\n$/, '').split('\n').map(diffLine(paint))]

const failureLines =
  (paint: Paint) =>
  (failure: FileFailure): ReadonlyArray<string> => [
    paint('red', failureText(failure)),
    `  to do     ${paint('cyan', failureRemedy(failure))}`
  ]

const checkLines = (paint: Paint, { check, results }: Report): ReadonlyArray<string> => {
  const wrong = results.filter((result) => !isAsDeclared(result))
  if (!check || wrong.length === 0) return []
  const stray = wrong.filter((result) => result.status === 'belongs to no stack')
  return [
    `${paint('red', `${wrong.length} of ${results.length}`)} emitted files are not what the stacks declare; nothing was written`,
    ...(wrong.length > stray.length ? ['  to do     npm run emit, read what git diff shows, and commit it'] : []),
    ...(stray.length > 0
      ? ['  to do     delete the folder that belongs to no stack, or bring its stack file back']
      : [])
  ]
}

/** The lines for stdout: what came of each file, then the differences. */
export const resultLines = (paint: Paint, { results }: Report): ReadonlyArray<string> => [
  ...results.map((result) => resultLine(paint, { ...result, path: printable(result.path) })),
  ...results.flatMap(diffLines(paint))
]

/** The lines for stderr: what stands in the way and what to do about it; none when all went well. */
export const complaintLines = (paint: Paint, report: Report): ReadonlyArray<string> => [
  ...problemText(paint, report.refusals),
  ...report.failures.flatMap(failureLines(paint)),
  ...checkLines(paint, report)
]
