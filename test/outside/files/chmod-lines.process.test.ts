import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeCheckout } from '../../../src/commands/preflight/foreseen/judge-foreseen.ts'
import { classify } from '../../../src/outside/aws/classify.ts'
import { awsFailureRemedy } from '../../../src/backend/aws-failure-text.ts'
import { changeableToReach } from '../../../src/outside/files/changeable.ts'
import { folded } from '../../../src/diagnostics/folded.ts'
import { shellWord } from '../../../src/caller/shell.ts'
import { inTempProject } from '../../support/temp-project.ts'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'

const test = suite('the lines that change a right or a limit of the system')

test('a file that others can change: the line takes the right away', () =>
  inTempProject({ 'a folder/tofu': '' }, async ({ at }) => {
    const file = absolutePath(at('a folder/tofu'))
    for (const place of [at('a folder'), file]) {
      fs.chmodSync(place, 0o777)
      const changeable = await changeableToReach(file)
      assert.equal(changeable, [place])
      const [found] = judgeCheckout(changeable)
      const [line = 'false'] = /chmod go-w [^;]*/.exec(found?.remedy ?? '') ?? []
      assert.is(line, `chmod go-w ${shellWord(place)}`)
      execFileSync('sh', ['-e', '-c', line], { stdio: 'pipe' })
      assert.equal(await changeableToReach(file), [])
    }
  }))

test('several files that others can change are one finding, and one line takes the right from all', () =>
  inTempProject({ 'one file': '', two: '' }, async ({ at }) => {
    const files = ['one file', 'two'].map((name) => absolutePath(at(name)))
    for (const file of files) fs.chmodSync(file, 0o666)
    const [first, ...others] = folded(judgeCheckout(files))
    assert.equal(others, [])
    execFileSync('sh', ['-e', '-c', /chmod go-w [^;]*/.exec(first?.remedy ?? '')?.[0] ?? 'false'], { stdio: 'pipe' })
    for (const file of files) assert.equal(await changeableToReach(file), [])
  }))

test('a limit of open files: the line lets a shell open more files', () => {
  const error = Object.assign(new Error('connect EMFILE'), { code: 'EMFILE' })
  const [line = 'false'] = /ulimit -n \d+$/.exec(awsFailureRemedy(classify('S3 GetObject', 'x', error, 1))) ?? []
  const run = (before: string): string =>
    execFileSync('sh', ['-e', '-c', `${before}; ulimit -n`], { encoding: 'utf8' }).trim()
  assert.is(run(`ulimit -S -n 64; ${line}`), '1024')
})

test.run()
