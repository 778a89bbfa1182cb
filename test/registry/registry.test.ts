import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkNames } from '../../src/commands/preflight/check-names.ts'
import { checks } from '../../src/registry/checks.ts'
import { clauseOf, empty, ofRuns, sentences } from '../../src/registry/clauses.ts'
import { emittedGuards } from '../../src/registry/emitted-guards.ts'
import { guardRules } from '../../src/registry/guard-rules.ts'
import places from '../../src/registry/places.json' with { type: 'json' }
import { registry } from '../../src/registry/registry.ts'
import { unforeseen } from '../../src/registry/unforeseen.ts'
import { brokenStacks } from '../charter/broken-stacks/all.ts'
import { ruleIndex } from '../support/rule-index.ts'
import { rulePlaces } from '../support/rule-places.ts'

const test = suite('registry')

const project = fileURLToPath(new URL('../../', import.meta.url))
const names = (printer: string): ReadonlyArray<string> =>
  registry.filter(({ printedBy }) => printedBy === printer).map(({ rule }) => rule)
const known = new Set(registry.map(({ rule }) => rule))
const sorted = (list: Iterable<string>): ReadonlyArray<string> => [...new Set(list)].toSorted()

/** Rules of preflight that the guard asks again, or asks of its own run. */
const asked = [
  ...['by-hand', 'checkout-unchanged-by-others', 'credentials-last', 'state-digest', 'state-stored', 'terminal'],
  ...['tofu-itself', 'tofu-outside', 'tofu-unchanged-by-others']
]

test('preflight says what each rule of the guard refuses, or the table says why it cannot', () => {
  const [said, unsaid] = [names('preflight').filter((rule) => rule !== 'terminal'), Object.keys(unforeseen)]
  for (const rule of names('guard')) assert.is.not(said.includes(rule), unsaid.includes(rule), rule)
  assert.equal(sorted(unsaid.filter((rule) => !names('guard').includes(rule))), [])
  for (const reason of Object.values(unforeseen)) assert.match(reason, /^(?:\S+ ){4,19}\S+\.$/)
})

test('every rule that a source names is in the registry, by the command that prints it, and no other', () => {
  const { emit = [], 'seed and preflight': preflight = [], guard = [] } = ruleIndex()
  const idsOf = (named: typeof emit) => sorted(named.map(({ id }) => id))
  assert.equal(sorted(names('emit')), idsOf(emit))
  assert.equal(sorted(names('preflight')), idsOf(preflight))
  assert.equal(sorted(names('guard')), sorted([...idsOf(guard), ...asked]))
})

test('every rule that a stack of the tests is refused by is in the registry', () => {
  const refused = Object.values(brokenStacks).flatMap((stacks) => stacks.flatMap(({ problems }) => problems()))
  assert.ok(refused.length > 200)
  assert.equal(sorted(refused.map(({ rule }) => rule).filter((rule) => !known.has(rule))), [])
})

/** Names that tests make up to see a message, a judge or the registry itself. */
const madeUp = /^(?:some-rule|plan-bad|plan-of-a-test|of-a-)/

test('every rule that a test expects in a finding is in the registry', () => {
  const files = readdirSync(`${project}test`, { recursive: true, encoding: 'utf8' })
  const expected = files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(`${project}test/${name}`, 'utf8').matchAll(/\brule: '([a-z]+(?:-[a-z0-9]+)+)'/g)
    ])
    .map(([, rule = '']) => rule)
  assert.ok(expected.length > 10)
  assert.equal(sorted(expected.filter((rule) => !known.has(rule) && !madeUp.test(rule))), [])
})

/** A rule that no test names: screens alone tell it, since it needs a hand in the middle of a run. */
const unnamed = ['lock-file-unchanged']

test('every entry has a sentence, a file that is there and a test that is there; its places are those of the sources', () => {
  assert.equal(places, JSON.parse(JSON.stringify(rulePlaces())))
  for (const { rule, says, files, tests } of registry) {
    assert.match(says, /^[A-Z"].*\.$/, rule)
    assert.ok(says.split(' ').length <= 20, rule)
    assert.ok(files.length > 0, rule)
    for (const file of [...files, ...tests]) assert.ok(existsSync(project + file), `${rule}: ${file}`)
  }
  assert.equal(
    registry.filter(({ tests }) => tests.length === 0).map(({ rule }) => rule),
    unnamed
  )
})

test('a rule that has a file to itself has the name of that file', () => {
  for (const folder of ['charter/declaration', 'charter/configuration', 'charter/isolation', 'plan/rules']) {
    const files = readdirSync(`${project}src/${folder}`).map((name) => name.replace(/\.ts$/, ''))
    const mislaid = files.filter((name) => !known.has(name) && name !== 'trust-documents')
    assert.equal(mislaid, [], folder)
  }
})

test('the checks of the registry are those of preflight, and every sentence is defended or says why not', () => {
  assert.equal(Object.keys(checks), [...checkNames])
  for (const sentence of Object.keys({ ...sentences, ...ofRuns }) as ReadonlyArray<keyof typeof sentences>) {
    const defended = (all: Readonly<Record<string, { readonly defends: ReadonlyArray<string> }>>) =>
      Object.values(all).some(({ defends }) => defends.includes(sentence))
    assert.ok(defended(guardRules), `the guard on ${sentence}`)
    assert.is.not(defended(checks), empty[sentence]?.preflight !== undefined, `preflight on ${sentence}`)
    assert.is.not(defended(emittedGuards), empty[sentence]?.emitted !== undefined, `the file on ${sentence}`)
    assert.match(clauseOf(sentence), /^J\.[67]\.\d §\d/)
  }
})

test.run()
