import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Command } from '../support/command-line.ts'
import { type TempProject, inTempProject, runCommand } from '../support/temp-project.ts'

/** A name of a file never breaks a line, shows a path of the machine, or reaches a shell as more than a word. */
const test = suite('odd names of files')

/** As bytes: a name on disk need not be text. */
const names: Readonly<Record<string, string | Uint8Array>> = {
  'a line feed': 'a\nb',
  'a carriage return': 'a\rb',
  'a tab': 'a\tb',
  'a colour': 'a\u001B[31mred',
  'a title of the window': 'a\u001B]0;t\u0007b',
  'a control of eight bits': 'a\u009Bb',
  'a deletion': 'a\u007Fb',
  'a mark from right to left': 'a\u202Ets.b',
  'a width of zero': 'a\u200Bb',
  'a line separator': 'a\u2028b',
  'a mark of byte order': '\uFEFFa',
  'bytes that are not UTF-8': Uint8Array.of(0x61, 0xff, 0xfe, 0x62),
  'an option': '--all',
  'a dash': '-rf',
  quotes: `a'b"c`,
  spaces: 'a b  c',
  'a command': 'a$(id)b;`id`',
  'a picture': 'a😀b',
  'a backslash': 'a\\b',
  'the most that a folder takes': 'x'.repeat(240),
  'an address': 'jane.doe@example.com',
  'a password': 'password=hunter2x9!'
}

const decoded = (name: string | Uint8Array): string =>
  typeof name === 'string' ? name : new TextDecoder().decode(name)

const bytesOf = (...parts: ReadonlyArray<string | Uint8Array>): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))

const inProject = (use: (made: TempProject) => Promise<void>): Promise<void> =>
  inTempProject({}, async (made) => {
    fs.mkdirSync(made.at('stacks'))
    for (const name of Object.values(names)) {
      fs.writeFileSync(bytesOf(made.at('stacks'), '/', name, '.ts'), 'export default 1\n')
      fs.mkdirSync(bytesOf(made.at('out'), '/', name), { recursive: true })
    }
    await use(made)
  })

/** Faults of what a command wrote: its two streams together. */
const faultsOf = (text: string, { root }: TempProject): ReadonlyArray<string> =>
  [
    // oxlint-disable-next-line no-control-regex
    [/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/, 'a control'],
    [/^b(?:\.ts|\s|$)/m, 'a broken line'],
    [/hunter2x9|jane\.doe/, 'what is private'],
    [/^\s+at |\bTypeError\b/m, 'a stack trace'],
    [/file:\/\//, 'an address of a file']
  ]
    .flatMap(([form, what]) => ((form as RegExp).test(text) ? [String(what)] : []))
    .concat(text.includes(root) ? ['a path of the machine'] : [])

const run = async (made: TempProject, command: Command, args: ReadonlyArray<string>): Promise<string> => {
  const env = { HOME: `${made.root}/home`, XDG_STATE_HOME: undefined, TMPDIR: undefined }
  const { stdout, stderr } = await runCommand(command, args, { cwd: made.root, env })
  assert.equal(
    faultsOf(`${stdout}${stderr}`.replaceAll(`${made.root}/home`, '~'), made),
    [],
    [command, ...args].join(' ')
  )
  return `${stdout}${stderr}`
}

const ofAll: ReadonlyArray<readonly [Command, ...args: ReadonlyArray<string>]> = [
  ['emit'],
  ['emit', '--json'],
  ['emit', '--check'],
  ['status', '--all'],
  ['status', '--json'],
  ['review'],
  ['review', '--json'],
  ['review', '--markdown']
]
for (const [command, ...args] of ofAll)
  test(`${[command, ...args].join(' ')} in a project that is full of them`, () =>
    inProject(async (made) => {
      assert.ok((await run(made, command, args)).length > 0)
    }))

/** All of it in one name, and two that a command line reads in another way. */
const worst = ['a\nb\u001B[31m\u202E\'"$(id) \u200B', '--all', decoded(Uint8Array.of(0x61, 0xff, 0x62))]
const ofOne: ReadonlyArray<readonly [Command, (file: string, name: string) => ReadonlyArray<string>]> = [
  ['emit', (file) => [file]],
  ['seed', (file) => [file, '--dry-run']],
  ['preflight', (file) => [file]],
  ['preflight', (file) => ['--json', file]],
  ['tofu', (file) => [file, 'plan']],
  ['explain', (_, name) => [name]],
  ['new', (_, name) => [name]],
  ['doctor', (file) => [file]],
  ['completion', (_, name) => [name]]
]
for (const [command, args] of ofOne)
  test(`${[command, ...args('FILE', 'NAME')].join(' ')} with such a name`, () =>
    inProject(async (made) => {
      for (const name of worst) await run(made, command, args(`stacks/${name}.ts`, name))
    }))

test('a line of status that is copied hands the shell one word', () =>
  inProject(async (made) => {
    const lines = (await run(made, 'status', ['--all'])).matchAll(/npm run emit -- (.*)$/gm)
    const words = Array.from(lines, ([, word = '']) => word)
    assert.ok(words.length >= 15)
    for (const word of words) {
      const said = execFileSync('/bin/sh', ['-c', `set -- ${word}; printf '%s %s' "$#" "$1"`], { encoding: 'utf8' })
      assert.match(said, /^1 [^-]/, word)
    }
  }))

test.run()
