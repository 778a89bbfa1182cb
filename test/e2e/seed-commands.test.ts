import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commandLine } from '../support/command-line.ts'
import { ACCESS_KEY, endState, runSeed, startStagingDouble } from '../support/seed-bench.ts'
import { needAwsCli } from './bench/aws-cli.ts'
import { mustRun } from '../../src/outside/stand-in/run-command.ts'

const root = fileURLToPath(new URL('../project/', import.meta.url))
needAwsCli()

const surroundings = {
  cwd: root,
  env: {
    PATH: process.env['PATH'],
    NODE_OPTIONS: process.env['NODE_OPTIONS'],
    HOME: '/nonexistent',
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: 'secret'
  }
}

const test = suite('the commands that a dry run prints')

test('typed into a shell, they end in the same bucket and table as seed itself', async () => {
  const [typed, seeded] = [await startStagingDouble(), await startStagingDouble()]
  for (const { world } of [typed, seeded])
    Object.assign(world, { hasDefaults: false, asksUntilActive: 0, asksUntilBackups: 0 })
  const way = ['--proxy', typed.proxy, '--ca-bundle', typed.caBundle]
  const command = [...commandLine('seed'), 'stacks/staging-eu.ts', '--dry-run', ...way]
  const printed = await mustRun(process.execPath, command, surroundings)
  typed.forget()
  await mustRun('sh', ['-e', '-c', printed], surroundings)
  await runSeed(seeded)
  assert.is(endState(typed), endState(seeded))
  assert.is(typed.calls()[0]?.operation, 'GetCallerIdentity')
  await Promise.all([typed.stop(), seeded.stop()])
})

test('in another account, the first of them ends the shell', async () => {
  const double = await startStagingDouble()
  const way = ['--proxy', double.proxy, '--ca-bundle', double.caBundle]
  const command = [...commandLine('seed'), 'stacks/staging-eu.ts', '--dry-run', ...way]
  const printed = await mustRun(process.execPath, command, surroundings)
  double.world.principals.set(ACCESS_KEY, {
    account: '444455556666',
    arn: 'arn:aws:sts::444455556666:assumed-role/x/y'
  })
  double.forget()
  const ended = await mustRun('sh', ['-c', printed], surroundings).then(
    () => 'went on',
    () => 'ended'
  )
  assert.is(ended, 'ended')
  assert.equal(
    double.calls().map(({ operation }) => operation),
    ['GetCallerIdentity']
  )
  await double.stop()
})

test.run()
