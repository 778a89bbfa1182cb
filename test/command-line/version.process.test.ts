import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bundleOf } from '../../bin/build.js'
import { COMMANDS, FRONT_DOOR } from '../../bin/jobs.js'
import { PROVEN_TOFU, versionText } from '../../src/command-line/version-text.ts'
import { inTempProject, runCommand, runNode } from '../support/temp-project.ts'

const root = realpathSync(fileURLToPath(new URL('../..', import.meta.url)))
const test = suite('--version')

test('every command says which program it is, with which Node, and with what it was proven', () =>
  inTempProject({}, async ({ root: cwd }) => {
    const { digest, command } = await bundleOf('emit')
    assert.is(basename(dirname(dirname(fileURLToPath(command)))), digest)
    const expected = versionText(digest, process.versions.node)
    assert.match(expected, `sha256:${digest}\n`)
    assert.match(expected, 'AWS provider 5.100.0\n')
    for (const name of ['emit', 'review', 'seed', 'preflight', 'tofu', 'completion', 'sandbox'] as const)
      assert.equal(await runCommand(name, ['--version'], { cwd }), {
        code: 0,
        signal: null,
        stdout: expected,
        stderr: ''
      })
    const whole = await runNode([`${root}/bin/zenthea.js`, '--version'], { cwd })
    assert.equal([whole.code, whole.stdout], [0, expected])
  }))

test('the release of OpenTofu is the one that the end-to-end tests build', () => {
  const module = readFileSync(`${root}/src/outside/stand-in/files/opentofu/go.mod`, 'utf8')
  assert.is(/github\.com\/opentofu\/opentofu v(\S+)/.exec(module)?.[1], PROVEN_TOFU)
})

const misspelt: ReadonlyArray<readonly [word: string, meant: string | undefined]> = [
  ['emitt', 'emit'],
  ['staus', 'status'],
  ['preflihgt', 'preflight'],
  ['-x', undefined],
  ['beginning', undefined]
]
for (const [word, meant] of misspelt)
  test(`zenthea ${word}: 2, the commands, and the one that is near`, async () => {
    const { code, stdout, stderr } = await runNode([`${root}/bin/zenthea.js`, word])
    assert.equal([code, stdout], [2, ''])
    const question = meant === undefined ? '' : `did you mean ${meant}? `
    const said = `zenthea: ${question}Name one command: ${COMMANDS.join(', ')}; see zenthea --help`
    assert.is(stderr, `${said}\nWhat this means and why: npm run explain -- not-understood\n`)
  })

for (const args of [[], ['--help'], ['-h']])
  test(`zenthea ${args.join(' ')}: the jobs in the order of the day, each with its command`, async () => {
    const { code, stdout, stderr } = await runNode([`${root}/bin/zenthea.js`, ...args])
    assert.equal([code, stdout, stderr], [0, FRONT_DOOR, ''])
  })

test.run()
