import { existsSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Evidence } from '../../src/commands/guard/evidence.ts'
import { elsewhere, ofRuns, sentences } from '../../src/registry/clauses.ts'
import { registry } from '../../src/registry/registry.ts'
import { statements } from '../support/statements.ts'

const test = suite('the sentences of the governing documents')

const project = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, project), 'utf8')
const documents = {
  'J.6.2': 'docs/governance/J.6.2-state-backend-authorization.md',
  'J.7.0': 'docs/governance/J.7.0-infrastructure-bootstrap-authorization.md'
}

/** Each sentence of a paragraph and each entry of a list, by the section that it stands in. */
const found = Object.entries(documents).flatMap(([name, path]) => {
  let section: string | undefined
  return read(path)
    .split('\n')
    .flatMap((line) => {
      const [, number] = /^#{2,3} (\d+(?:\.\d+)?)\.? /.exec(line) ?? []
      if (number !== undefined) section = `${name} §${number}`
      if (line.trim() === '' || line.startsWith('#') || section === undefined) return []
      const at = section
      const [, entry] = /^\s*- (.*)$/.exec(line) ?? []
      return (entry === undefined ? line.split(/(?<=\.)\s+/) : [entry]).map((text) => ({ at, text }))
    })
})

test('every sentence of both documents has a row, in its order, and no row is of another sentence', () => {
  assert.ok(found.length > 70)
  assert.equal(
    statements.map(({ at }) => at),
    found.map(({ at }) => at)
  )
  for (const [index, { at, text }] of found.entries())
    assert.ok(text.includes(statements[index]?.quote ?? 'no row'), `${at}: ${text}`)
})

test('a row is held by a sentence with four lines of defence, or says why it asks for nothing', () => {
  const known = Object.keys({ ...sentences, ...ofRuns })
  for (const { at, quote, says, by } of statements) {
    assert.match(says, /^[A-Z][^.]*\.$/, quote)
    if (typeof by === 'string') assert.match(by, /^it (?:says|speaks|names|locks|opens) /, `${at}: ${quote}`)
    else {
      assert.ok(by.length > 0, `${at}: ${quote}`)
      for (const sentence of by) assert.ok(known.includes(sentence), sentence)
    }
  }
  const used = new Set(statements.flatMap(({ by }) => (typeof by === 'string' ? [] : [...by])))
  assert.equal(
    known.filter((sentence) => ![...used].some((one) => one === sentence)),
    []
  )
})

test('a clause that asks for nothing is not one that a row holds in full', () => {
  for (const [clause] of elsewhere)
    assert.ok(
      statements.some(({ at }) => at === clause),
      clause
    )
})

const page = read('docs/auditor/clauses.md').split('<!-- defences -->')[1]?.split('<!-- /defences -->')[0] ?? ''
const lines = page.split('\n').filter((line) => /^\| (?:offline rule|emitted file|preflight|guard) \|/.test(line))
const cellsOf = (line: string): ReadonlyArray<string> => line.split(/ ?\| ?/).slice(1, -1)
const rules = new Set(registry.map(({ rule }) => rule))

test('each line of defence names a source, a test and a field of the evidence that are there, or says why it is empty', () => {
  assert.is(lines.length, 4 * Object.keys({ ...sentences, ...ofRuns }).length)
  for (const line of lines) {
    const [of = '', by = '', source = '', tested = '', evidence = ''] = cellsOf(line)
    if (by.startsWith('none: ')) {
      assert.match(by, /^none: \S+ .{10,}$/, line)
      continue
    }
    const paths = [...`${source} ${tested}`.matchAll(/\]\(\.\.\/\.\.\/([^)]+)\)/g)].map(([, path = '']) => path)
    assert.ok(source !== '' && tested !== '' && paths.length >= 2, line)
    for (const path of paths) assert.ok(existsSync(new URL(path, project)), path)
    const fields = [...evidence.matchAll(/`(\w+)`/g)].map(([, field = '']) => field)
    assert.ok(fields.length > 0, line)
    for (const field of fields) assert.ok(Object.hasOwn(Evidence.required, field), field)
    const names = [...by.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    if (of === 'offline rule' || of === 'guard') for (const name of names) assert.ok(rules.has(name), name)
  }
})

/** What must enforce that a person runs it, and that no run is unattended. */
const attended = {
  'J.7.0 §2: Execution is by hand, by an authorised person': [
    ...['reviewed-file', 'identity'],
    ...['by-hand', 'terminal', 'plan-as-shown', 'three-commands', 'trust policies']
  ],
  'J.7.0 §2: The commands are init, plan and apply': ['three-commands', 'flags-known'],
  'J.7.0 §6: No auto-apply or unattended execution of infrastructure code': [
    ...['provisioner', 'identity', 'role policies', 'trust policies', 'plan-provisioners', 'plan-fresh'],
    ...['by-hand', 'terminal', 'three-commands', 'flags-known', 'plan-as-shown']
  ],
  'J.6.2 §5: If the lock cannot be taken, execution halts': ['lock', 'lock-works', 'lock-free', 'run-alone']
}

for (const [heading, names] of Object.entries(attended))
  test(`${heading}: what enforces it stands there`, () => {
    const [, rest = ''] = page.split(`### ${heading}\n`)
    const [section = ''] = rest.split('\n### ')
    for (const name of names) assert.match(section, `\`${name}\``, name)
  })

test.run()
