import { existsSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { explained, words } from '../../../src/commands/explain/explained.ts'
import { explain } from '../../../src/commands/explain/main.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('the screens of explain')

/** What the command says of these words. Where a rule is tested changes with the tests, so one such line stands for all. */
const saidOf =
  (...argv: ReadonlyArray<string>): Screen =>
  () => {
    const lines: Array<string> = []
    const print = (text: string): void => void lines.push(...text.replace(/\n$/, '').split('\n'))
    const code = explain({ out: print, err: print, paintOut: plain, paintErr: plain }, argv)
    const isTest = (line: string | undefined): boolean => /^ {2}(?:tested|enforced) /.test(line ?? '')
    return [
      ...lines
        .filter((line, at) => !isTest(line) || !isTest(lines[at - 1]))
        .map((line) => line.replace(/^( {2}(?:tested|enforced) +).*/, '$1…')),
      `exit code ${code}`
    ]
  }

readsAs(test, new URL('screens.txt', import.meta.url), {
  'a rule of emit': saidOf('account-id'),
  'a rule of preflight': saidOf('bucket-versioning'),
  'a rule of the guard': saidOf('plan-drift'),
  'a check': saidOf('lock-works'),
  'a check that is a rule too': saidOf('lock-free'),
  'a clause': saidOf('J.7.0', '§3.2'),
  'a clause that no rule holds': saidOf('j.6.2-10'),
  'a field of a declaration': saidOf('backend.lockTable'),
  'a field that may be left out': saidOf('nextBootstrapPrincipal'),
  'a field with fields inside': saidOf('region'),
  'an option of a part': saidOf('minimumTls'),
  'a field of the evidence': saidOf('evidence.caller'),
  'a variable': saidOf('TERM'),
  'an exit code': saidOf('130'),
  'why a command ended': saidOf('not-confirmed'),
  'a word of several meanings': saidOf('environment'),
  'a word that is not known': saidOf('bucket-versionin'),
  'no word': saidOf()
})

const root = new URL('../../../', import.meta.url)

test('each page and file that a word names is there, and what to do is a sentence or a command', () => {
  for (const word of words)
    for (const [name, text] of explained(word).flatMap(({ lines }) => lines)) {
      assert.is.not(text, '', `${word}: ${name}`)
      if (['more', 'enforced', 'tested'].includes(name))
        assert.ok(/\.(?:md|ts|js)$/.test(text) && existsSync(new URL(text, root)), `${word}: ${text}`)
      if (name === 'to do') assert.match(text, /^(?:[A-Z<`"].{8,}|npm .+|git .+|aws .+)/, word)
    }
})

test.run()
