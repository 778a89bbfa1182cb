import * as E from 'fp-ts/lib/Either.js'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createWhole } from '../../../src/outside/files/create-whole.ts'
import { stackWriter } from '../../../src/outside/files/stack-writer.ts'
import { stackFiles } from '../../../src/outside/stack/files.ts'
import { stackModule } from '../../../src/outside/stack/module.ts'
import { stackSources } from '../../../src/outside/stack/sources.ts'
import { inTempProject } from '../../support/temp-project.ts'

const test = suite('a run of new that was killed')

const refused = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code })
}

/** A killed run does nothing after its last call: what it made stays, and what it would have removed does too. */
const killedCalls = { ...fs, linkSync: refused('EPERM'), renameSync: refused('killed'), rmSync: () => undefined }

test('is repeated by the line that its empty file is refused with, where there are no hard links', () =>
  inTempProject({ 'stacks/shared/.keep': '' }, async ({ root, read }) => {
    const path = join(root, 'stacks/a-eu.ts')
    assert.throws(() => createWhole(killedCalls, path, join(root, 'stacks/.new-stack.1.tmp'), 'one'), 'killed')
    assert.is(read('stacks/a-eu.ts'), '')

    const judged = stackModule(stackSources(stackFiles(root), [], () => undefined)('stacks/a-eu.ts'))
    const [problem] = E.isLeft(judged) ? judged.left : []
    assert.is(problem?.actual, 'the file is empty')
    assert.ok(E.isLeft(await stackWriter().create(root, 'stacks/a-eu.ts', 'two')()), 'and is not overwritten')
    const [, typed = ''] = /: (rm .*) && npm run new$/.exec(problem?.remedy ?? '') ?? []
    execFileSync('sh', ['-c', typed], { cwd: root })
    assert.equal(await stackWriter().create(root, 'stacks/a-eu.ts', 'two')(), E.right(undefined))
    assert.is(read('stacks/a-eu.ts'), 'two')
  }))

test.run()
