import * as E from 'fp-ts/lib/Either.js'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'

/** The options of explain. */
export const EXPLAIN_OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

/** What `--help` prints. */
export const EXPLAIN_HELP = `Explains a word of a message: what it means, why, what to do, and where it is enforced and tested.

  npm run explain -- plan-drift          a rule, as it stands behind 'rule' or at the head of a finding
  npm run explain -- lock-works          a check of preflight
  npm run explain -- 'J.7.0 §4'          a clause; J.7.0-4 is the same
  npm run explain -- backend.lockTable   a field of a declaration
  npm run explain -- minimumTls          an option of a part
  npm run explain -- evidence.caller     a field of the evidence
  npm run explain -- XDG_STATE_HOME      a variable of the environment
  npm run explain -- 130                 an exit code

It reads no stack and asks no network.

Options
  --debug             show where in explain's own code a defect struck
  -h, --help          this text

Exit codes
  0  explained
  2  not understood: an unknown option, or a word that it does not know; the nearest ones are named
`

type Asked = { readonly help: true } | { readonly help: false; readonly word: string }

/** Reads the command line: one word, which may be a clause with a space in it. */
export const explainArguments = (argv: ReadonlyArray<string>): E.Either<UsageMistake, Asked> => {
  const given = parsed(EXPLAIN_OPTIONS, argv)
  if (E.isLeft(given)) return given
  const { values, positionals } = given.right
  if (values.help) return E.right({ help: true })
  const word = positionals.join(' ').trim()
  return word === ''
    ? E.left({ _tag: 'NotUnderstood', message: 'name one word of a message, such as plan-drift' })
    : E.right({ help: false, word })
}
