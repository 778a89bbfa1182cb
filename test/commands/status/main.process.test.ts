import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type TempProject, inTempProject, runCommand } from '../../support/temp-project.ts'

const test = suite('npm run status, as a process')

const stack = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')

type Document = {
  readonly stacks: ReadonlyArray<{
    readonly stack: string
    readonly attention: ReadonlyArray<string>
    readonly live?: unknown
  }>
}

/** What status says as a document in a project outside of git, on a machine without credentials. */
const statusIn = async ({ root }: TempProject, ...args: ReadonlyArray<string>) => {
  const env = {
    ...Object.fromEntries(
      Object.keys(process.env).flatMap((name) => (/^(AWS|npm)_/.test(name) ? [[name, undefined]] : []))
    ),
    HOME: root,
    XDG_STATE_HOME: `${root}/state`,
    GIT_CEILING_DIRECTORIES: root
  }
  const { code, stdout, stderr } = await runCommand('status', ['--json', ...args], { cwd: root, env })
  assert.is(stderr, '')
  return { code, document: JSON.parse(stdout) as Document, text: stdout }
}

test('it says of each stack what is to be done, and asks nothing of AWS', () =>
  inTempProject({ 'stacks/staging-eu.ts': stack }, async (made) => {
    const { code, document } = await statusIn(made)
    assert.is(code, 1)
    assert.equal(
      document.stacks.map((one) => one.stack),
      ['staging-eu']
    )
    assert.ok((document.stacks[0]?.attention.length ?? 0) > 0)
  }))

test('with --live it says why AWS could not be asked', () =>
  inTempProject({ 'stacks/staging-eu.ts': stack }, async (made) => {
    const { code, text } = await statusIn(made, '--live')
    assert.is(code, 1)
    assert.match(text, 'credentials')
  }))

test.run()
