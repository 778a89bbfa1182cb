import { type Access, type GroupedAccess, groupedAccess } from '../../plan/access-difference.ts'
import type { IamDifference } from '../../plan/iam-difference.ts'
import { counted, printable } from '../../command-line/printable.ts'
import type { Paint } from '../../command-line/terminal.ts'

/** How much of one access is shown; it is cut only where it would fill a screen. */
const LIMIT = 1600

/** A new document of so few accesses is shown in full: a trust policy, or what somebody added by hand. */
const FEW = 2

const onConditions = (conditions: ReadonlyArray<string>): string =>
  conditions.length === 0 ? 'no condition' : conditions.join(' and ')

const sentence = ({ turn, principals, actions, resources, conditions, before }: GroupedAccess): string => {
  const named = (word: string, list: ReadonlyArray<string>): string =>
    list.every((item) => item === '') ? '' : ` ${word} ${list.join(', ')}`
  const when =
    before === undefined
      ? conditions.length === 0
        ? ''
        : ` if ${onConditions(conditions)}`
      : `: ${onConditions(conditions)}; before: ${onConditions(before)}`
  return `${turn}  ${actions.join(', ')}${named('on', resources)}${named('for', principals)}${when}`
}

const gainedLines = (paint: Paint, all: ReadonlyArray<Access>): ReadonlyArray<string> =>
  groupedAccess(all).map((one) => `    ${paint('bold', paint('red', `gained  ${printable(sentence(one), LIMIT)}`))}`)

const lostLines = (all: ReadonlyArray<Access>): ReadonlyArray<string> =>
  groupedAccess(all).map((one) => `    lost    ${printable(sentence(one), LIMIT)}`)

/** A new document in one line: it was reviewed as a whole, and nothing was there that it could be told from. */
const newLine = (paint: Paint, { gained, lost }: IamDifference['difference']): string => {
  const actions = (list: ReadonlyArray<Access>): string =>
    counted(new Set(list.map(({ action }) => action)).size, 'action')
  const denies = lost.length === 0 ? '' : `, denies ${actions(lost)}`
  return `    ${paint('bold', `gained  new: allows ${actions(gained)}${denies}, as the file says`)}`
}

/** What one policy document gives and takes, gained before lost; what is not understood is shown as a gain. */
export const accessLines = (paint: Paint, { address, document, isNew, difference }: IamDifference) => [
  `  ${printable(address)}: ${printable(document)}`,
  ...(isNew && difference.unread.length === 0 && groupedAccess(difference.gained).length > FEW
    ? [newLine(paint, difference)]
    : [
        ...gainedLines(paint, difference.gained),
        ...difference.unread.map(
          (text) => `    ${paint('bold', paint('red', `not understood  ${printable(text, LIMIT)}`))}`
        ),
        ...lostLines(difference.lost)
      ])
]
