import { brokenStacks } from '../charter/broken-stacks/all.ts'
import { clauseOf, elsewhere, sentencesOf } from '../../src/registry/clauses.ts'
import type { BrokenStack } from './broken-stack.ts'

const located = Object.entries(brokenStacks).flatMap(([file, stacks]) => stacks.map((stack) => ({ ...stack, file })))

const row = (...cells: ReadonlyArray<string>): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const named = (stacks: ReadonlyArray<BrokenStack & { readonly file: string }>): string => {
  const files = [...new Set(stacks.map(({ file }) => file))]
  return files
    .map((file) => `\`${file}\`: ${stacks.flatMap((stack) => (stack.file === file ? [stack.title] : [])).join('; ')}`)
    .join('<br>')
}

/** One row for each rule that a sentence has; the clause and the sentence stand in the first. */
const rowsOf = ([sentence, text]: readonly [sentence: string, text: string]): ReadonlyArray<string> => {
  const stacks = located.filter((stack) => stack.sentence === sentence)
  return [...new Set(stacks.map(({ rule }) => rule))].map((rule, index) =>
    row(
      index === 0 ? clauseOf(sentence) : '',
      index === 0 ? text : '',
      `\`${rule}\``,
      named(stacks.filter((stack) => stack.rule === rule))
    )
  )
}

/** Without it the formatter would pad every row to the longest one. */
const unaligned = '<!-- prettier-ignore -->'

/**
 * The clauses of J.6.2 and J.7.0 in Markdown: what each asks for, the rule that enforces it, and the broken stacks (by
 * their file in test/charter/broken-stacks/) that the tests see refused by that rule alone; then the clauses that leave
 * nothing to check offline, and why. docs/auditor/clauses.md holds this text as it is.
 */
export const clauseTable = (): string =>
  [
    unaligned,
    row('Clause', 'It says', 'Rule', 'Broken stacks that it refuses'),
    row('---', '---', '---', '---'),
    ...Object.entries(sentencesOf()).flatMap(rowsOf),
    '',
    unaligned,
    row('Clause', 'Why nothing is checked offline'),
    row('---', '---'),
    ...elsewhere.map(([clause, why]) => row(clause, why)),
    ''
  ].join('\n')
