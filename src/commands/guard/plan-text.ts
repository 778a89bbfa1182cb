import { type Drift, driftsOf } from '../../plan/drift.ts'
import { accessSentences } from '../../access/sentences.ts'
import { type Place, type PlanAccess, accessOutside, plannedAccess } from '../../plan/access-in-plan.ts'
import { type Plan, type PlanCounts, changesOf, countsOf, isEmptyPlan } from '../../plan/plan-form.ts'
import type { Paint } from '../../command-line/terminal.ts'
import { printable } from '../../command-line/printable.ts'
import { toldLine } from '../../command-line/told-line.ts'
import { type Row, rowOf } from './change-text.ts'

/** The numbers of a plan in the words of tofu itself. So a reader can compare the two. */
export const countText = ({ imported, added, changed, destroyed, forgotten }: PlanCounts): string =>
  `Plan: ${imported > 0 ? `${imported} to import, ` : ''}${added} to add, ${changed} to change, ${destroyed} to destroy${
    forgotten > 0 ? `, ${forgotten} to forget` : ''
  }.`

/** What a plan will change in one line: `Plan: 0 to add, 1 to change, 0 to destroy.` */
export const planSum = (plan: Plan): string => (isEmptyPlan(plan) ? 'No changes.' : countText(countsOf(plan)))

const rowLines = (paint: Paint, rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const [signs, addresses] = [rows.map(({ sign }) => sign.length), rows.map(({ address }) => address.length)]
  const [wide, far] = [Math.max(0, ...signs), Math.max(0, ...addresses)]
  const indent = ' '.repeat(wide + far + 6)
  return rows.flatMap(({ sign, colour, address, what: [first = '', ...more] }) => [
    `  ${paint(colour, sign.padStart(wide))}  ${printable(address).padEnd(far)}  ${first}`.trimEnd(),
    ...more.map((line) => `${indent}${line}`)
  ])
}

const driftLine = ({ address, attributes }: Drift): string =>
  `  ${printable(address)}: ${printable(attributes.join(', '))}`

const titled = (paint: Paint, title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ['', paint('bold', title), ...lines]

/**
 * A plan for the person who is to judge it. It has a line for each change, the numbers, what changes of IAM and of the
 * bucket policy give and take, and what changed outside since the last apply. Resources that stay as they are have no line.
 */
export const planLines = (paint: Paint, plan: Plan, place: Place): ReadonlyArray<string> => {
  const drifts = driftsOf(plan)
  const accessOf = ({ before, after }: PlanAccess): ReadonlyArray<string> =>
    accessSentences(before, after).map((told) => `  ${toldLine(paint, told)}`)
  const rows = changesOf(plan).flatMap(rowOf)
  return [
    ...rowLines(paint, rows),
    ...(rows.length === 0 ? [] : ['']),
    paint('bold', planSum(plan)),
    ...titled(paint, 'Who may do what would change', accessOf(plannedAccess(plan, place))),
    ...titled(paint, 'Changed in AWS since the last apply, not by it', drifts.map(driftLine)),
    ...titled(paint, 'Who may do what changed there already', accessOf(accessOutside(plan, place)))
  ]
}
