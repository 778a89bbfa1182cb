import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { unshown } from '../../src/charter/unshown.ts'
import { type Problem, type Violation, unloadable, violation } from '../../src/diagnostics/problem.ts'

const test = suite('unshown')

const fields: Omit<Violation, '_tag'> = {
  rule: 'tags',
  clause: 'J.6.2 §7',
  at: ['tags', 'Owner'],
  expected: 'a tag',
  actual: '"x"',
  remedy: 'Do.'
}
const problem = (changes: Partial<typeof fields>): Problem => violation({ ...fields, ...changes })

test('what is no secret stays as it is', () => {
  for (const same of [problem({}), problem({ actual: '"eu-west-2"', at: ['region', 0] })])
    assert.equal(unshown(same), same)
})

test('a value that is one is named by kind and length', () => {
  assert.equal(
    unshown(problem({ actual: '"jane.doe@zenthea.eu"' })),
    problem({ actual: 'a value that is not shown: e-mail address (21 characters)' })
  )
})

test('so is a key that leads to it', () => {
  assert.equal(
    unshown(problem({ at: ['tags', 'AKIAQNZGKIQY56JQ7WML', 0] })),
    problem({ at: ['tags', '(a key of 20 characters)', 0] })
  )
})

test('words that repeat a credential are left out', () => {
  const hidden = unshown(problem({ remedy: 'Remove AKIAQNZGKIQY56JQ7WML.', expected: 'no AKIAQNZGKIQY56JQ7WML' }))
  assert.equal(
    [hidden.expected, hidden.remedy],
    Array.from({ length: 2 }, () => 'Not shown: it would repeat a credential.')
  )
})

test('an account id that is wrong is shown, since a reader must see what is wrong with it, and a key in its place is not', () => {
  const wrong = problem({ rule: 'account-id', actual: '"02960826475"' })
  assert.equal(unshown(wrong), wrong)
  assert.is(unshown(problem({ rule: 'account-id', actual: '"AKIAQNZGKIQY56JQ7WML"' })).actual.includes('AKIA'), false)
})

test('a file that did not load is treated alike', () => {
  const lost = unloadable({
    rule: 'stack-loads',
    clause: 'J.7.0 §4',
    source: 'stacks/a.ts',
    place: { line: 1, column: 2 },
    expected: 'a stack',
    actual: 'ReferenceError: AKIAQNZGKIQY56JQ7WML is not defined',
    remedy: 'Correct it.'
  })
  assert.equal(unshown(lost), { ...lost, actual: 'a value that is not shown: AWS access key id (51 characters)' })
})

test.run()
