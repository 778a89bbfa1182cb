import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../src/charter/j-7-0.ts'
import { judgeDeclaration } from '../../src/charter/judge-stack.ts'
import { type DeclarationRule, declarationRule } from '../../src/charter/rule.ts'
import type { Declaration } from '../../src/declaration/declaration.ts'
import { violation } from '../../src/diagnostics/problem.ts'
import { changed, gone } from '../support/changed.ts'
import { validDeclaration } from '../support/valid-stack.ts'

const test = suite('judge of declarations')

/** A rule that always complains, of the fields that it needs. */
const complains = (needs: ReadonlyArray<keyof Declaration>): DeclarationRule =>
  declarationRule({
    name: 'planted',
    needs,
    check: ({ stackName }) => [
      violation({ rule: 'planted', clause: 'J.7.0 §4', at: [stackName], expected: 'a', actual: 'b', remedy: 'None.' })
    ]
  })

const rulesFor = (input: unknown, ...rules: ReadonlyArray<DeclarationRule>): ReadonlyArray<string> => {
  const judged = judgeDeclaration(input, 'north', j70, rules)
  return E.isLeft(judged) ? judged.left.map(({ rule }) => rule) : []
}

test('what is well formed comes out as it went in', () => {
  assert.equal(judgeDeclaration(validDeclaration, 'north', j70, []), E.right(validDeclaration))
})

test('a rule is asked when the fields that it needs are well formed, and only then', () => {
  const broken = changed(validDeclaration, ['account'], '1')
  assert.equal(rulesFor(broken, complains(['environment'])), ['account-id', 'planted'])
  assert.equal(rulesFor(broken, complains(['environment', 'account'])), ['account-id'])
  assert.equal(rulesFor(changed(validDeclaration, ['account'], gone), complains(['account'])), ['account-id'])
})

test('malformed fields, unknown fields and broken rules are said together', () => {
  const broken = changed(changed(validDeclaration, ['phase'], 'x'), ['profile'], 'x')
  assert.equal(rulesFor(broken, complains([])), ['phase', 'declaration-complete', 'planted'])
})

test('what is no record is one problem, which names all fields', () => {
  for (const input of [undefined, null, 'x', 1, [], [validDeclaration], () => validDeclaration]) {
    const judged = judgeDeclaration(input, 'north', j70, [complains([])])
    assert.is(E.isLeft(judged) && judged.left.length, 1)
    const expected = E.isLeft(judged) ? (judged.left[0]?.expected ?? '') : ''
    for (const field of Object.keys(validDeclaration)) assert.ok(expected.includes(field), field)
  }
})

test('a field that is inherited is not there', () => {
  const heir = Object.create(validDeclaration) as unknown
  assert.is(rulesFor(heir).length, Object.keys(validDeclaration).length)
})

test('a rule is told the name of the stack', () => {
  const judged = judgeDeclaration(validDeclaration, 'north', j70, [complains([])])
  assert.equal(E.isLeft(judged) && judged.left.map((problem) => 'at' in problem && problem.at), [['north']])
})

test.run()
