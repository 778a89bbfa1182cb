import type { LikeChange } from '../../review/like-changes.ts'
import { code } from '../../review/markdown.ts'
import { isWidening } from '../../review/stack-changes.ts'
import { counted, printable } from '../../command-line/printable.ts'
import type { Review } from './run.ts'
import { consequenceText, countsText, sideText, stacksText } from './text.ts'

/** The longest comment that GitHub takes, in characters. Counted in bytes, which are never fewer. */
const LONGEST_COMMENT = 65_536
/** Room for the lines that close what is open, and that count what is left out. */
const SPARE = 512

/** A word of prose: nothing in it is a mention, a link, a reference, HTML or Markdown. */
const isPlain = (word: string): boolean => /^[A-Za-z0-9'-]+[,;:]?$/.test(word)

/** A sentence with every word that is not prose as code. */
const prose = (sentence: string): string =>
  printable(sentence, 2000)
    .split(' ')
    .map((word) => {
      if (word === '' || isPlain(word)) return word
      const [, body = '', end = ''] = /(.*?)([,;]?)$/s.exec(word) ?? []
      return `${code(body)}${end}`
    })
    .join(' ')

const entry = (change: LikeChange): string =>
  `- **${change.turn}**: ${prose(change.sentence)}<br>in ${prose(stacksText(change.stacks, 5))}; ${consequenceText(change)}`

/** What a change is exactly, below the sentence that sums it up. */
const exactly = (change: LikeChange): string =>
  [`- **${change.turn}**: ${prose(change.sentence)}`, ...(change.parts ?? []).map((part) => `  - ${prose(part)}`)].join(
    '\n'
  )

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** As many lines as fit, and how many do not. */
const fitting = (lines: ReadonlyArray<string>, room: number): { readonly text: string; readonly left: number } => {
  const kept: Array<string> = []
  let used = 0
  for (const line of lines) {
    used += bytes(line) + 1
    if (used > room) break
    kept.push(line)
  }
  return { text: kept.join('\n'), left: lines.length - kept.length }
}

const foldedLines = (summary: string, text: string): ReadonlyArray<string> =>
  text === '' ? [] : ['<details>', `<summary>${summary}</summary>`, '', text, '', '</details>', '']

/** What widens before everything else; so many entries stand open, and the others are folded. */
const OPEN = 20

/**
 * A review as a comment on a pull request. Up to `OPEN` changes that widen stand open, the others are folded. So are the
 * exact parts of each. What has no room is counted.
 */
export const reviewMarkdown = (review: Review): string => {
  const widening = review.changes.filter(isWidening)
  const open = review.changes.slice(0, Math.min(OPEN, widening.length))
  const folded = review.changes.slice(open.length)
  const head = [
    `### Review: ${widening.length === 0 ? 'nothing widens' : `${counted(widening.length, 'change')} ${widening.length === 1 ? 'widens' : 'widen'} access or ${widening.length === 1 ? 'weakens' : 'weaken'} a protection, or may`}`,
    '',
    `${prose(sideText(review.base))} → ${prose(sideText(review.head))}: ${countsText(review)}.`,
    ...review.notes.flatMap((note) => ['', `> ${prose(note)}`]),
    ''
  ].join('\n')
  const shown = fitting(open.map(entry), LONGEST_COMMENT - bytes(head) - SPARE)
  const room = LONGEST_COMMENT - bytes(head) - bytes(shown.text) - SPARE
  const rest = shown.left > 0 ? { text: '', left: folded.length } : fitting(folded.map(entry), room)
  const left = shown.left + rest.left
  const summed = review.changes.filter(({ parts = [] }) => parts.length > 0)
  const exact =
    left > 0 ? { text: '', left: summed.length } : fitting(summed.map(exactly), room - bytes(rest.text) - SPARE)
  const summary = `${counted(folded.length, 'more change')}${folded.some(isWidening) ? ', some of which widen' : ', none of which widens'}`
  return [
    head,
    ...(shown.text === '' ? [] : [shown.text, '']),
    ...foldedLines(summary, rest.text),
    ...foldedLines(`${counted(summed.length, 'change')} part by part: each request is in exactly one`, exact.text),
    ...(left === 0 ? [] : [`${counted(left, 'more change')} did not fit: \`npm run review\` shows all.`, '']),
    ...(exact.left === 0
      ? []
      : [`The parts of ${counted(exact.left, 'change')} did not fit: \`npm run review -- --json\` has them.`, ''])
  ].join('\n')
}
