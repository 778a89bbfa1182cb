import * as fs from 'node:fs'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import { runCommand } from '../../support/temp-project.ts'
import type { Guarded } from './guarded.ts'

/** Changes staging-eu, emits it and commits both, as a review would end. */
export const changeStack = async ({ root, git }: Guarded, from: string, to: string): Promise<void> => {
  const file = join(root, 'stacks/staging-eu.ts')
  const text = fs.readFileSync(file, 'utf8')
  assert.is(text.split(from).length, 2, from)
  fs.writeFileSync(file, text.replace(from, to))
  const emitted = await runCommand('emit', ['stacks/staging-eu.ts'], { cwd: root })
  assert.is(emitted.code, 0, emitted.stderr)
  git('commit', '-q', '-a', '-m', 'a reviewed change')
}
