import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { explained, words } from '../../../src/commands/explain/explained.ts'
import { explain } from '../../../src/commands/explain/main.ts'
import { registry } from '../../../src/registry/registry.ts'

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

test('a field of a declaration, also inside of another', () => {
  assert.match(said('backend.lockTable').out, /means .*a DynamoDB table name[\s\S]*rule +table-name/)
  assert.match(said('tags').out, 'a field of a declaration')
})

test('a word that is misspelt is refused, and the nearest one named; another is refused alone', () => {
  const near = said('plan-drfit')
  assert.equal([near.code, near.out], [2, ''])
  assert.match(near.err, "'plan-drfit' is not a rule, a clause, a check or a field. Did you mean plan-drift?")
  assert.not.match(said('\u001b[2Jsomething').err, '\u001b')
  assert.not.match(said('completely-different-word').err, 'Did you mean')
  assert.equal([said().code, said('--nothing').code], [2, 2])
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

test.run()
