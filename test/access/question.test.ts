import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { spacesOf } from '../../src/access/difference.ts'
import { type Answer, differing } from '../../src/access/question.ts'
import { questions } from '../../src/access/questions.ts'
import { type Documents, access, allow, deny, policy } from './documents.ts'

const test = suite('how far two policies are compared')

/** The answer about the role after at most so many steps. */
const answered = (before: Documents, after: Documents, most?: number): Answer => {
  const { asked } = questions(access(before), access(after))
  const [first] = asked.filter(({ role }) => role !== undefined)
  if (first === undefined) throw new Error('no role')
  return differing(first.question, spacesOf(asked, 'aws'), most)
}

const when = (key: string) => ({ Condition: { StringEquals: { [key]: 'x' } } })
const before = policy(allow(), deny(when('a')))
const after = policy(allow(), deny(when('c')), allow({ Action: 's3:Put*', ...when('b') }))

test('an answer that is cut off is never called complete, and one that is not cut off always is', () => {
  const whole = answered(before, after)
  assert.is(whole.isComplete, true)
  assert.ok(whole.regions.length > 1)
  const lengths = Array.from({ length: 40 }, (_, most) => {
    const { regions, isComplete } = answered(before, after, most)
    assert.equal(isComplete ? regions : regions.length < whole.regions.length, isComplete ? whole.regions : true)
    return isComplete
  })
  assert.equal([lengths[0], lengths.at(-1)], [false, true])
})

test('nothing is looked at beyond the last step', () => {
  for (const most of [0, 1, 2]) assert.equal(answered(before, after, most).regions.length, 0, String(most))
})

test.run()
