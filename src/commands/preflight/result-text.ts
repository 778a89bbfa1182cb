import { pinnedRelease } from '../../declaration/versions.ts'
import { PLANNED } from './checks/bucket-policy.ts'
import { type CheckName, checkNames } from './check-names.ts'
import type { CheckResult, Preflight } from './result.ts'
import { counted, printable } from '../../command-line/printable.ts'
import type { Paint } from '../../command-line/terminal.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import { folded } from '../../diagnostics/folded.ts'
import type { Subject } from './subject.ts'
import { nextCommands } from '../../command-line/route.ts'
import { diagnosticsLines, explainLines, foldedLines } from '../../command-line/diagnostic-text.ts'

/** What is known of a check at a moment. */
export type Row =
  | { readonly _tag: 'Due' }
  | { readonly _tag: 'Running' }
  | { readonly _tag: 'Waiting'; readonly until: string }
  | { readonly _tag: 'Ended'; readonly result: CheckResult }

const WIDTH = Math.max(...checkNames.map((name) => name.length))
const NARROW = 100

/** What is proven, where the last thing that was seen does not say it by itself. */
const inWords: Readonly<Partial<Record<CheckName, string>>> = {
  'working-directory': 'OpenTofu reads this file and nothing else; no local state',
  bucket: 'owned by the account, in the region, hardened as declared',
  'lock-table': 'active, protected, restorable, the key of AWS, no replica or stream',
  'lock-works': 'taken, refused to a second holder, released, gone'
}

/** What passed although a plan is still to bring it to what is declared. */
const plannedIn = (result: CheckResult): ReadonlyArray<string> =>
  result._tag === 'Proven'
    ? result.findings.flatMap(({ rule, actual }) => (rule === PLANNED ? [`its policy is ${actual}`] : []))
    : []

const refusedIn = (findings: ReadonlyArray<Finding>): ReadonlyArray<Diagnostic> =>
  findings.flatMap((finding) => (finding.outcome === 'failed' ? [finding] : []))

const resultText = (paint: Paint, result: CheckResult): string => {
  switch (result._tag) {
    case 'Proven':
      return `${paint('green', 'proven ')}  ${paint('dim', printable(plannedIn(result)[0] ?? inWords[result.check] ?? result.findings.at(-1)?.actual ?? '', NARROW))}`
    case 'Refused': {
      const refusals = folded(refusedIn(result.findings))
      return `${paint('red', 'refused')}  ${counted(refusals.length, 'finding')}: ${[...new Set(refusals.map(({ rule }) => rule))].join(', ')}`
    }
    case 'NotRun':
      return `${paint('yellow', 'not run')}  because ${result.because} is not proven`
    default:
      return result satisfies never
  }
}

const rowText = (paint: Paint, row: Row): string => {
  switch (row._tag) {
    case 'Due':
      return paint('dim', 'due')
    case 'Running':
      return paint('cyan', 'running')
    case 'Waiting':
      return `${paint('cyan', 'waiting')}  until ${row.until}`
    case 'Ended':
      return resultText(paint, row.result)
    default:
      return row satisfies never
  }
}

/** One line of the table: the check, what came of it, and in a few words what was seen. */
export const rowLine = (paint: Paint, check: CheckName, row: Row): string =>
  `  ${check.padEnd(WIDTH)}  ${rowText(paint, row)}`

/** What refuses, each cause once, below the check that met it first. Another check that met it is said by its rule. */
const refusals = (paint: Paint, results: ReadonlyArray<CheckResult>): ReadonlyArray<string> => {
  const found = results.flatMap((result) =>
    result._tag === 'Refused' ? refusedIn(result.findings).map((one) => ({ ...one, check: result.check })) : []
  )
  const causes = folded(found)
  return causes.flatMap((cause, index) => [
    ...(causes[index - 1]?.check === cause.check ? [] : [paint('bold', cause.check)]),
    ...foldedLines(paint, cause),
    ...(causes[index + 1]?.check === cause.check ? [] : explainLines([cause]))
  ])
}

const next = ({ source, file: { stack }, route }: Subject): ReadonlyArray<string> =>
  nextCommands({ source, stack, route }, ['plan', 'apply'])

const foreseenLines = (paint: Paint, guard: ReadonlyArray<Diagnostic>): ReadonlyArray<string> =>
  guard.length === 0
    ? []
    : ['', paint('yellow', 'npm run tofu would refuse plan and apply now:'), ...diagnosticsLines(paint, guard)]

/** How well the declared provider is known, which AWS cannot be asked. Nothing above is proven of a release that no test has run. */
const providerLine = (paint: Paint, { wanted: { declaration } }: Subject): string => {
  const { version, proof } = pinnedRelease(declaration.versions)
  return `  ${'the provider'.padEnd(WIDTH)}  ${paint(proof === 'proven by run' ? 'dim' : 'yellow', `declared as AWS provider ${version}: ${proof}`)}`
}

/** What is said below the table: what refuses and what to do about it, or the commands to type next. */
export const verdictLines = (
  paint: Paint,
  subject: Subject,
  { results, verdict }: Preflight,
  guard: ReadonlyArray<Diagnostic>
): ReadonlyArray<string> => {
  const provider = providerLine(paint, subject)
  if (verdict === 'refused')
    return [provider, '', ...refusals(paint, results), paint('red', `refused: ${subject.source}`)]
  const planned = results
    .flatMap(plannedIn)
    .map((text) => `A plan of the bootstrap principal changes the bucket: ${printable(text)}`)
  return verdict === 'proven'
    ? [
        provider,
        '',
        ...planned,
        paint('green', `everything is proven: ${subject.source}`),
        ...next(subject),
        ...foreseenLines(paint, guard)
      ]
    : [provider, '', paint('green', 'proven'), 'This is one check; before an apply run all of them.']
}
