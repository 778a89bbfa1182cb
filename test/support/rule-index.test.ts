import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { brokenStacks } from '../charter/broken-stacks/all.ts'
import { ruleIndex, rulesNamedIn } from './rule-index.ts'

const test = suite('the index of rules')

const project = fileURLToPath(new URL('../../', import.meta.url))
const rules = Object.values(ruleIndex()).flat()
const listed = new Set(rules.map(({ id }) => id))

test('a record, a name that is given once, a pair and a call are found, and other ids are not', () => {
  const text = `
    const clause = 'J.7.0 §4'
    const pairIds = { commit: 'of-a-pair' }
    const told = (id: string, of: string) => failed({ id, clause: of })
    const all = [
      { rule: 'of-a-record', clause: 'J.6.2 §7', remedy: '' },
      told('of-a-call', 'J.7.0 §2'),
      { id: 'of-no-rule' },
      other('of-no-call')
    ]`
  const once = "const id = 'of-a-name'; failed({ id, clause: 'J.7.0 §4', expected: '' })"
  const found = rulesNamedIn([
    { file: 'src/a.ts', text },
    { file: 'src/b.ts', text: once }
  ]).map(({ id, clauses }) => [id, clauses.join()])
  assert.equal(found, [
    ['of-a-call', 'J.7.0 §2'],
    ['of-a-name', 'J.7.0 §4'],
    ['of-a-pair', 'J.7.0 §4,J.6.2 §7,J.7.0 §2'],
    ['of-a-record', 'J.6.2 §7']
  ])
})

test('a command that a remedy puts in is written out, and a value is named', () => {
  const text = `
    const stackIn = (path) => path.split('/')[1] ?? ''
    const again = (path) => \`npm run emit -- \${stackIn(path)}.ts\`
    const all = [
      { rule: 'one', clause: 'J.6.2 §7', remedy: \`Emit it: rm \${shellWord(seen.file)} && \${again(path)}\` },
      { rule: 'two', clause: 'J.6.2 §7', remedy: \`Unset \${all.join(', ')} for \${lockId(stack)} in \${LIMIT} s\` },
      { rule: 'three', clause: 'J.6.2 §7', remedy: \`Write it at \${bootstrapPrincipal}, by hand\${otherwise}\` },
      { rule: 'four', clause: 'J.6.2 §7', remedy: \`Take \${a ? b : c}.\` }
    ]`
  assert.equal(
    rulesNamedIn([{ file: 'src/a.ts', text }]).map(({ id, remedies }) => [id, ...remedies]),
    [
      ['four', 'Take <…>.'],
      ['one', 'Emit it: rm <file> && npm run emit -- <stack>.ts'],
      ['three', 'Write it at <bootstrap principal>, by hand'],
      ['two', 'Unset <all> for <lock id> in <LIMIT> s']
    ]
  )
})

test('no remedy has a value where the name of a program stands', () => {
  const remedies = rules.flatMap(({ remedies }) => remedies)
  assert.ok(remedies.length > 100)
  for (const remedy of remedies) assert.not.match(remedy, /&& <|<…>/)
})

test('every rule that a broken stack is refused by is listed', () => {
  const unlisted = Object.values(brokenStacks)
    .flat()
    .map(({ rule }) => rule)
    .filter((rule) => !listed.has(rule))
  assert.equal(unlisted, [])
})

test('every file of a rule is listed under its name', () => {
  const folders = ['charter/declaration', 'charter/isolation', 'plan/rules']
  const names = folders.flatMap((folder) =>
    readdirSync(`${project}src/${folder}`).map((name) => name.replace(/\.ts$/, ''))
  )
  assert.ok(names.length > 30)
  assert.equal(
    names.filter((name) => !listed.has(name)),
    []
  )
})

test('every rule that a message in the documents or a test of a whole run shows is listed', () => {
  const files = [
    ...['author.md', 'reviewer.md', 'operator/preflight.md', 'operator/plain-tofu.md'].map((name) => `docs/${name}`),
    ...['guard.test.ts', 'guard-torn.test.ts', 'preflight.test.ts'].map((name) => `test/e2e/${name}`)
  ]
  const shown = files.flatMap((file) =>
    [
      ...readFileSync(project + file, 'utf8').matchAll(
        /(?:\brule |proven {2}|\b(?:rule|id): ')([a-z]+(?:-[a-z0-9]+)+)/g
      )
    ].map(([, id = '']) => id)
  )
  assert.ok(shown.length >= 5)
  assert.equal(
    shown.filter((id) => !listed.has(id)),
    []
  )
})

test('every source of a rule is there, and cites a clause or says whose', () => {
  const unclear = rules.filter(({ clauses }) => clauses.length === 0).map(({ id }) => id)
  assert.equal([...new Set(unclear)].toSorted(), ['complete-blocks', 'initialised'])
  for (const { file } of rules) assert.ok(existsSync(project + file), file)
})

test.run()
