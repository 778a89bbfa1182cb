import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { explained, words } from '../../../src/commands/explain/explained.ts'
import { explain } from '../../../src/commands/explain/main.ts'
import { describedCommands } from '../../../src/commands/completion/commands.ts'
import { Evidence } from '../../../src/commands/guard/evidence.ts'
import { Declaration } from '../../../src/declaration/declaration.ts'
import { registry } from '../../../src/registry/registry.ts'
import { evidenceFields, exitCodes, partOptions, variables } from '../../../src/registry/words.ts'
import { validOptions } from '../../support/valid-stack.ts'

const test = suite('explain')

const said = (...argv: ReadonlyArray<string>) => {
  const heard = { out: '', err: '' }
  const terminal = {
    out: (text: string) => void (heard.out += text),
    err: (text: string) => void (heard.err += text),
    paintOut: plain,
    paintErr: plain
  }
  return { code: explain(terminal, argv), ...heard }
}

test('a rule: what it means, why, what to do, where it is enforced and tested', () => {
  const { code, out, err } = said('plan-drift')
  assert.equal([code, err], [0, ''])
  assert.match(out, /^plan-drift: a rule of the guard/)
  for (const line of [
    /means .*changed outside of OpenTofu/,
    /why .*J\.7\.0 §7: Identity-based access only/,
    /to do .*CloudTrail/,
    /enforced .*src\/plan\/rules\/plan-drift\.ts/,
    /tested .*test\/plan\/rules-removed\.test\.ts/
  ])
    assert.match(out, line)
})

test('spaces around a word change nothing, and spaces alone are not a word', () => {
  assert.equal(said(' plan-drift', ''), said('plan-drift'))
  const asked = 'explain: name one word of a message, such as plan-drift'
  for (const none of [[], [''], [' ', '\t']]) {
    const { code, out, err } = said(...none)
    assert.equal([code, out, err.split('\n')[0]], [2, '', asked])
  }
})

test('a word that means two things is explained twice', () => {
  assert.equal(
    explained('lock-free').map(({ what }) => what.split(': ')[1]?.split(' ')[1]),
    ['finding', 'check']
  )
  assert.is(explained('environment').length, 4)
})

test('a clause, however it is typed: its sentences, and the four lines of defence', () => {
  const all = ['J.7.0 §4', 'j.7.0-4', 'J.7.0 4'].map((word) => said(word).out)
  assert.is(new Set(all).size, 1)
  for (const line of [
    /means .*lock/,
    /emit .*account-postcondition/,
    /in the file .*lock/,
    /preflight .*lock-works/,
    /guard .*run-alone/
  ])
    assert.match(all[0] ?? '', line)
  assert.match(said('J.6.2', '§10').out, 'Locks the document')
})

test('a clause with more in front of it or behind it, of another document, or half a clause means nothing', () => {
  for (const word of [
    'J.7.0 §4x',
    'xJ.7.0 §4',
    'J.7.0 §3.2.1',
    'J.7.0 §3.',
    'J.8.0 §4',
    'J.70 §4',
    'J.7.0',
    '§4',
    'J.7.04'
  ])
    assert.equal(explained(word), [], word)
  assert.equal(
    ['j.7.0  §  4', 'J.7.0§4', 'J.7.0 - 4', 'J.7.0\t4'].map((word) => explained(word).map(({ what }) => what)),
    Array(4).fill(['J.7.0 §4: a clause of a governing document'])
  )
})

test('what speaks of one clause is told under that clause alone', () => {
  const besides = words
    .filter((word) => /^J\.\d/.test(word))
    .map((clause) => [clause, [...said(clause).out.matchAll(/besides +(.*)/g)].map(([, why]) => why)] as const)
  assert.equal(
    besides.filter(([, why]) => why.length > 1),
    []
  )
  assert.ok(besides.some(([clause, why]) => clause === 'J.6.2 §9' && why[0]?.includes('later phases')))
})

test('a field of a declaration, also inside of another', () => {
  assert.match(said('backend.lockTable').out, /means .*a DynamoDB table name[\s\S]*rule +table-name/)
  assert.match(said('tags').out, 'a field of a declaration')
})

