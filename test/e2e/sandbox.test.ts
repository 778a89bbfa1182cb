import { existsSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ACCIDENTS } from '../../src/commands/sandbox/accidents.ts'
import { commandLine } from '../support/command-line.ts'
import { runCommand } from '../support/temp-project.ts'

const project = fileURLToPath(new URL('../project/', import.meta.url))

/** What a real shell may hold, of which nothing may come in. */
const REAL = { AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL', AWS_SECRET_ACCESS_KEY: 'a-real-one', AWS_PROFILE: 'real' }

const inSandbox = (script: string, ...args: ReadonlyArray<string>) =>
  runCommand('sandbox', ['staging-eu', '--run', script, ...args], { cwd: project, env: REAL })

/** The folder that a sandbox said that it was in; it is gone by then. */
const folderOf = (stdout: string): string => /^FOLDER (.*)\n/m.exec(stdout)?.[1] ?? ''

const test = suite('the sandbox, with a real tofu')

test('it reaches no other host, nothing real comes in, and nothing of it stays', async () => {
  const { code, stdout, stderr } = await inSandbox(
    [
      'echo "FOLDER $ZENTHEA_SANDBOX"',
      'env',
      'for host in https://example.com http://example.com https://sts.amazonaws.com.example.com; do',
      '  curl -sS -m 20 -x "$HTTPS_PROXY" "$host" -o /dev/null -w "%{http_connect} %{http_code}\\n"; done',
      'aws sts get-caller-identity --query Arn --output text',
      'as other-account; aws sts get-caller-identity --query Account --output text',
      '(sleep 1000 &)',
      'exit 7'
    ].join('\n')
  )
  assert.is(code, 7, stdout + stderr)
  assert.not.match(stdout, 'REAL')
  assert.not.match(stdout, 'a-real-one')
  assert.match(stdout, /^403 000\n000 403\n403 000$/m)
  assert.match(stdout, 'arn:aws:sts::111122223333:assumed-role/ZentheaFoundationBootstrap/rehearsal')
  assert.match(stdout, /^999988887777$/m)
  assert.is.not(folderOf(stdout), '')
  assert.not(existsSync(folderOf(stdout)))
  assert.is(await left(folderOf(stdout)), '')
})

/** Processes that still name a folder. */
const left = async (folder: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn('ps', ['-A', 'e', '-ww', '-o', 'pid=,args='], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('close', () =>
      resolve(
        said
          .split('\n')
          .filter((line) => line.includes(folder))
          .join('\n')
      )
    )
  })

/** Opens a sandbox, kills its command at a moment after it is open, and waits until nothing of it is left. */
const killed = async (signal: NodeJS.Signals, moment: number): Promise<void> => {
  const args = [...commandLine('sandbox'), 'staging-eu', '--run', 'echo "FOLDER $ZENTHEA_SANDBOX"; sleep 600 & wait']
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'ignore'], env: process.env })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  while (folderOf(said) === '' && child.exitCode === null) await setTimeout(50)
  await setTimeout(moment * 50)
  child.kill(signal)
  const folder = folderOf(said)
  assert.is.not(folder, '')
  for (let turn = 0; turn < 600 && (existsSync(folder) || (await left(folder)) !== ''); turn++) await setTimeout(100)
  assert.not(existsSync(folder))
  assert.is(await left(folder), '')
}

for (const signal of ['SIGKILL', 'SIGHUP'] as const)
  test(`five at once, each ended by ${signal} at another moment, leave no process and no folder`, async () => {
    await Promise.all([0, 1, 2, 3, 4].map((moment) => killed(signal, moment)))
  })

/** Two sandboxes, each with every other accident, in one day 0 each. */
const halves = [0, 1].map((half) => ACCIDENTS.filter((_, index) => index % 2 === half).map(({ name }) => name))

const rehearsed = async (names: ReadonlyArray<string>) => {
  const { stdout, stderr } = await inSandbox(
    [
      'tour --yes || exit 1',
      'grep -h sandbox "$HOME"/.local/state/zenthea-foundation/evidence/*/* | sort | uniq -c',
      ...names.map((name) => `break ${name} && way-out --yes && echo "LED OUT ${name}"`)
    ].join('\n')
  )
  return stdout + stderr
}

test('two at once: day 0, each accident, its refusal, and the way out as it is printed', async () => {
  const screens = await Promise.all(halves.map(rehearsed))
  halves.forEach((names, half) => {
    const screen = screens[half] ?? ''
    assert.match(screen, /\d+ {3}"sandbox": true,\n/, screen)
    assert.not.match(screen, '"sandbox": false')
    const lacking = names.filter((name) => !screen.includes(`LED OUT ${name}\n`))
    assert.equal(lacking, [], screen)
  })
})

test('the list names them all', async () => {
  const { stdout } = await runCommand('sandbox', ['--list'], { cwd: project })
  for (const { name, what } of ACCIDENTS)
    assert.match(stdout, new RegExp(`^${name} +${what.replaceAll(/[().]/g, '\\$&')}$`, 'm'))
})

test.run()
