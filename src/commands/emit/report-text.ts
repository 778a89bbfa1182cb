import { failureLines } from '../../command-line/failure-text.ts'
import { counted, printable } from '../../command-line/printable.ts'
import type { Colour, Paint } from '../../command-line/terminal.ts'
import { refusalText, stopWordLine } from '../../command-line/diagnostic-text.ts'
import { isAsDeclared } from './report.ts'
import type { OutputResult, OutputStatus, Report } from './report.ts'

const COLOURS: Readonly<Record<OutputStatus, Colour>> = {
  written: 'green',
  unchanged: 'dim',
  'up to date': 'green',
  differs: 'red',
  missing: 'red',
  'belongs to no stack': 'red',
  'may not lie there': 'red'
}

/** What came of one emitted file, in one line; its path is safe to print. */
const resultLine = (
  paint: Paint,
  { path, status, resources, sha256 }: Pick<OutputResult, 'path' | 'status' | 'resources' | 'sha256'>
): string =>
  [
    path,
    paint(COLOURS[status], status),
    ...(resources === undefined ? [] : [counted(resources, 'resource')]),
    ...(sha256 === undefined ? [] : [`sha256:${sha256}`])
  ].join('  ')

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

const STRANGE =
  'Move what may not lie there out of the folder: OpenTofu may read it beside the emitted file (J.6.2 §7). Keep a state (*.tfstate): it may be all that knows what an apply made, and preflight says how it is stored. Take it out of git too, where it was committed.'

const checkLines = (paint: Paint, { check, results }: Report): ReadonlyArray<string> => {
  const wrong = results.filter((result) => !isAsDeclared(result))
  if (!check || wrong.length === 0) return []
  const stray = wrong.filter((result) => result.status === 'belongs to no stack')
  const strange = wrong.filter((result) => result.status === 'may not lie there')
  const unlike = wrong.length - stray.length - strange.length
  return [
    `${paint('red', `${wrong.length} of ${results.length}`)} emitted files ${wrong.length === 1 ? 'is' : 'are'} not what the stacks declare; nothing was written`,
    ...(unlike > 0 ? ['  to do     npm run emit, read what git diff shows, and commit it'] : []),
    ...(strange.length > 0 ? [`  to do     ${STRANGE}`] : []),
    ...(stray.length > 0
      ? [
          '  to do     Bring back the stack file of the folder that belongs to no stack; docs/operator/retire.md says how a stack is retired. Delete the folder only if it was never applied: bucket, table and roles stay in AWS (J.6.2 §7), and people can still assume the roles.'
        ]
      : []),
    stopWordLine(unlike > 0 ? 'not-emitted' : strange.length > 0 ? 'beside-emitted' : 'belongs-to-no-stack')
  ]
}

/** Up to so many files are listed one by one: those of ten stacks. Each of them is listed, with any result. */
const FEW = 20

const isAsBefore = ({ status }: OutputResult): boolean => status === 'unchanged' || status === 'up to date'

/** How many files there are, and how many of them are of each status, in one line. */
const totalLine = (results: ReadonlyArray<OutputResult>): string => {
  const counts = Object.keys(COLOURS).flatMap((status) => {
    const count = results.filter((result) => result.status === status).length
    return count === 0 ? [] : [`${count} ${status}`]
  })
  return `${counted(results.length, 'file')}: ${counts.join(', ')}`
}

/** What stacks accept of their provider, a line for each, or of many one for all. */
const acceptedLines = (paint: Paint, accepted: Report['accepted'], isShort: boolean): ReadonlyArray<string> => {
  const [first, ...others] = accepted
  if (first === undefined) return []
  const more = isShort && others.length > 0 ? `, and ${counted(others.length, 'stack')} more` : ''
  return (isShort ? [first] : accepted).map(
    ({ source, awsProvider, proof }) =>
      `${paint('yellow', 'accepts')}  ${printable(source)}${more}: AWS provider ${awsProvider}, ${proof}`
  )
}

/**
 * The lines for stdout: what came of each file, then the differences. Of many files those that are as before are left
 * out unless all were asked for, and the last line counts them.
 */
export const resultLines = (paint: Paint, { results, accepted }: Report, isAll = false): ReadonlyArray<string> => {
  const isMany = results.length > FEW
  const listed = isMany && !isAll ? results.filter((result) => !isAsBefore(result)) : results
  return [
    ...listed.map((result) => resultLine(paint, { ...result, path: printable(result.path) })),
    ...results.flatMap(diffLines(paint)),
    ...(isMany ? [totalLine(results)] : []),
    ...acceptedLines(paint, accepted, isMany && !isAll)
  ]
}

/** The lines for stderr: the problems, and what to do about them. There are none when all went well. */
export const complaintLines = (paint: Paint, report: Report): ReadonlyArray<string> => [
  ...refusalText(paint, report.refusals),
  ...report.failures.flatMap((failure) => failureLines(paint, failure)),
  ...checkLines(paint, report)
]
