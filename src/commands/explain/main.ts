import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import type { Invocation } from '../../command-line/begin.ts'
import { mistaken } from '../../command-line/failure-text.ts'
import { printable } from '../../command-line/printable.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { type Paint, type Terminal, asText } from '../../command-line/terminal.ts'
import { didYouMean } from '../../diagnostics/nearest.ts'
import { EXPLAIN_HELP, EXPLAIN_OPTIONS, explainArguments } from './arguments.ts'
import { type Explained, explained, words } from './explained.ts'

const WIDTH = 'in the file'.length + 2

const linesOf =
  (paint: Paint) =>
  ({ what, lines }: Explained): ReadonlyArray<string> => [
    paint('bold', what),
    ...lines.map(([name, text]) => `  ${name.padEnd(WIDTH)}${text}`),
    ''
  ]

/** Explains the word of a command line; its exit code. */
export const explain = (terminal: Terminal, argv: ReadonlyArray<string>): 0 | 2 => {
  const asked = explainArguments(argv)
  if (E.isLeft(asked)) return mistaken('explain', terminal, asked.left)
  if (asked.right.help) {
    terminal.out(EXPLAIN_HELP)
    return 0
  }
  const { word } = asked.right
  const found = explained(word)
  if (found.length > 0) {
    terminal.out(asText(found.flatMap(linesOf(terminal.paintOut))))
    return 0
  }
  const message = `'${printable(word, 60)}' is not a rule, a clause, a check, a field, an option, a variable or an exit code. ${didYouMean(word, words)}`
  return mistaken('explain', terminal, { _tag: 'NotUnderstood', message: message.trimEnd() })
}

/** `npm run explain`: says what a word of a message means. */
export const main = (invocation: Invocation): Promise<void> =>
  runCommand({ name: 'explain', options: EXPLAIN_OPTIONS }, invocation, ({ terminal }) =>
    T.fromIO(() => explain(terminal, invocation.argv))
  )
