import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findProgram } from '../../../src/outside/process/program.ts'

const test = suite<{ folder: string }>('the program that a PATH names')
test.before.each((context) => {
  context.folder = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-path-')))
})
test.after.each(({ folder }) => rmSync(folder, { recursive: true }))

const program = (path: string): string => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

test('a program in the project is passed over, one in a sibling folder is taken', async ({ folder }) => {
  const inside = program(join(folder, 'project/bin/tofu'))
  const beside = program(join(folder, 'project-tools/tofu'))
  const path = [dirname(inside), dirname(beside)].join(':')
  assert.is(await findProgram('tofu', path, join(folder, 'project')), beside)
  assert.is(await findProgram('tofu', path, undefined), inside)
})

test('a link from elsewhere into the project is passed over', async ({ folder }) => {
  const inside = program(join(folder, 'project/bin/tofu'))
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync(inside, join(folder, 'elsewhere/tofu'))
  assert.is(await findProgram('tofu', join(folder, 'elsewhere'), join(folder, 'project')), undefined)
})

test('a folder, a file without the right to run and a relative element are passed over', async ({ folder }) => {
  mkdirSync(join(folder, 'a/tofu'), { recursive: true })
  chmodSync(program(join(folder, 'b/tofu')), 0o644)
  const path = `:.:${join(folder, 'a')}:${join(folder, 'b')}`
  assert.is(await findProgram('tofu', path, undefined), undefined)
})

test.run()
