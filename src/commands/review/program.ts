import * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import { mistaken } from '../../command-line/failure-text.ts'
import { stoppedLines } from '../../command-line/diagnostic-text.ts'
import { jsonText, printable } from '../../command-line/printable.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { type ReviewArguments, reviewArguments } from './arguments.ts'
import { refusalDocument, reviewDocument } from './document.ts'
import { REVIEW_HELP } from './help.ts'
import { reviewMarkdown } from './markdown.ts'
import { type NoReview, type Review, type ReviewPorts, review } from './run.ts'
import { reviewPage } from './review-page.ts'
import { objectionLines, reviewLines } from './text.ts'

const OTHER_PAGE = 'Correct what the system says, or name another file: --html FILE'

/** Writes the page where one was asked for; whether it stands there. */
const drawn = async (
  { writePage }: ReviewPorts,
  terminal: Terminal,
  { html }: ReviewArguments,
  found: Review
): Promise<boolean> => {
  if (html === undefined) return true
  const written = await writePage(html, reviewPage(found))()
  if (E.isRight(written)) return true
  const says = `review: ${printable(html)} cannot be written: ${printable(written.left)}`
  terminal.err(asText(stoppedLines(terminal.paintErr, 'system-refused', says, OTHER_PAGE)))
  return false
}

const told = (terminal: Terminal, { form }: ReviewArguments, found: Review): 0 | 3 => {
  const texts = {
    json: () => `${jsonText(reviewDocument(found))}\n`,
    markdown: () => reviewMarkdown(found),
    text: () => asText(reviewLines(terminal.paintOut, found))
  }
  terminal.out(texts[form]())
  return found.widens ? 3 : 0
}

const refused = (terminal: Terminal, { form }: ReviewArguments, no: NoReview): 1 | 2 => {
  if (no._tag === 'Mistaken') return mistaken('review', terminal, no.mistake)
  if (form === 'json') terminal.out(`${jsonText(refusalDocument(no.objections))}\n`)
  else terminal.err(asText(objectionLines(terminal.paintErr, no.objections)))
  return 1
}

/** The command: arguments and working directory in, lines and an exit code out. */
export const reviewProgram =
  (ports: ReviewPorts, terminal: Terminal, cwd: string, argv: ReadonlyArray<string>): T.Task<0 | 1 | 2 | 3> =>
  async () => {
    const args = reviewArguments(argv)
    if (E.isLeft(args)) return mistaken('review', terminal, args.left)
    if (args.right.help) {
      terminal.out(REVIEW_HELP)
      return 0
    }
    const found = await review(ports, cwd, args.right)()
    if (E.isLeft(found)) return refused(terminal, args.right, found.left)
    const code = told(terminal, args.right, found.right)
    return (await drawn(ports, terminal, args.right, found.right)) ? code : 1
  }
