import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { COMMANDS, FRONT_DOOR, JOBS } from '../../../bin/jobs.js'
import { describedCommands } from '../../../src/commands/completion/commands.ts'
import { flagsOf } from '../../../src/commands/completion/scripts.ts'

const test = suite('the list of commands')

const root = fileURLToPath(new URL('../../../', import.meta.url))
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

/** `npm run tofu` is the guard. */
const folderOf = (command: string): string => (command === 'tofu' ? 'guard' : command)

test('every folder of a command is a command with a job, and every command is there', () => {
  const folders = readdirSync(`${root}src/commands`).filter((name) => existsSync(`${root}src/commands/${name}/main.ts`))
  assert.equal(COMMANDS.map(folderOf).toSorted(), folders.toSorted())
})

test('every command has a script of npm and a description, and no other has', () => {
  const run = Object.entries(scripts).filter(([, line]) => line.startsWith('node bin/zenthea.js '))
  assert.equal(run.map(([name]) => name).toSorted(), COMMANDS.toSorted())
  for (const [name, line] of run) assert.is(line, `node bin/zenthea.js ${name}`)
  assert.is(scripts['start'], 'node bin/zenthea.js')
  assert.equal(Object.keys(describedCommands).toSorted(), COMMANDS.toSorted())
})

test('stacks are offered to those commands that are about stacks that are there', () => {
  const offered = Object.entries(describedCommands).flatMap(([name, { takesStacks }]) => (takesStacks ? [name] : []))
  assert.equal(offered.toSorted(), ['emit', 'preflight', 'review', 'sandbox', 'seed', 'status', 'tofu'])
})

test('every job stands on the first page, which is one screen', () => {
  for (const { by, command, typed, does } of JOBS) {
    assert.match(FRONT_DOOR, `${by}\n`)
    assert.ok(FRONT_DOOR.includes(`npm run ${command} -- ${typed} `) || FRONT_DOOR.includes(`npm run ${command} `))
    assert.match(FRONT_DOOR, does)
  }
  const lines = FRONT_DOOR.split('\n')
  assert.ok(lines.length <= 50)
  for (const line of lines) assert.ok(line.length <= 120, line)
})

for (const [name, command] of Object.entries(describedCommands)) {
  test(`${name}: its help tells every option that it takes, and takes every option that it tells`, () => {
    const told = flagsOf(command).map(({ typed }) => typed.replace(/^-+/, ''))
    const taken = Object.keys(command.options).filter((option) => option.length > 1)
    assert.equal(told.toSorted(), taken.toSorted())
  })

  test(`${name}: its help names the value of exactly those options that take one`, () => {
    for (const { typed, value } of flagsOf(command))
      assert.is(value !== undefined, command.options[typed.replace(/^-+/, '')]?.type === 'string', typed)
  })
}

test('every word that is offered is one word to each shell', () => {
  const words = Object.values(describedCommands).flatMap(({ words = [] }) => words)
  assert.ok(words.length > 200)
  assert.equal(
    words.filter((word) => !/^[A-Za-z0-9._-]+$/.test(word)),
    []
  )
})

test.run()
