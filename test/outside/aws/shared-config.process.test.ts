import * as E from 'fp-ts/lib/Either.js'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carrier } from '../../../src/outside/aws/route.ts'
import { sharedConfig } from '../../../src/outside/aws/shared-config.ts'
import { readFilled } from '../../../src/outside/files/read-bounded.ts'
import { wordsOfNoSession } from '../../support/no-session.ts'

const test = suite<{ root: string }>('a pipe in the place of the shared config')
test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'zenthea-config-'))
})
test.after.each(({ root }) => {
  for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) delete process.env[name]
  rmSync(root, { recursive: true })
})

const TEXT = '[profile x]\nregion = eu-central-1\n'

/** Sets both files, the credentials to none, and reads them. */
const readWith = (config: string) => {
  Object.assign(process.env, { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' })
  return sharedConfig([])()
}

test('a pipe that nothing fills is empty, and is not waited for', async ({ root }) => {
  const pipe = join(root, 'pipe')
  execFileSync('mkfifo', [pipe])
  assert.equal((await readWith(pipe)).config, {})
})

test('what a shell fills is read to its end, and stays what it was for the whole process', async ({ root }) => {
  const pipe = join(root, 'pipe')
  execFileSync('mkfifo', [pipe])
  const held = await open(pipe, 'r+')
  const reading = readWith(pipe)
  // More than a pipe holds: it is written when it is being read.
  await held.writeFile(`${'# a comment\n'.repeat(20_000)}${TEXT}`)
  await held.close()
  assert.equal((await reading).config, { x: { region: 'eu-central-1' } })
  assert.equal((await readWith(pipe)).config, { x: { region: 'eu-central-1' } }, 'the second time')
})

test('a pipe that is held open and gives nothing is left', async ({ root }) => {
  const pipe = join(root, 'pipe')
  execFileSync('mkfifo', [pipe])
  const held = await open(pipe, 'r+')
  const words = await readFilled(pipe, 100).then(String, (error: Error) => error.message)
  await held.close()
  assert.is(words, 'it gave nothing for 0.1 seconds')
})

test('a CA bundle that is a pipe which nothing fills ends at once', async ({ root }) => {
  const pipe = join(root, 'pipe')
  execFileSync('mkfifo', [pipe])
  const made = await carrier({ proxy: undefined, caBundle: pipe }, 1000)()
  assert.match(E.isLeft(made) ? wordsOfNoSession(made.left) : 'it was taken', 'holds no certificate in PEM form')
})

test.run()
