import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { checkout } from '../../../src/outside/tofu/checkout.ts'
import { inTempProject } from '../../support/temp-project.ts'

const test = suite('a named pipe, which would never end')

const PATH = 'out/a-eu/main.tf.json'

test('in the place of an output is a failure, and is neither waited for nor replaced', () =>
  inTempProject({ 'out/a-eu/REVIEW.md': '' }, async ({ root, at }) => {
    execFileSync('mkfifo', [at(PATH)])
    const failure = E.left({ _tag: 'WrongKind', path: PATH, expected: 'regular file', found: 'special file' })
    assert.equal(await outputFiles().read(root, PATH)(), failure)
    assert.equal(await outputFiles().write(root, PATH, Buffer.from('{}'))(), failure)
    assert.ok(fs.lstatSync(at(PATH)).isFIFO())
  }))

test('in the place of the git folder is not waited for', () =>
  inTempProject({ 'stacks/x.ts': '' }, async ({ root, at }) => {
    execFileSync('mkfifo', ['-m', '600', at('.git')])
    assert.equal(await checkout().changeable(absolutePath(root), ['.', 'stacks/x.ts'])(), E.right([]))
  }))

test.run()
