import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { atTerminal, notAutomated } from '../../src/caller/by-hand.ts'
import { admit } from '../../src/commands/seed/run.ts'

const test = suite('run by hand')

const idsOf = (diagnostics: ReadonlyArray<{ readonly rule: string }>) => diagnostics.map(({ rule }) => rule)

test('any text in CI means an automated run, even false', () => {
  for (const CI of ['true', '1', 'false']) assert.equal(idsOf(notAutomated({ CI })), ['by-hand'])
  assert.equal(notAutomated({ CI: '' }), [])
  assert.equal(notAutomated({}), [])
})

test('both ends are a terminal', () => {
  assert.equal(idsOf(atTerminal(false)), ['terminal'])
  assert.equal(atTerminal(true), [])
})

test('a dry run of seed needs no terminal, and is a person all the same', () => {
  assert.equal(admit({}, false, true), [])
  assert.equal(idsOf(admit({ CI: 'true' }, false, true)), ['by-hand'])
  assert.equal(idsOf(admit({ CI: 'true' }, false, false)), ['by-hand', 'terminal'])
  assert.match(admit({}, false, false)[0]?.remedy ?? '', '--dry-run')
})

test.run()
