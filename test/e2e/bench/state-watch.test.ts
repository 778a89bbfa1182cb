import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { watchForState } from './state-watch.ts'

const test = suite('state watch')

test('a state that was there for a moment only is seen, and other files are not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-watch-'))
  const watch = watchForState(folder)
  try {
    for (const name of ['errored.tfstate', 'terraform.tfstate.backup', 'main.tf.json', 'first.tfplan']) {
      writeFileSync(join(folder, name), '{}')
      rmSync(join(folder, name))
    }
    for (let turn = 0; turn < 200 && watch.seen().length < 2; turn++) await setTimeout(10)
    assert.equal(watch.seen().toSorted(), ['errored.tfstate', 'terraform.tfstate.backup'])
  } finally {
    watch.end()
    rmSync(folder, { recursive: true })
  }
})

test('a state that lies there is seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-watch-'))
  const watch = watchForState(folder)
  try {
    writeFileSync(join(folder, 'terraform.tfstate'), '{}')
    assert.equal(watch.seen(), ['terraform.tfstate'])
  } finally {
    watch.end()
    rmSync(folder, { recursive: true })
  }
})

test.run()
