import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { begun, isSandbox } from '../../src/command-line/begin.ts'
import { versionText } from '../../src/command-line/version-text.ts'
import { EMIT_OPTIONS } from '../../src/commands/emit/arguments.ts'
import { digest } from '../support/kinds.ts'

const test = suite('how a command begins')

const program = digest<'the program'>('the program')
const HEADLINE = 'SANDBOX: what answers is not AWS, and nothing here is proof\n'

/** What beginning says and decides where these variables are set, and the exit code that it leaves. */
const begin = async (
  variables: Readonly<Record<string, string>>,
  argv: ReadonlyArray<string> = [],
  command = 'emit'
) => {
  const said = { out: '', err: '' }
  const { stdout, stderr, exitCode: code } = process
  const [out, err] = [stdout.write.bind(stdout), stderr.write.bind(stderr)]
  const before = { ...process.env }
  for (const name of Object.keys(process.env)) if (/^(npm_|ZENTHEA_)/.test(name)) delete process.env[name]
  Object.assign(process.env, variables)
  process.stdout.write = (text) => ((said.out += String(text)), true)
  process.stderr.write = (text) => ((said.err += String(text)), true)
  try {
    const goesOn = await begun(command, EMIT_OPTIONS, { argv, program })
    return { goesOn, ...said, code: process.exitCode }
  } finally {
    Object.assign(process, { exitCode: code })
    process.stdout.write = out
    process.stderr.write = err
    for (const name of Object.keys(variables)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

const npm = { npm_lifecycle_event: 'emit', npm_command: 'run', npm_config_user_agent: 'npm/11.19.1 node/v20' }

test('with nothing to say it goes on in silence', async () => {
  assert.equal(await begin({}, ['stacks/staging-eu.ts']), { goesOn: true, out: '', err: '', code: undefined })
  assert.equal(await begin(npm), { goesOn: true, out: '', err: '', code: undefined })
})

test('in a sandbox it says so first, and the sandbox itself does not', async () => {
  const within = { ZENTHEA_SANDBOX: '/sandbox' }
  assert.equal(await begin(within), { goesOn: true, out: '', err: HEADLINE, code: undefined })
  assert.is((await begin(within, [], 'sandbox')).err, '')
  assert.is((await begin({ ZENTHEA_SANDBOX: '' })).err, '')
  assert.equal([isSandbox(within), isSandbox({}), isSandbox({ ZENTHEA_SANDBOX: '' })], [true, false, false])
})

test('--version prints the program and ends there, in a sandbox without its first line', async () => {
  const printed = { goesOn: false, out: versionText(program, process.versions.node), err: '', code: undefined }
  assert.equal(await begin({}, ['--version']), printed)
  assert.equal(await begin({ ZENTHEA_SANDBOX: '/sandbox' }, ['stacks/a.ts', '--version']), printed)
})

test('flags that npm kept: nothing is done, 2, each of them, and the line to type', async () => {
  const kept = { ...npm, npm_config_check: 'true', npm_config_json: 'true' }
  assert.equal(await begin(kept, ['stacks/staging-eu.ts', '--version']), {
    goesOn: false,
    out: '',
    err: `emit: npm kept --check, --json for itself, because '--' does not stand before it; nothing was done. Type:
  npm run emit -- stacks/staging-eu.ts --version --check --json
What this means and why: npm run explain -- kept-by-npm
`,
    code: 2
  })
})

test('a flag that npm kept names no control and no place to a terminal', async () => {
  const { err } = await begin({ ...npm, 'npm_config_a\u001bb': 'true' })
  assert.not.match(err, '\u001b')
  assert.match(err, String.raw`npm kept --a\u{1b}b for itself`)
})

test('the same variables beside another script of npm, or none, are none that were kept', async () => {
  const kept = { npm_config_check: 'true' }
  for (const other of [kept, { ...npm, ...kept, npm_lifecycle_event: 'test' }])
    assert.equal(await begin(other), { goesOn: true, out: '', err: '', code: undefined })
})

test.run()
