import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { placeholdersIn } from '../../src/charter/placeholder-in.ts'
import type { Path } from '../../src/diagnostics/diagnostic.ts'
import { changed } from '../support/changed.ts'
import { type Options, loaded, partsWith, problemsOf, validDeclaration, validOptions } from '../support/valid-stack.ts'

const test = suite('placeholders in values')

/** A note to the author in capitals, as it stands in a text. */
const NOTE = 'todo'.toUpperCase()

const role = (name: string): string => `arn:aws:iam::680235478471:role/${name}`

test('a name that is to come is found in each place of an ARN or a path', () => {
  for (const name of ['CHANGE-ME', 'change_me', 'ChangeMe', NOTE, 'tbd', 'your-role', 'ROLE-NAME', 'DA_SOSTITUIRE'])
    for (const text of [role(name), role(`ops/${name}`), role(`${name}/Planner`), `/${name}/`, name])
      for (const given of ['own', 'trust'] as const)
        assert.equal(placeholdersIn({ value: [text] }, ['of'], given), [{ at: ['of', 'value', 0], text }], text)
})

test('a role of others may have a word in its name that the author may not give one', () => {
  for (const name of [
    'sample-intake',
    'my-platform/Operator',
    'ToDo-Lists',
    'wards-to-do',
    'Bar-Codes',
    'example-eu'
  ]) {
    assert.equal(placeholdersIn(role(name), [], 'trust'), [], name)
    assert.equal(placeholdersIn(role(name), []), [{ at: [], text: role(name) }], name)
  }
  for (const name of ['ops-changeme', 'wards-TBD', 'dummy-role', 'my-role', 'your-team', 'example', 'foo-bar'])
    assert.equal(placeholdersIn(role(name), [], 'trust'), [{ at: [], text: role(name) }], name)
})

test('a longer name that has such letters in it stays', () => {
  for (const name of ['TodoListRole', 'Mycology', 'Barcelona', 'ExampleCorpPlanner', 'Samples', 'Changes', 'Foobar'])
    assert.equal(placeholdersIn(role(name), []), [], name)
})

test('a tag that says more than such a word stays', () => {
  for (const tag of ['sample store of the laboratory', 'my health record', 'to do lists of wards', 'methodology'])
    assert.equal(placeholdersIn({ tags: { Purpose: tag } }, []), [], tag)
})

test('a tag is a placeholder by its key or its value', () => {
  for (const tag of [NOTE, 'todo', 'your team', 'example', `${'fixme'.toUpperCase()} later`, 'xxx'])
    assert.equal(placeholdersIn({ tags: { Owner: tag } }, []), [{ at: ['tags', 'Owner'], text: tag }], tag)
  assert.equal(placeholdersIn({ tags: { 'your-key': 'state' } }, []), [{ at: ['tags', 'your-key'], text: 'your-key' }])
})

type Text = { readonly at: Path; readonly text: string }

/** Each text of a value, and where it stands. */
const textsIn = (value: unknown, at: Path = []): ReadonlyArray<Text> => {
  if (typeof value === 'string') return [{ at, text: value }]
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, [...at, index]))
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => textsIn(one, [...at, key]))
    : []
}

/** The same text, the last name of which is still to come. */
const toCome = (text: string): string => text.replace(/[^/]+(?=\/?$)/, NOTE)

test('no text of a stack can be a placeholder', () => {
  for (const { at, text } of textsIn(validDeclaration)) {
    const problems = problemsOf([loaded(changed(validDeclaration, at, toCome(text)), partsWith(validOptions))])
    assert.ok(
      problems.some((problem) => problem.at?.[0] === at[0]),
      at.join('.')
    )
  }
  for (const { at, text } of textsIn(validOptions)) {
    const options = changed(validOptions, at, toCome(text)) as Options
    const problems = problemsOf([loaded(validDeclaration, partsWith(options))])
    assert.equal(
      problems.map((problem) => problem.at),
      [at]
    )
  }
})

test.run()
