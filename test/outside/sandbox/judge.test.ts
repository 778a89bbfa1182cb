import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Judge, startJudge } from '../../../src/outside/sandbox/judge.ts'
import { startedBy } from '../../support/started-programs.ts'

const test = suite<{ root: string }>('how the judge of a sandbox is started')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-judge-')))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** The judge needs each of these. */
const needed = [
  'test/support/sandbox-judge.ts',
  'test/typescript.js',
  'node_modules/@cloud-copilot/iam-simulate/package.json'
]
const make = (root: string, ...paths: ReadonlyArray<string>): void => {
  for (const path of paths) {
    fs.mkdirSync(dirname(join(root, path)), { recursive: true })
    fs.writeFileSync(join(root, path), '')
  }
}

const judged = async (root: string, within?: ReadonlyArray<string>, code?: number) => {
  const told: Array<string> = []
  let judge: Judge | undefined
  let failure: unknown
  const started = await startedBy(
    () => (code === undefined ? { stdout: '4567\n', stays: true } : { code, stderr: 'no such module\n' }),
    async () => {
      try {
        judge = await (within === undefined
          ? startJudge(root, '/sandbox')
          : startJudge(root, '/sandbox', within, (line) => told.push(line)))
        await judge?.stop()
      } catch (error) {
        failure = error
      }
    }
  )
  return { started, port: judge?.port, told, failure }
}

test('it is the program of the checkout, by the Node of this process, and says its port', async ({ root }) => {
  make(root, ...needed)
  const args = ['--import', join(root, 'test/typescript.js'), join(root, 'test/support/sandbox-judge.ts'), '/sandbox']
  const { started, port, told } = await judged(root)
  assert.equal([port, told], [4567, []])
  assert.equal(
    started.map((one) => [one.file, one.args, (one.options as { readonly cwd: string }).cwd]),
    [[process.execPath, args, root]]
  )
  const inNetwork = await judged(root, ['python', 'enter'])
  assert.equal(
    inNetwork.started.map((one) => [one.file, one.args]),
    [['python', ['enter', process.execPath, ...args]]]
  )
})

for (const missing of needed)
  test(`without ${missing} there is none, and nothing is started`, async ({ root }) => {
    make(root, ...needed.filter((path) => path !== missing))
    assert.equal(await judged(root), { started: [], port: undefined, told: [], failure: undefined })
  })

test('one that does not start is told by what it is', async ({ root }) => {
  make(root, ...needed)
  const { failure } = await judged(root, [], 1)
  assert.is(failure instanceof Error && failure.message, 'the judge of calls did not start (1): no such module')
})

test.run()
