import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import { coloured } from '../../../src/command-line/terminal.ts'
import { guardProgram, swallowedRun } from '../../../src/commands/guard/program.ts'
import { type Screen, readsAs } from '../../support/screens.ts'
import { portsWithoutPerson } from '../../support/typed-guard.ts'

const test = suite('what the guard says before it begins, and the document of each such run')

/** What the command says of a command line, what its document says, and its exit code. The run itself is refused. */
const typed =
  (change: object, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const lines: Array<string> = []
    const { ports, documents } = portsWithoutPerson(change)
    const print = (text: string): void =>
      void lines.push(...text.replace(/\n$/, '').replaceAll('\u001b', '␛').split('\n'))
    const terminal = { out: print, err: print, paintOut: coloured, paintErr: coloured }
    const memory = { interrupted: async () => undefined }
    const code =
      argv[0] === 'kept by npm'
        ? await swallowedRun(ports, terminal, memory, argv.slice(1))()
        : await guardProgram(ports, terminal, memory, '/project', argv)()
    const told = [...documents].flatMap(([name, text]) => {
      const { completed, command, stack, outcome } = JSON.parse(text) as Readonly<Record<string, unknown>>
      return [name, JSON.stringify({ completed, command, stack, outcome })]
    })
    return [...lines, ...told, `exit code ${code}`]
  }
const staging = 'stacks/staging-eu.ts'
const unreadable = {
  sources: () => TE.left({ _tag: 'SystemRefused', action: 'read', path: 'stacks', code: 'EIO', message: 'i/o error' })
}
const refused = {
  emitAll: (_: string, sources: ReadonlyArray<string>) =>
    T.of(
      sources.map((source) => ({
        source,
        imports: [],
        read: new Map(),
        file: E.left([{ rule: 'x', clause: 'J.7.0 §4', expected: 'this', actual: 'that', remedy: 'Do it.' }])
      }))
    )
}

readsAs(test, new URL('program.txt', import.meta.url), {
  'the help': typed({}, '--help'),
  'what is not authorised': typed({}, staging, 'destroy', '-auto-approve'),
  'what is not understood': typed({}, staging),
  'what npm kept': typed({}, 'kept by npm', staging, 'plan'),
  'a plan without a terminal, in colours': typed({}, staging, 'plan'),
  'a plan without a terminal, by the name of the stack': typed({}, 'staging-eu', 'plan', '-no-color'),
  'a plan without a terminal, by a pattern': typed({ variables: { NO_COLOR: '1' } }, 'stag*', 'plan'),
  'a plan without a terminal, where none has colours': typed({ variables: { TERM: 'dumb' } }, staging, 'init'),
  'a pattern of two stacks': typed({}, '*-eu', 'plan'),
  'no stack': typed({}, 'plan'),
  'stacks that cannot be read': typed({ outputFiles: unreadable }, 'stag*', 'plan', '-no-color'),
  'a stack that is refused': typed({ stackEvaluator: refused }, staging, 'plan', '-no-color')
} satisfies Readonly<Record<string, Screen>>)

test.run()
