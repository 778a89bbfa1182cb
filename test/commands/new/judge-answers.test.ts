import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeAnswer, judgedAll } from '../../../src/commands/new/judge-answers.ts'
import { type Answers, questions } from '../../../src/commands/new/questions.ts'
import { sourceOf } from '../../../src/commands/new/stack-file.ts'
import type { Emission } from '../../../src/outside/stack/evaluator.port.ts'
import { emissionOf, facts } from './staging-answers.ts'

const test = suite('what the rules say of an answer')

const whole = (answers: Answers): Answers => {
  let all = answers
  for (const { name, propose } of questions)
    if (all[name] === undefined && propose !== undefined) all = { ...all, [name]: propose(all) }
  return all
}
const emission = (answers: Answers): Emission => emissionOf(sourceOf(answers), answers)
const staging = whole(facts)
const exists = {
  rule: 'own-output',
  clause: 'J.6.2 §4',
  at: ['region', 'logical'],
  expected: 'a stack that is not there yet',
  actual: 'stacks/staging-eu.ts, which exists',
  remedy: 'Choose another environment or logical region.'
}

test('answers that are right are refused by no rule, alone and beside a stack that has its own of everything', () => {
  assert.equal(judgedAll(staging, []), [])
  assert.equal(judgedAll(staging, [emission(whole({ ...facts, environment: 'production' }))]), [])
})

test('a stack that is there already is one problem, not one more for each thing that both have', () => {
  const production = emission(whole({ ...facts, environment: 'production' }))
  assert.equal(judgedAll(staging, [emission(staging)]), [exists])
  assert.equal(judgedAll(staging, [production, emission(staging), production]), [exists])
})

test('a bucket that another stack has is refused where it is asked, and before it is asked nothing is', () => {
  const production = whole({ ...facts, environment: 'production' })
  const others = [emission(production)]
  const bucket = questions.find(({ name }) => name === 'bucket')
  const region = questions.find(({ name }) => name === 'aws-region')
  if (bucket === undefined || region === undefined) throw new Error('no such question')
  const taken = judgeAnswer(bucket, production['bucket'] ?? '', facts, others)
  assert.equal(
    taken.map(({ at, actual }) => [at, actual.includes('production-eu')]),
    [[['backend', 'bucket'], true]]
  )
  assert.equal(judgeAnswer(bucket, staging['bucket'] ?? '', facts, others), [])
  assert.equal(judgeAnswer(region, 'eu-central-1', { account: '111122223333', environment: 'staging' }, others), [])
})

test('a number is one to nine digits and nothing else; which numbers are right the rules say', () => {
  const asked = questions.filter(({ name }) =>
    ['mfa-seconds', 'operator-hours', 'automation-hours', 'recovery-days'].includes(name)
  )
  assert.is(asked.length, 4)
  for (const question of asked) {
    for (const answer of ['', ' 1', '1 ', '+1', '-1', '1.0', '1e3', '0x1', '1h', 'h1', '\u0661', '1234567890', '1\n'])
      assert.equal(
        judgeAnswer(question, answer, staging, []),
        [
          {
            ...{ rule: 'settings', clause: 'J.6.2 §7', at: [question.name], expected: 'a whole number' },
            ...{ actual: answer === '' ? 'no answer' : `"${answer}"`, remedy: 'Type digits alone.' }
          }
        ],
        `${question.name} ${JSON.stringify(answer)}`
      )
    const large = judgeAnswer(question, '999999999', staging, [])
    assert.equal([large.length, large[0]?.actual.includes('999999999')], [1, true], question.name)
    assert.not.match(large[0]?.remedy ?? '', 'digits', question.name)
    assert.equal(judgeAnswer(question, question.propose?.(staging) ?? '', staging, []), [], question.name)
  }
})

test.run()
