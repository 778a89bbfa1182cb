import * as E from 'fp-ts/lib/Either.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import { emitStack, keepApart } from '../../stack/emit.ts'
import { type Answers, type Question, questions } from './questions.ts'
import { sourceOf, stackOf } from './stack-file.ts'

/** Facts that stand in for those that were not asked yet. So the rules can be asked already. None of these facts is written. */
const standIns: Answers = {
  environment: 'unasked',
  'logical-region': 'eu',
  'aws-region': 'eu-central-1',
  'operator-users': '/unasked/'
}

/** The answers, and for all others what is proposed or stands in. */
const completed = (answers: Answers): Answers => {
  let all: Answers = { ...standIns, ...answers }
  for (const { name, propose } of questions)
    if (all[name] === undefined && propose !== undefined) all = { ...all, [name]: propose(all) }
  const planner = `arn:aws:iam::${all['account'] ?? ''}:role/Unasked`
  return { planners: planner, operators: '', ...all }
}

const exists = (source: string): Diagnostic => ({
  rule: 'own-output',
  clause: 'J.6.2 §4',
  at: ['region', 'logical'],
  expected: 'a stack that is not there yet',
  actual: `${source}, which exists`,
  remedy: 'Choose another environment or logical region.'
})

const notWhole = (question: Question, answer: string): Diagnostic => ({
  rule: 'settings',
  clause: 'J.6.2 §7',
  at: [question.name],
  expected: 'a whole number',
  actual: answer === '' ? 'no answer' : `"${answer}"`,
  remedy: 'Type digits alone.'
})

const isNumber = (name: string): boolean => /-(?:hours|seconds|days)/.test(name)

/** Everything that the rules refuse in a stack of these answers, alone and beside all other stacks. */
export const judgedAll = (answers: Answers, others: ReadonlyArray<Emission>): ReadonlyArray<Diagnostic> => {
  const whole = completed(answers)
  const source = sourceOf(whole)
  const there = others.some((other) => other.source === source) ? [exists(source)] : []
  const mine = emitStack({ source, stack: E.right(stackOf(whole)) })
  const apart = keepApart([...others.filter((other) => other.source !== source), mine])
  const outcome = apart.at(-1)?.file
  return [...there, ...(outcome !== undefined && E.isLeft(outcome) ? outcome.left : [])]
}

/**
 * What the rules refuse because of the answer to a question. The problem is at its own place, or at the place of an answer
 * before it, which was right until now.
 */
export const judgeAnswer = (
  question: Question,
  answer: string,
  before: Answers,
  others: ReadonlyArray<Emission>
): ReadonlyArray<Diagnostic> => {
  if (isNumber(question.name) && !/^\d{1,9}$/.test(answer)) return [notWhole(question, answer)]
  const answers = { ...before, [question.name]: answer }
  const answered = questions.filter(({ name }) => answers[name] !== undefined)
  return judgedAll(answers, others).filter(({ at = [] }) => answered.some(({ owns }) => owns(at)))
}