test('a word that is misspelt is refused, and the nearest one named; another is refused alone', () => {
  const near = said('plan-drfit')
  assert.equal([near.code, near.out], [2, ''])
  assert.match(
    near.err,
    "'plan-drfit' is not a rule, a clause, a check, a field, an option, a variable or an exit code. Did you mean plan-drift?"
  )
  assert.not.match(said('\u001b[2Jsomething').err, '\u001b')
  assert.not.match(said('completely-different-word').err, 'Did you mean')
  assert.equal([said().code, said('--nothing').code], [2, 2])
})

/** The options that a value writes, as paths; a list is what is in it. */
const optionsIn = (value: object, above: string): ReadonlyArray<string> =>
  Object.entries(value).flatMap(([name, of]: readonly [string, unknown]) => {
    const inner: unknown = Array.isArray(of) ? of[0] : of
    return typeof inner === 'object' && inner !== null && name !== 'tags'
      ? optionsIn(inner, `${above}${name}.`)
      : [`${above}${name}`]
  })

test('every option of every part is explained, under its whole name and its own', () => {
  const options = Object.entries(validOptions).flatMap(([part, of]) => optionsIn(of, `${part}.`))
  assert.equal(Object.keys(partOptions).toSorted(), options.toSorted())
  assert.match(said('minimumTls').out, 'stateBucket.minimumTls: an option of a part')
  assert.is(explained('sessionHours').length, 2)
})

test('every field of the evidence, every field of a declaration and every exit code of a help text is explained', () => {
  const fields = Object.keys(Evidence.required).map((name) => `evidence.${name}`)
  assert.equal(Object.keys(evidenceFields).toSorted(), fields.toSorted())
  for (const path of ['versions.acceptedProof', 'nextBootstrapPrincipal', ...Object.keys(Declaration.required)])
    assert.ok(words.includes(path), path)
  const codes = Object.values(describedCommands).flatMap(({ help }) =>
    [...(help.split('Exit codes\n')[1] ?? '').matchAll(/^ {2}(\d+) /gm)].map(([, code = '']) => code)
  )
  assert.equal([...new Set(codes)].toSorted(), Object.keys(exitCodes).toSorted())
})

test('every variable that a source reads by its name is explained', () => {
  const root = new URL('../../../src/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const read = files.flatMap((name) =>
    [...readFileSync(new URL(name, root), 'utf8').matchAll(/(?:variables|process\.env)\['([A-Z][A-Z_0-9]*)'\]/g)].map(
      ([, variable = '']) => variable
    )
  )
  assert.ok(read.length > 10)
  assert.equal(
    [...new Set(read)].filter((name) => !Object.hasOwn(variables, name)),
    []
  )
})

test('every word that there is has an explanation with a meaning', () => {
  assert.ok(words.length > registry.length / 2)
  for (const word of words) {
    const found = explained(word)
    assert.ok(found.length > 0, word)
    for (const { lines } of found)
      assert.ok(
        lines.some(([name, text]) => ['means', 'besides'].includes(name) && text !== ''),
        word
      )
  }
})

test('a word that means nothing is asked about where another is near, and ends its line either way', () => {
  const first = (word: string) => said(word).err.split('\n')[0]
  const is = 'is not a rule, a clause, a check, a field, an option, a variable or an exit code.'
  assert.is(first('qqqqqqqqqqqq'), `explain: 'qqqqqqqqqqqq' ${is}`)
  assert.match(first('plan-drfit') ?? '', /an exit code\. .*plan-drift/)
  assert.match(first('q'.repeat(61)) ?? '', `'${'q'.repeat(60)}… (1 characters more)'`)
})

test('each clause of each word is said in its sentences, and not by its number alone', () => {
  for (const word of words)
    for (const [name, text] of explained(word).flatMap(({ lines }) => lines))
      if (name === 'why') assert.match(text, /^\S+( §\S+)?: [^ ]+ \S/, `${word}: ${text}`)
})

test.run()
