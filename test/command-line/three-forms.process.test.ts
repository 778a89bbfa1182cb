import { mkdirSync, rmSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { COMMANDS } from '../../bin/jobs.js'
import type { Command } from '../support/command-line.ts'
import { type PreflightProject, inPreflightProject, preflightEnvironment } from '../support/preflight-project.ts'
import { runCommand } from '../support/temp-project.ts'

const test = suite('a stack is named in three forms')

const FORMS = ['staging-eu', 'stacks/staging-eu.ts', 'staging-*']

type Row = {
  readonly args: (form: string) => ReadonlyArray<string>
  readonly code: number
  readonly says: RegExp
  readonly isBroken?: boolean
}

/** What each command is asked about a stack, and what it says of that stack alone. */
const rows: Readonly<Partial<Record<Command, Row>>> = {
  emit: { args: (form) => ['--check', form], code: 0, says: /out\/staging-eu\/main\.tf\.json/ },
  review: { args: (form) => ['HEAD', form], code: 0, says: /none of 1 stack/ },
  seed: { args: (form) => [form, '--policy'], code: 0, says: /zenthea-staging-eu-tfstate/ },
  preflight: { args: (form) => [form, '--check', 'reviewed-file'], code: 0, says: /^proven$/m },
  // A run of a valid stack is alone on this machine, and may meet one of another test.
  tofu: { args: (form) => [form, 'plan'], code: 2, says: /evidence\/staging-eu\/…/, isBroken: true },
  status: { args: (form) => [form], code: 0, says: /^staging-eu /m }
}

/** They take no stack that is there. The forms of sandbox stand in test/commands/sandbox/words.test.ts. */
const unnamed: ReadonlyArray<string> = ['new', 'doctor', 'explain', 'completion', 'sandbox']

test('each command is among those that take a stack, or among the others', () =>
  assert.equal([...Object.keys(rows), ...unnamed].toSorted(), COMMANDS.toSorted()))

/** What a command says, without moments and durations. */
const said = async ({ root }: PreflightProject, command: Command, args: ReadonlyArray<string>) => {
  const home = `${root}-home`
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const env = { ...preflightEnvironment(), HOME: home }
  const { code, stdout, stderr } = await runCommand(command, args, { cwd: root, env })
  const text = `${stdout}${stderr}`.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z|\d+(?:\.\d+)? m?s\b|-[0-9a-f]{8}\b/g, '…')
  return { code, text }
}

for (const [command, { args, code, says, isBroken = false }] of Object.entries(rows) as ReadonlyArray<
  readonly [Command, Row]
>)
  test(`${command}: by its name, its file or a pattern, with one outcome`, () =>
    inPreflightProject(async (project) => {
      if (isBroken)
        project.write('stacks/staging-eu.ts', project.read('stacks/staging-eu.ts').replace("'Enabled'", "'Suspended'"))
      const outcomes = []
      for (const form of FORMS) outcomes.push(await said(project, command, args(form)))
      const [first, ...others] = outcomes
      assert.is(first?.code, code, first?.text)
      assert.match(first?.text ?? '', says)
      assert.not.match(first?.text ?? '', 'production-eu')
      for (const other of others) assert.equal(other, first)
      rmSync(`${project.root}-home`, { recursive: true, force: true })
    }))

test('new takes the name or the file that its stack will have, and writes the same', () =>
  inPreflightProject(async (project) => {
    const account = '210987654321'
    const flags = [`--account=${account}`, '--aws-region=eu-west-1', '--operators=', '--operator-users=/operators/']
    const planners = `--planners=arn:aws:iam::${account}:role/Planner`
    const written: Array<string> = []
    for (const word of ['team-eu', 'stacks/team-eu.ts']) {
      const { code, text } = await said(project, 'new', [word, ...flags, planners, '--yes'])
      assert.is(code, 0, text)
      written.push(project.read('stacks/team-eu.ts'))
      rmSync(project.at('stacks/team-eu.ts'))
    }
    assert.is(written[0], written[1])
    assert.is((await said(project, 'new', ['team-*', ...flags, planners, '--yes'])).code, 1)
    rmSync(`${project.root}-home`, { recursive: true, force: true })
  }))

test.run()
