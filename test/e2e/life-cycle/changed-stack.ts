import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as assert from 'uvu/assert'
import { inTempProject } from '../../support/temp-project.ts'

const repository = fileURLToPath(new URL('../../project/', import.meta.url))

export type Changed = {
  /** What emit writes for the changed stack. */
  readonly emitted: string
  /** What the three commands said: a check that misses the emit, the emit, and a check after it. */
  readonly said: string
}

/** Changes texts of a stack in a copy of the project, emits it, and checks it before and after as a reviewer would. */
export const changedStack = async (
  name: string,
  changes: ReadonlyArray<readonly [from: string, to: string]>
): Promise<Changed> => {
  const paths = [
    ...readdirSync(`${repository}stacks`).map((file) => `stacks/${file}`),
    ...readdirSync(`${repository}out`).flatMap((folder) => [`out/${folder}/main.tf.json`, `out/${folder}/REVIEW.md`])
  ]
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(`${repository}${path}`, 'utf8')]))
  let text = files[`stacks/${name}.ts`] ?? ''
  for (const [from, to] of changes) {
    assert.is(text.split(from).length, 2, `${from} stands once in stacks/${name}.ts`)
    text = text.replace(from, to)
  }
  let changed: Changed | undefined
  await inTempProject({ ...files, [`stacks/${name}.ts`]: text }, async ({ emit, read }) => {
    const missed = await emit(['--check'])
    assert.is(missed.code, 1, `a check sees that the emit is missing\n${missed.stdout}`)
    const written = await emit([`stacks/${name}.ts`])
    assert.is(written.code, 0, written.stderr)
    const checked = await emit(['--check'])
    assert.is(checked.code, 0, `a check sees that all is emitted\n${checked.stdout}${checked.stderr}`)
    const said = [missed, written, checked].flatMap(({ stdout, stderr }) => [stdout, stderr]).join('')
    changed = { emitted: read(`out/${name}/main.tf.json`), said }
  })
  if (changed === undefined) throw new Error('nothing was emitted')
  return changed
}
