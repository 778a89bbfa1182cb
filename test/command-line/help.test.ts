import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Terminal, plain } from '../../src/command-line/terminal.ts'
import { describedCommands } from '../../src/commands/completion/commands.ts'
import { doctorProgram } from '../../src/commands/doctor/program.ts'
import { emitProgram } from '../../src/commands/emit/program.ts'
import { explain } from '../../src/commands/explain/main.ts'
import { guardProgram } from '../../src/commands/guard/program.ts'
import { newProgram } from '../../src/commands/new/program.ts'
import { preflightProgram } from '../../src/commands/preflight/program.ts'
import { reviewProgram } from '../../src/commands/review/program.ts'
import { sandboxProgram } from '../../src/commands/sandbox/program.ts'
import { seedProgram } from '../../src/commands/seed/program.ts'
import { statusProgram } from '../../src/commands/status/program.ts'

const test = suite('the help of every command, and a command line that it does not know')

/** Ports of which none may be touched: what is asked here needs nothing of the outside. */
const none = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`${String(name)} was touched`)
    }
  }
) as never

type Program = (terminal: Terminal, argv: ReadonlyArray<string>) => Promise<number>

/** Each command as it is run in the project; completion has no program of its own. */
const programs: Readonly<Record<string, Program>> = {
  new: (terminal, argv) => newProgram(none, terminal, '/project', argv)(),
  emit: (terminal, argv) => emitProgram(none, terminal, '/project', argv)(),
  review: (terminal, argv) => reviewProgram(none, terminal, '/project', argv)(),
  seed: (terminal, argv) => seedProgram(none, terminal, { exists: () => [] }, '/project', argv)(),
  preflight: (terminal, argv) => preflightProgram(none, terminal, '/project', argv)(),
  tofu: (terminal, argv) => guardProgram(none, terminal, {} as never, '/project', argv)(),
  status: (terminal, argv) => statusProgram(none, terminal, '/project', argv)(),
  doctor: (terminal, argv) => doctorProgram(none, terminal, '/project', argv)(),
  explain: (terminal, argv) => Promise.resolve(explain(terminal, argv)),
  sandbox: (terminal, argv) => sandboxProgram(none, terminal, argv)()
}

const said = async (program: Program, ...argv: ReadonlyArray<string>) => {
  const heard = { out: '', err: '' }
  const code = await program(
    {
      out: (text) => void (heard.out += text),
      err: (text) => void (heard.err += text),
      paintOut: plain,
      paintErr: plain
    },
    argv
  )
  return { code, ...heard }
}

test('every command but completion is tried here', () => {
  assert.equal([...Object.keys(programs), 'completion'].toSorted(), Object.keys(describedCommands).toSorted())
})

for (const [command, program] of Object.entries(programs)) {
  const { help = '' } = describedCommands[command] ?? {}

  for (const flag of ['--help', '-h'])
    test(`${command} ${flag}: the help, whole and alone, ends with 0, and nothing is asked of the outside`, async () => {
      assert.equal(await said(program, flag), { code: 0, out: help, err: '' })
    })

  test(`${command}: the help says what it is for, how it is typed, its options and its exit codes`, () => {
    assert.match(help, /^[A-Z].+[.:]/)
    assert.match(help, `\n  npm run ${command}`)
    assert.match(help, /\n\nOptions[^\n]*\n {2}-/)
    assert.match(help, /\n {2}-h, --help +this text\n/)
    assert.match(help, /\n\nExit codes\n {2}0 +\S/)
  })

  // The guard keeps evidence of such a run too: test/commands/guard/program.test.ts.
  if (command === 'tofu') continue
  test(`${command}: an option that is nearly one of its own: 2, the one that was meant, and where the help is`, async () => {
    const { code, out, err } = await said(program, '--debg')
    assert.equal([code, out], [2, ''])
    assert.is(
      err,
      `${command}: Unknown option '--debg'. Did you mean --debug?\nSee npm run ${command} -- --help\nWhat this means and why: npm run explain -- not-understood\n`
    )
  })
}

test.run()
