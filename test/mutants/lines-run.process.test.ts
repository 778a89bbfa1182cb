import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { linesRun } from './lines-run.ts'

const test = suite('the lines that a test runs')

const root = fileURLToPath(new URL('../../', import.meta.url))

const source = `export type Side = 'left' | 'right'

/** One line of three is of types alone. */
export const turned = (side: Side): Side => {
  if (side === 'left') {
    return 'right'
  }
  return 'left'
}

export const unused = (): number =>
  1 + 1
`

const testOf = (side: string, other: string): string => `import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { turned } from '../src/turned.ts'

const made = suite('turned')
made('turns', () => assert.is(turned('${side}'), '${other}'))
made.run()
`

/** A project with one source, and tests of it, which this project's worker runs. */
const project = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-lines-')))
test.before(() => {
  for (const folder of ['src', 'test/runner']) mkdirSync(join(project, folder), { recursive: true })
  for (const path of ['package.json', 'test/runner', 'test/typescript.js'])
    cpSync(join(root, path), join(project, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(join(project, 'src/turned.ts'), source)
  writeFileSync(join(project, 'test/left.test.ts'), testOf('left', 'right'))
  writeFileSync(join(project, 'test/right.test.ts'), testOf('right', 'left'))
  writeFileSync(join(project, 'test/red.test.ts'), testOf('left', 'left'))
})
test.after(() => rmSync(project, { recursive: true, force: true }))

/** Of the lines 4 to 12, which hold the functions. */
const within = async (name: string): Promise<ReadonlyArray<number>> =>
  ((await linesRun(project, `test/${name}.test.ts`, 60))?.['src/turned.ts'] ?? []).filter((line) => line > 4)

test('a line of the side that was taken, and none of the other or of a function that is not called', async () => {
  const [left, right] = [await within('left'), await within('right')]
  assert.equal([left.includes(6), left.includes(8), left.includes(12)], [true, false, false])
  assert.equal([right.includes(6), right.includes(8), right.includes(12)], [false, true, false])
})

test('a test that is red tells nothing', async () => {
  assert.is(await linesRun(project, 'test/red.test.ts', 60), undefined)
})

test.run()
