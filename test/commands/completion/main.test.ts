import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { describedCommands } from '../../../src/commands/completion/commands.ts'
import { COMPLETION_HELP, SHELLS } from '../../../src/commands/completion/help.ts'
import { completion } from '../../../src/commands/completion/main.ts'
import { completionScript } from '../../../src/commands/completion/scripts.ts'

const test = suite('zenthea completion')

const said = (...argv: ReadonlyArray<string>) => {
  const heard = { out: '', err: '' }
  const code = completion(
    {
      out: (text) => void (heard.out += text),
      err: (text) => void (heard.err += text),
      paintOut: plain,
      paintErr: plain
    },
    argv
  )
  return [code, heard.out, heard.err]
}

for (const shell of SHELLS)
  test(`the script of ${shell} is printed alone, with all commands`, () => {
    assert.equal(said(shell), [0, completionScript(shell, describedCommands), ''])
  })

test('the help, with a shell and without', () => {
  for (const argv of [['--help'], ['-h'], ['bash', '--help'], ['tcsh', '--help']])
    assert.equal(said(...argv), [0, COMPLETION_HELP, ''])
})

const not = (message: string): string =>
  `completion: ${message}\nSee npm run completion -- --help\nWhat this means and why: npm run explain -- not-understood\n`

test('none, another or two are not understood, and no script is printed', () => {
  for (const argv of [[], ['tcsh'], ['bash', 'zsh'], ['bash', 'bash'], ['']])
    assert.equal(said(...argv), [2, '', not('name one shell: bash, zsh, fish')])
  assert.equal(said('--hlp'), [2, '', not("Unknown option '--hlp'. Did you mean --help?")])
})

test.run()
