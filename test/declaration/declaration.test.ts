import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Declaration, declarationMeaning } from '../../src/declaration/declaration.ts'
import { decode } from '../../src/diagnostics/decode.ts'
import type { Path } from '../../src/diagnostics/diagnostic.ts'
import { changed, gone } from '../support/changed.ts'
import { validDeclaration } from '../support/valid-stack.ts'

const test = suite('declaration')

const problems = (value: unknown) => {
  const decoded = decode(Declaration, value, [], declarationMeaning)
  return E.isLeft(decoded) ? decoded.left : []
}

/** Every value of a declaration by its path, as the issue lists them. */
const everything: ReadonlyArray<Path> = [
  ['phase'],
  ['account'],
  ['environment'],
  ['region'],
  ['region', 'logical'],
  ['region', 'aws'],
  ['region', 'residency'],
  ['versions'],
  ['versions', 'tofu'],
  ['versions', 'awsProvider'],
  ['backend'],
  ['backend', 'bucket'],
  ['backend', 'key'],
  ['backend', 'lockTable'],
  ['backend', 'encryption'],
  ['bootstrapPrincipal'],
  ['operatorRole'],
  ['automationRole'],
  ['permissionsBoundary'],
  ['trustedAccounts'],
  ['tags']
]

test('what is written out is taken as it is', () => {
  assert.equal(decode(Declaration, validDeclaration, [], declarationMeaning), E.right(validDeclaration))
})

test('nothing has a default: each value is missed where it should stand', () => {
  for (const path of everything)
    for (const value of [gone, undefined]) {
      const found = problems(changed(validDeclaration, path, value))
      assert.equal(
        found.map((problem) => ('at' in problem ? problem.at : [])),
        [path]
      )
      assert.is(
        found[0]?.actual,
        value === gone ? 'nothing: it is missing' : 'undefined: the expression here gives no value'
      )
    }
})

test('no value may be null, a list of itself, or a record of itself', () => {
  for (const path of everything)
    for (const value of [null, [null], { value: null }])
      assert.ok(problems(changed(validDeclaration, path, value)).length > 0, path.join('.'))
})

test('nothing may stand beside them', () => {
  for (const path of [[], ['region'], ['versions'], ['backend']] as const) {
    const found = problems(changed(validDeclaration, [...path, 'profile'], 'default'))
    assert.equal(
      found.map((problem) => ('at' in problem ? problem.at : [])),
      [[...path, 'profile']]
    )
  }
})

test('all mistakes are said at once', () => {
  const broken = everything
    .filter((path) => path.length > 1)
    .reduce<unknown>((value, path) => changed(value, path, 1), validDeclaration)
  assert.is(problems(broken).length, 9)
})

test.run()
