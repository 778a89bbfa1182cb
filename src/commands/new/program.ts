import { stackNameOf } from '../../command-line/usage.ts'
import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'
import { type Refusal, diagnosticsLines, refusalText, stoppedLines } from '../../command-line/diagnostic-text.ts'
import { failureLines, mistaken } from '../../command-line/failure-text.ts'
import type { StackPorts } from '../../command-line/named-stack.ts'
import { printable } from '../../command-line/printable.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { StackWriter } from '../../outside/files/files.port.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import type { Prompter } from '../../outside/terminal/terminal.port.ts'
import { NEW_HELP, type NewArguments, newArguments } from './arguments.ts'
import { judgeAnswer, judgedAll } from './judge-answers.ts'
import { type Answers, type Question, questions } from './questions.ts'
import { sourceOf, stackText } from './stack-file.ts'

/** What the command needs of the outside. */
export type NewPorts = StackPorts & { readonly prompter: Prompter; readonly stackWriter: StackWriter }

type Code = 0 | 1 | 2 | 130

/** A problem in one line, as it stands below a question. */
const shortText = ({ expected, actual, remedy }: Diagnostic): string =>
  `expected ${printable(expected)}; actual ${printable(actual)}. ${printable(remedy)}`

const isAsked = (question: Question, answers: Answers, others: ReadonlyArray<Emission>): boolean => {
  const isRefusedWithout = (): boolean =>
    judgeAnswer(question, '', answers, others).some(({ at = [] }) => question.owns(at))
  return question.isAsked === undefined || question.isAsked(answers, isRefusedWithout)
}

/** What to give where no terminal can be asked: this answer, and all others that only a person knows. */
const toGive = ({ name, asks }: Question, answers: Answers, { answers: flags, yes }: NewArguments): string => {
  const others = questions.filter(
    (other) =>
      other.name !== name &&
      other.propose === undefined &&
      other.isAsked === undefined &&
      answers[other.name] === undefined &&
      flags[other.name] === undefined
  )
  const also = others.length === 0 ? '' : ` and ${others.map((other) => `--${other.name}`).join(', ')}`
  return `give --${name} (${asks})${also},${yes ? '' : ' with --yes for what is proposed,'} or run it at a terminal`
}

/**
 * The answers to all questions, or the code to end with. A stack that begins has no owner to hand over, so
 * `nextBootstrapPrincipal` is not among them.
 */
const answered = async (
  ports: NewPorts,
  terminal: Terminal,
  given: NewArguments,
  others: ReadonlyArray<Emission>
): Promise<E.Either<Code, Answers>> => {
  let answers: Answers = {}
  for (const question of questions) {
    if (!isAsked(question, answers, others)) continue
    const { name, asks, propose } = question
    const known = answers
    const proposal = propose?.(known)
    const flag = given.answers[name] ?? (given.yes ? proposal : undefined)
    const problems = flag === undefined ? [] : judgeAnswer(question, flag, known, others)
    if (problems.length > 0) {
      const lines = diagnosticsLines(terminal.paintErr, problems)
      terminal.err(asText([terminal.paintErr('red', `--${name} is refused`), '', ...lines]))
      if (given.yes || !ports.prompter.isThere) return E.left(1)
    } else if (flag !== undefined) {
      answers = { ...answers, [name]: flag }
      continue
    }
    if (given.yes || !ports.prompter.isThere)
      return E.left(
        mistaken('new', terminal, {
          _tag: 'NotUnderstood',
          message: toGive(question, answers, given)
        })
      )
    const validate = (text: string): string | undefined => {
      const wrong = judgeAnswer(question, text.trim(), known, others)
      return wrong.length === 0 ? undefined : wrong.map(shortText).join('\n')
    }
    const typed = await ports.prompter.ask({ question: asks, proposal, validate })()
    if (O.isNone(typed)) return E.left(130)
    answers = { ...answers, [name]: typed.value.trim() }
  }
  const needless = Object.keys(given.answers).find((name) => answers[name] === undefined)
  return needless === undefined
    ? E.right(answers)
    : E.left(
        mistaken('new', terminal, {
          _tag: 'NotUnderstood',
          message: `--${needless} answers a question that these answers leave out: leave the flag out too`
        })
      )
}

const refusedOthers = (others: ReadonlyArray<Emission>): ReadonlyArray<Refusal> =>
  others.flatMap(({ source, file }) => (E.isLeft(file) ? [{ source, problems: file.left }] : []))

const interrupted = (terminal: Terminal): 130 => {
  terminal.err('interrupted; nothing was written\n')
  return 130
}

/** Shows the whole file, asks, and writes it. */
const write = async (
  ports: NewPorts,
  terminal: Terminal,
  project: AbsolutePath,
  { answers, yes }: { readonly answers: Answers; readonly yes: boolean }
): Promise<Code> => {
  const source = sourceOf(answers)
  const text = stackText(answers)
  terminal.out(asText(['', terminal.paintOut('bold', source), '', text]))
  if (!yes) {
    const agreed = ports.prompter.isThere ? await ports.prompter.confirm(`Write ${source}?`)() : O.some(false)
    if (O.isNone(agreed)) return interrupted(terminal)
    if (!agreed.value) {
      terminal.err(
        asText(stoppedLines(terminal.paintErr, 'not-agreed', 'nothing was written; --yes writes without asking'))
      )
      return 1
    }
  }
  const outcome = await ports.stackWriter.create(project, source, text)()
  if (E.isLeft(outcome)) {
    terminal.err(asText(failureLines(terminal.paintErr, outcome.left)))
    return 1
  }
  const name = stackNameOf(source)
  terminal.out(asText([`${source} is written. Next:`, `  npm run emit -- ${name}`, `  git add ${source} out/${name}`]))
  return 0
}

/** The command: arguments and working directory in, lines and an exit code out. */
export const newProgram =
  (ports: NewPorts, terminal: Terminal, project: AbsolutePath, argv: ReadonlyArray<string>): T.Task<Code> =>
  async () => {
    const read = newArguments(argv)
    if (E.isLeft(read)) return mistaken('new', terminal, read.left)
    if (read.right.help) {
      terminal.out(NEW_HELP)
      return 0
    }
    const listed = await ports.outputFiles.sources(project)()
    if (E.isLeft(listed)) {
      terminal.err(asText(failureLines(terminal.paintErr, listed.left)))
      return 1
    }
    const sources = O.isSome(listed.right) ? listed.right.value : []
    const others = sources.length === 0 ? [] : await ports.stackEvaluator.emitAll(project, sources)()
    const refused = refusedOthers(others)
    if (refused.length > 0) {
      terminal.err(asText(refusalText(terminal.paintErr, refused)))
      return 1
    }
    const found = await answered(ports, terminal, read.right, others)
    if (E.isLeft(found)) return found.left === 130 ? interrupted(terminal) : found.left
    const left = judgedAll(found.right, others)
    if (left.length > 0) {
      terminal.err(asText(diagnosticsLines(terminal.paintErr, left)))
      return 1
    }
    return write(ports, terminal, project, { answers: found.right, yes: read.right.yes })
  }
