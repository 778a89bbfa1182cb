import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import { workingDirectory } from '../../../src/outside/tofu/checkout.ts'
import { cliConfigurationReader } from '../../../src/outside/tofu/cli-configuration.ts'
import { tofuFinder } from '../../../src/outside/tofu/finder.ts'

const test = suite<{ root: AbsolutePath; pipe: AbsolutePath }>('a named pipe where OpenTofu has a file')
test.before.each((place) => {
  place.root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-pipe-'))))
  place.pipe = absolutePath(join(place.root, 'out/tofu'))
  fs.mkdirSync(join(place.root, 'out'))
  execFileSync('mkfifo', [place.pipe])
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

test('is listed by its kind in a working directory, and not read there', async ({ root }) => {
  const { list, read } = workingDirectory()
  assert.equal(await list(root, 'out')(), E.right(O.some([{ name: 'tofu', kind: 'special file' }])))
  const seen = await read(root, 'out/tofu')()
  assert.match(E.isLeft(seen) ? seen.left.cause : 'it was read', /not a regular file/)
})

test('is no program, and not waited for', async ({ pipe }) => {
  const outcome = await tofuFinder.find('/nonexistent', pipe, '')()
  assert.ok(E.isLeft(outcome) && outcome.left._tag === 'SystemRefused')
  assert.is(outcome.left.message, 'it is not a regular file')
})

test('is no CLI configuration, and not waited for', async ({ root, pipe }) => {
  const seen = await cliConfigurationReader().read(root, { HOME: root, TF_CLI_CONFIG_FILE: pipe })()
  assert.is(E.isLeft(seen) && seen.left.what, pipe)
})

test.run()
