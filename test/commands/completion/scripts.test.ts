import { suite } from 'uvu'
import type { Described } from '../../../src/commands/completion/commands.ts'
import { SHELLS } from '../../../src/commands/completion/help.ts'
import { completionScript } from '../../../src/commands/completion/scripts.ts'
import { readsAs } from '../../support/screens.ts'

const test = suite('the completion script of each shell')

/** Two made-up commands that have each kind of option, of value and of word, and signs that a shell would read. */
const commands: Readonly<Record<string, Described>> = {
  make: {
    options: {},
    help: `Makes one stack's file, at once: it asks for nothing. It is quick.

Options
  --check             compare alone: write nothing
  --from FILE         the file that it's read from
  --to PATH           where it lies
  --region NAME       one of few
  --note TEXT         any text
  -lock-timeout TIME  as tofu takes it
  -h, --help          this text
`,
    takesStacks: true,
    words: ['plan', 'apply'],
    values: { region: ['eu-west-3', 'eu-north-1'] }
  },
  ask: { options: {}, help: 'Asks.\n\nOptions\n  -h, --help          this text\n', takesStacks: false }
}

readsAs(
  test,
  new URL('scripts.txt', import.meta.url),
  Object.fromEntries(SHELLS.map((shell) => [shell, () => completionScript(shell, commands).split('\n')]))
)

test.run()
