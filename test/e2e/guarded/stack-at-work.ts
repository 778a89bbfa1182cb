import * as fs from 'node:fs'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import { runCommand } from '../../support/temp-project.ts'
import type { Guarded } from './guarded.ts'
import { said, succeeded } from '../bench/tofu-output.ts'

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

/** Runs tofu itself on the stack's folder in the project, as the bootstrap principal; it must succeed. */
export const plainTofu = async (guarded: Guarded, args: ReadonlyArray<string>): Promise<void> => {
  const { scenario, root, bootstrap } = guarded
  const ended = await scenario.tofu([`-chdir=${join(root, 'out/staging-eu')}`, ...args], bootstrap)
  assert.ok(succeeded(ended), said(ended))
}

/** Day 0 by hand, since it is shorter: all that the file declares is there, and the folder is initialised. */
export const plainDayZero = async (guarded: Guarded): Promise<void> => {
  await plainTofu(guarded, ['init', '-input=false', '-no-color'])
  await plainTofu(guarded, ['apply', '-input=false', '-no-color', '-auto-approve'])
}

/** Takes a dead lock away as the guard says it: the folder of the project was never initialised by the guard. */
export const unlocked = async (guarded: Guarded, id: string): Promise<void> => {
  await plainTofu(guarded, ['init', '-input=false', '-lockfile=readonly', '-no-color'])
  await plainTofu(guarded, ['force-unlock', '-force', id])
}
