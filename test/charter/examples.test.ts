import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Path } from '../../src/diagnostics/diagnostic.ts'
import { changed } from '../support/changed.ts'
import { type Options, loaded, partsWith, problemsOf, validDeclaration, validOptions } from '../support/valid-stack.ts'

const test = suite('examples in messages')

type Written = { readonly declaration: unknown; readonly options: unknown }

const valid: Written = { declaration: validDeclaration, options: validOptions }

const problemsIn = ({ declaration, options }: Written) =>
  problemsOf([loaded(declaration, partsWith(options as Options))])

/** The same stack with another value in one field. */
const withValue = ({ declaration, options }: Written, at: Path, value: unknown): Written =>
  Object.hasOwn(validOptions, String(at[0])) && at.length > 1
    ? { declaration, options: changed(options, at, value) }
    : { declaration: changed(declaration, at, value), options }

const trusts: ReadonlyArray<Path> = [
  ['operatorRole', 'trust', 'roles', 0],
  ['automationRole', 'trust', 'roles', 0]
]

const fields: ReadonlyArray<Path> = [
  ['bootstrapPrincipal'],
  ['nextBootstrapPrincipal'],
  ['operatorRole'],
  ['automationRole'],
  ['permissionsBoundary'],
  ['region', 'aws'],
  ['versions', 'awsProvider'],
  ['versions', 'tofu'],
  ['operatorRole', 'trust', 'users', 0, 'path'],
  ...trusts
]

const wrong: ReadonlyArray<unknown> = [
  'AROA1234567890ABCDEFG',
  7,
  '',
  'arn:aws:iam::029608264753:user/desk',
  'arn:aws:iam::029608264753:saml-provider/Desk'
]

const examplesIn = (words: string): ReadonlyArray<string> =>
  Array.from(words.matchAll(/(?:such as|in the form) ('[^']+'|[^\s,]*[^\s,.])/g), ([, one = '']) =>
    one.replaceAll("'", '')
  )

/** The examples that are told for a field, each written into it. */
const seen = (stack: Written, at: Path): number => {
  const told = wrong
    .flatMap((value) => problemsIn(withValue(stack, at, value)))
    .filter((problem) => JSON.stringify(problem.at) === JSON.stringify(at))
    .flatMap(({ expected, remedy }) => [...examplesIn(expected), ...examplesIn(remedy)])
  for (const text of new Set(told)) {
    assert.not.match(text, /<account>/)
    assert.equal(problemsIn(withValue(stack, at, text)), [], `${at.join('.')}: ${text}`)
  }
  return told.length
}

test('an example passes in the field that it is told for', () => {
  for (const at of fields) assert.ok(seen(valid, at) > 0, at.join('.'))
})

test('an example of a trusted role is of an account that the stack trusts', () => {
  const other = withValue(
    withValue(valid, ['trustedAccounts'], ['680235478471']),
    ['operatorRole', 'trust', 'users'],
    []
  )
  for (const at of trusts) assert.ok(seen(other, at) > 0, at.join('.'))
})

test('an example names no role that another field has', () => {
  const names = ['Engineer', 'Planner', 'Operator', 'Automation', 'Bootstrap']
  for (const field of ['bootstrapPrincipal', 'operatorRole', 'automationRole'])
    for (const name of names) {
      const taken = withValue(valid, [field], `arn:aws:iam::029608264753:role/ZentheaIntegrationNorth${name}`)
      for (const at of [...trusts, ...fields.slice(0, 5)].filter((one) => one.length > 1 || one[0] !== field))
        seen(taken, at)
    }
})

test('an example is of the partition of the stack', () => {
  const text = JSON.stringify(valid).replaceAll('arn:aws:', 'arn:aws-eusc:').replaceAll('eu-north-1', 'eusc-de-east-1')
  for (const at of [...trusts, ...fields.slice(0, 5)])
    assert.ok(seen(JSON.parse(text) as Written, at) > 0, at.join('.'))
})

test.run()
